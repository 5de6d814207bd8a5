package dev.guanjia.ledger;

import dev.guanjia.decision.Identifier;

/**
 * Names a journal entry; the shell hands ids out.
 *
 * @param value an identifier
 */
public record JournalEntryId(String value) {

    /** Rejects a text that is no identifier. */
    public JournalEntryId {
        Identifier.require("journal entry id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
