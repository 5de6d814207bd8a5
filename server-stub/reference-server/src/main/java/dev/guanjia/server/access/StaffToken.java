package dev.guanjia.server.access;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The token of a member of staff: {@code gj_<tenant>_<secret>}. The tenant stands in it because it
 * leads every key, this one's too.
 *
 * @param tenant the company
 * @param text the whole token
 */
public record StaffToken(String tenant, String text) {

    private static final Pattern SHAPE = Pattern.compile("gj_([a-z0-9-]{1,40})_[0-9A-Za-z]{32}");
    private static final String LETTERS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int SECRET_LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Makes a token nobody can guess: about 190 random bits.
     *
     * @param tenant the company
     * @return the token
     */
    public static StaffToken random(String tenant) {
        StringBuilder text = new StringBuilder("gj_" + tenant + "_");
        RANDOM.ints(SECRET_LENGTH, 0, LETTERS.length())
                .forEach(i -> text.append(LETTERS.charAt(i)));
        return new StaffToken(tenant, text.toString());
    }

    /**
     * Reads what a caller presented.
     *
     * @param text any text
     * @return empty if it cannot be one of our tokens
     */
    public static Optional<StaffToken> parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        return matcher.matches()
                ? Optional.of(new StaffToken(matcher.group(1), text))
                : Optional.empty();
    }

    /**
     * What is kept of it.
     *
     * @return SHA-256, in hexadecimal
     */
    public String hash() {
        return Secrets.hash(text);
    }

    /** Says nothing that opens a door. */
    @Override
    public String toString() {
        return "a token of " + tenant;
    }
}
