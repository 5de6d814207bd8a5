package dev.guanjia.client;

/** Text that goes into a header: visible ASCII, so that it arrives as it was written. */
final class HeaderText {
    private HeaderText() {}

    static String require(String what, String value) {
        if (value.isBlank() || !value.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException(
                    what + " must be visible ASCII without spaces: " + value);
        }
        return value;
    }
}
