package dev.guanjia.reaction;

import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.writeoff.Recovery;
import dev.guanjia.billing.writeoff.WriteOff;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Language;
import dev.guanjia.ledger.JournalEntry;
import dev.guanjia.ledger.JournalEntryId;
import dev.guanjia.ledger.PostingRules;
import dev.guanjia.ledger.SourceDocument;
import dev.guanjia.reaction.Vouchers.Part;
import dev.guanjia.reaction.Vouchers.Voucher;
import java.time.LocalDate;
import java.util.List;

/**
 * Turns write-offs and their recoveries into journal entries, by the rules of {@code
 * posting-rules.csv}. Every decision may be refused with {@code POSTING_RULE_MISSING}.
 */
public final class WriteOffPosting {

    private static final String POSTED = "write-off-posted";
    private static final String RECOVERED = "write-off-recovered";

    private final Vouchers vouchers;

    /**
     * A company's way of posting.
     *
     * @param rules which accounts each event touches
     * @param language what the narratives of the vouchers are written in
     */
    public WriteOffPosting(PostingRules rules, Language language) {
        this.vouchers = new Vouchers(rules, language);
    }

    /**
     * A debt was written off: the unit owes less, at a loss.
     *
     * @param id names the entry
     * @param writeOff posted; that day is the accounting day
     * @param key what its charge is for
     * @return debit losses, credit receivables of the unit
     * @throws IllegalArgumentException if it is not posted
     */
    public Decision<JournalEntry> posted(JournalEntryId id, WriteOff writeOff, ChargeKey key) {
        LocalDate on = writeOff.postedOn();
        if (on == null) {
            throw new IllegalArgumentException("not posted: " + writeOff);
        }
        SourceDocument document = new SourceDocument("WRITE_OFF", writeOff.proposal().id().value());
        return vouchers.entry(
                new Voucher(id, on, document, key.unit()),
                List.of(new Part(POSTED, key.feeItem().value(), writeOff.proposal().amount())));
    }

    /**
     * Money comes for a debt that was written off: the unit owes it again, and the loss is smaller.
     *
     * @param id names the entry
     * @param writeOff with the recovery as its last; that day is the accounting day
     * @param key what its charge is for
     * @return debit receivables of the unit, credit losses
     * @throws IllegalArgumentException if nothing was recovered
     */
    public Decision<JournalEntry> recovered(JournalEntryId id, WriteOff writeOff, ChargeKey key) {
        int count = writeOff.recoveries().size();
        if (count == 0) {
            throw new IllegalArgumentException("nothing recovered: " + writeOff);
        }
        Recovery last = writeOff.recoveries().get(count - 1);
        SourceDocument document =
                new SourceDocument("RECOVERY", writeOff.proposal().id() + "." + count);
        return vouchers.entry(
                new Voucher(id, last.on(), document, key.unit()),
                List.of(new Part(RECOVERED, key.feeItem().value(), last.amount())));
    }
}
