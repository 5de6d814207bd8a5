package dev.guanjia.decision;

/** The languages we answer in. There is no default: every caller names one. */
public enum Language {
    /** English. */
    EN("en"),
    /** Simplified Chinese, as used in mainland China. */
    ZH_CN("zh_CN");

    private final String suffix;

    Language(String suffix) {
        this.suffix = suffix;
    }

    /**
     * How message files of this language end.
     *
     * @return e.g. {@code zh_CN}
     */
    public String suffix() {
        return suffix;
    }

    /**
     * Picks the text of this language.
     *
     * @param zh the Chinese text
     * @param en the English text
     * @return the one that applies
     */
    public String pick(String zh, String en) {
        return this == ZH_CN ? zh : en;
    }
}
