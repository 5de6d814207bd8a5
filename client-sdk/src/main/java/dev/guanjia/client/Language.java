package dev.guanjia.client;

/** The language of titles, details and messages; codes and facts are the same in every one. */
public enum Language {
    /** Simplified Chinese. */
    ZH("zh-CN"),
    /** English. */
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The language tag that goes into {@code Accept-Language}. */
    public String tag() {
        return tag;
    }
}
