package dev.guanjia.duty;

/**
 * A record shown as proof that a duty was performed.
 *
 * @param record which record, as the duty names it, e.g. {@code R-FEE-CALC}; not blank
 * @param reference where it is, e.g. a document number; not blank
 */
public record Evidence(String record, String reference) {

    /** A proof that cannot be found again is none. */
    public Evidence {
        if (record.isBlank() || reference.isBlank()) {
            throw new IllegalArgumentException(
                    "evidence needs a record and a reference: '"
                            + record
                            + "' '"
                            + reference
                            + "'");
        }
    }
}
