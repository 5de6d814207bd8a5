package dev.guanjia.ledger;

import dev.guanjia.decision.Identifier;
import java.util.regex.Pattern;

/**
 * The document an entry was made from. One document makes one entry, so the pair is the key under
 * which an entry cannot be posted twice.
 *
 * @param kind what the document is, e.g. {@code CHARGE}; {@link #JOURNAL_ENTRY} for a reversal
 * @param id its identifier
 */
public record SourceDocument(String kind, String id) {

    /** The kind of the document behind a reversal: the entry it reverses. */
    public static final String JOURNAL_ENTRY = "JOURNAL_ENTRY";

    private static final Pattern KIND = Pattern.compile("[A-Z]+(_[A-Z]+)*");

    /** Rejects a kind or id of another shape. */
    public SourceDocument {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException(
                    "document kind must look like CHARGE or JOURNAL_ENTRY: " + kind);
        }
        Identifier.require("document id", id);
    }

    @Override
    public String toString() {
        return kind + " " + id;
    }
}
