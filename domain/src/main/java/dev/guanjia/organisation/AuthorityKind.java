package dev.guanjia.organisation;

import java.util.regex.Pattern;

/**
 * What a signature or an approval is asked for: the key of a row of {@code authority-kinds.csv}.
 *
 * @param value capitals, digits and underscores, at most 40, e.g. {@code WAIVER}
 */
public record AuthorityKind(String value) implements Comparable<AuthorityKind> {

    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    /** 减免: letting an owner off a charge or part of it. Source: AUT-20. */
    public static final AuthorityKind WAIVER = new AuthorityKind("WAIVER");

    /** 费用缓交: letting an owner pay later. Source: requirements 06 A-69. */
    public static final AuthorityKind DEFERRAL = new AuthorityKind("DEFERRAL");

    /** 坏账核销: giving a debt up that nobody will pay. Source: requirements 06 A-69 [P]. */
    public static final AuthorityKind WRITE_OFF = new AuthorityKind("WRITE_OFF");

    /** 费用退还: giving money back. Source: requirements 06 A-69 [P]. */
    public static final AuthorityKind REFUND = new AuthorityKind("REFUND");

    /** 冲销收款: undoing a payment. Source: requirements 06 A-69 [P]. */
    public static final AuthorityKind PAYMENT_REVERSAL = new AuthorityKind("PAYMENT_REVERSAL");

    /** 押金退还: paying the deposits of a sheet back. Source: AUT-22. */
    public static final AuthorityKind DEPOSIT_REFUND = new AuthorityKind("DEPOSIT_REFUND");

    /** Rejects any other shape. */
    public AuthorityKind {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("authority kind must look like WAIVER: " + value);
        }
    }

    /** Orders by the letters of the key. */
    @Override
    public int compareTo(AuthorityKind other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
