package dev.guanjia.ledger;

import dev.guanjia.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A balanced set of lines posted on one day from one document (记账凭证). It is never edited or
 * deleted; a mistake is corrected by a {@link #reversal}. Source: requirements P-LEDGER.
 *
 * @param id names it
 * @param postedOn the accounting day
 * @param narrative why, in the words of the voucher; not blank
 * @param document what it was made from
 * @param lines two or more; debits equal credits in every currency
 */
public record JournalEntry(
        JournalEntryId id,
        LocalDate postedOn,
        String narrative,
        SourceDocument document,
        List<JournalLine> lines) {

    /** An entry that does not balance cannot exist; its accounts are in force on its day. */
    public JournalEntry {
        lines = List.copyOf(lines);
        if (narrative.isBlank()) {
            throw new IllegalArgumentException("entry has no narrative: " + id);
        }
        if (lines.size() < 2) {
            throw new IllegalArgumentException("entry needs two lines: " + lines.size());
        }
        requireBalance(lines);
        lines.forEach(line -> requireInForce(line.account(), postedOn));
    }

    /**
     * The entry that undoes this one: the same lines on the other sides, pointing here.
     *
     * @param newId names the reversal
     * @param day its accounting day, not before this entry's
     * @param why the narrative of the reversal
     * @return the reversal
     * @throws IllegalArgumentException if the day lies before this entry's
     */
    public JournalEntry reversal(JournalEntryId newId, LocalDate day, String why) {
        if (day.isBefore(postedOn)) {
            throw new IllegalArgumentException(
                    "reversal of " + id + " lies before it: " + day + " before " + postedOn);
        }
        return new JournalEntry(
                newId,
                day,
                why,
                new SourceDocument(SourceDocument.JOURNAL_ENTRY, id.value()),
                lines.stream().map(JournalLine::reversed).toList());
    }

    /**
     * What this entry reverses.
     *
     * @return the other entry's id, or empty when this is no reversal
     */
    public Optional<JournalEntryId> reverses() {
        return document.kind().equals(SourceDocument.JOURNAL_ENTRY)
                ? Optional.of(new JournalEntryId(document.id()))
                : Optional.empty();
    }

    private static void requireBalance(List<JournalLine> lines) {
        Map<String, Money> nets = new TreeMap<>();
        for (JournalLine line : lines) {
            nets.merge(line.amount().currency().getCurrencyCode(), line.signed(), Money::plus);
        }
        if (!nets.values().stream().allMatch(Money::isZero)) {
            throw new IllegalArgumentException(
                    "entry does not balance, debit less credit is " + nets.values());
        }
    }

    private static void requireInForce(Account account, LocalDate day) {
        if (day.isBefore(account.from())) {
            throw new IllegalArgumentException(
                    "account " + account.code() + " begins " + account.from() + ": " + day);
        }
    }
}
