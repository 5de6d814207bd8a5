package dev.guanjia.catalogue;

/**
 * What a thing is called, in both languages.
 *
 * @param zh Chinese, not blank
 * @param en English, not blank
 */
public record Label(String zh, String en) {

    /** A name that is missing in one language is a fault of the row. */
    public Label {
        if (zh.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException(
                    "label needs both languages: '" + zh + "' '" + en + "'");
        }
    }
}
