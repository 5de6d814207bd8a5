package dev.guanjia.reaction;

import dev.guanjia.billing.settlement.Allocation;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Refusal;
import dev.guanjia.ledger.JournalEntry;
import dev.guanjia.ledger.JournalEntryId;
import dev.guanjia.ledger.JournalLine;
import dev.guanjia.ledger.PostingRule;
import dev.guanjia.ledger.PostingRules;
import dev.guanjia.ledger.SourceDocument;
import dev.guanjia.money.Money;
import dev.guanjia.property.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes journal entries by the rules, one for each document. */
final class Vouchers {

    private final PostingRules rules;
    private final Language language;

    Vouchers(PostingRules rules, Language language) {
        this.rules = rules;
        this.language = language;
    }

    /**
     * One movement of an entry, before its rule is known.
     *
     * @param unit of which unit; null for that of the voucher
     * @param credited of which unit the credit is; null if it is that of the debit
     */
    record Part(
            String event,
            String key,
            Money amount,
            @Nullable UnitId unit,
            @Nullable UnitId credited) {

        Part(String event, String key, Money amount, @Nullable UnitId unit) {
            this(event, key, amount, unit, null);
        }

        Part(String event, String key, Money amount) {
            this(event, key, amount, null);
        }
    }

    /**
     * What every entry needs besides its lines.
     *
     * @param whom the unit, or else the person, that it concerns
     */
    record Voucher(JournalEntryId id, LocalDate postedOn, SourceDocument document, String whom) {

        Voucher(JournalEntryId id, LocalDate postedOn, SourceDocument document, UnitId unit) {
            this(id, postedOn, document, unit.value());
        }
    }

    /** How much of the parts is of each unit. */
    static Map<UnitId, Money> byUnit(List<Allocation> parts) {
        Map<UnitId, Money> sums = new TreeMap<>();
        parts.forEach(part -> sums.merge(part.key().unit(), part.amount(), Money::plus));
        return sums;
    }

    /** Whether anything is posted for an event of which not everything is. */
    boolean posts(String event, String key, LocalDate day) {
        return rules.find(event, key, day).isPresent();
    }

    /** One entry with the lines of all parts; or refused because a rule is missing. */
    Decision<JournalEntry> entry(Voucher voucher, List<Part> parts) {
        List<PostingRule> found = new ArrayList<>();
        List<Refusal> reasons = new ArrayList<>();
        for (Part part : parts) {
            rules.rule(part.event(), part.key(), voucher.postedOn())
                    .fold(found::add, reasons::addAll);
        }
        if (!reasons.isEmpty()) {
            return Decision.refuse(reasons);
        }
        List<JournalLine> lines = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            String unit = part.unit() == null ? voucher.whom() : part.unit().value();
            String credited = part.credited() == null ? unit : part.credited().value();
            found.get(i).lines(part.amount(), unit, credited).forEach(line -> add(lines, line));
        }
        return Decision.accept(
                new JournalEntry(
                        voucher.id(),
                        voucher.postedOn(),
                        narrative(found.get(0), voucher),
                        voucher.document(),
                        lines));
    }

    /** Two amounts of one document on the same side of the same account make one line. */
    private static void add(List<JournalLine> lines, JournalLine line) {
        for (int i = 0; i < lines.size(); i++) {
            JournalLine other = lines.get(i);
            Money sum = other.amount().plus(line.amount());
            JournalLine both =
                    new JournalLine(line.account(), line.side(), sum, line.counterparty());
            if (both.equals(with(other, sum))) {
                lines.set(i, both);
                return;
            }
        }
        lines.add(line);
    }

    private static JournalLine with(JournalLine line, Money amount) {
        return new JournalLine(line.account(), line.side(), amount, line.counterparty());
    }

    private String narrative(PostingRule rule, Voucher voucher) {
        return language.pick(rule.label().zh(), rule.label().en())
                + " "
                + voucher.whom()
                + " "
                + voucher.document().id();
    }
}
