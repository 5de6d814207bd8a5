package dev.guanjia.ledger;

import java.util.regex.Pattern;

/**
 * The number of an account, e.g. {@code 1122}: four to twelve digits, longer codes being
 * subdivisions of the shorter code they begin with.
 *
 * @param value the digits
 */
public record AccountCode(String value) implements Comparable<AccountCode> {

    private static final Pattern SHAPE = Pattern.compile("[1-9][0-9]{3,11}");

    /** Rejects any other shape. */
    public AccountCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("account code must be 4 to 12 digits: " + value);
        }
    }

    @Override
    public int compareTo(AccountCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
