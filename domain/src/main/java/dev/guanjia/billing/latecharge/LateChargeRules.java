package dev.guanjia.billing.latecharge;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Rational;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules for late payment over time. A rule holds until its end or the next one for its fee
 * starts; before the first, and between an end and the next start, being late costs nothing.
 * Source: requirements 06 A-77.
 *
 * @param lateItem the fee item that late charges are billed as; being late with it costs nothing
 * @param rules by first day; one per fee item and day at most
 */
public record LateChargeRules(FeeItemId lateItem, List<LateChargeRule> rules) {

    private static final List<String> COLUMNS =
            List.of(
                    "item",
                    "from",
                    "until",
                    "rate",
                    "per",
                    "grace_days",
                    "cap",
                    "rounding",
                    "source");

    /** Sorts; nothing is charged on late charges, and no two rules contradict each other. */
    public LateChargeRules {
        rules = rules.stream().sorted(Comparator.comparing(LateChargeRule::from)).toList();
        Set<List<Object>> starts = new HashSet<>();
        for (LateChargeRule rule : rules) {
            if (rule.item().equals(lateItem)) {
                throw new IllegalArgumentException("late charge on late charges: " + rule);
            }
            if (!starts.add(List.of(rule.item(), rule.from()))) {
                throw new IllegalArgumentException("two rules start on one day: " + rule);
            }
        }
    }

    /**
     * Reads a company's rows.
     *
     * @param name what to call the file in faults
     * @param text CSV with the columns item, from, until (a day, or empty), rate (a fraction,
     *     {@code 1/2000}), per ({@code DAY} or {@code MONTH}), grace_days, cap (a fraction, or
     *     empty), rounding (such as {@code HALF_EVEN}; empty for half up) and source
     * @param lateItem the fee item that late charges are billed as
     * @return the rules
     * @throws dev.guanjia.catalogue.CatalogueException naming every faulty cell
     */
    public static LateChargeRules parse(String name, String text, FeeItemId lateItem) {
        return new LateChargeRules(
                lateItem, Table.parse(name, text, COLUMNS).map(LateChargeRules::rule));
    }

    /**
     * Decides on one more rule.
     *
     * @param rule the rule
     * @param enteredUntil the day after the last for which a late charge of its fee was entered
     *     where it is to hold; null when none was
     * @return the rules with it; or refused because it prices late charges themselves, or another
     *     rule of its fee starts on its first day
     */
    public Decision<LateChargeRules> with(LateChargeRule rule, @Nullable LocalDate enteredUntil) {
        if (rule.item().equals(lateItem)) {
            return Decision.refuse(
                    List.of(
                            LateChargeRefusal.LATE_RULE_ON_LATE_CHARGES.because(
                                    "item", rule.item().value())));
        }
        if (rules.stream().anyMatch(rule::startsWith)) {
            return Decision.refuse(
                    List.of(
                            LateChargeRefusal.LATE_RULE_STANDS.because(
                                    "item", rule.item().value(), "from", rule.from().toString())));
        }
        if (enteredUntil != null && enteredUntil.isAfter(rule.from())) {
            return Decision.refuse(
                    List.of(
                            LateChargeRefusal.LATE_RULE_CHARGED_ALREADY.because(
                                    "item", rule.item().value(),
                                    "from", rule.from().toString(),
                                    "charged", enteredUntil.minusDays(1).toString())));
        }
        List<LateChargeRule> all = new ArrayList<>(rules);
        all.add(rule);
        return Decision.accept(new LateChargeRules(lateItem, all));
    }

    /**
     * Decides on the end of a rule.
     *
     * @param rule one of these
     * @param end the first day on which it no longer holds
     * @param enteredUntil the day after the last for which a late charge of its fee was entered
     *     where it holds; null when none was
     * @return the rule with its end, the same one when it ends then already; or refused because it
     *     would not hold for a day, ends earlier already, another rule starts before the end, or
     *     days from the end on were entered
     */
    public Decision<LateChargeRule> end(
            LateChargeRule rule, LocalDate end, @Nullable LocalDate enteredUntil) {
        List<Refusal> reasons = new ArrayList<>();
        if (!end.isAfter(rule.from())) {
            reasons.add(late(LateChargeRefusal.LATE_RULE_END_BEFORE_START, rule, end, rule.from()));
        }
        if (rule.until() != null && rule.until().isBefore(end)) {
            reasons.add(late(LateChargeRefusal.LATE_RULE_ENDS_EARLIER, rule, end, rule.until()));
        }
        rules.stream()
                .filter(next -> next.item().equals(rule.item()))
                .map(LateChargeRule::from)
                .filter(next -> next.isAfter(rule.from()) && next.isBefore(end))
                .findFirst()
                .ifPresent(
                        next ->
                                reasons.add(
                                        late(
                                                LateChargeRefusal.LATE_RULE_REPLACED,
                                                rule,
                                                end,
                                                next)));
        if (enteredUntil != null && enteredUntil.isAfter(end)) {
            reasons.add(
                    late(
                            LateChargeRefusal.LATE_RULE_CHARGED_BEYOND,
                            rule,
                            end,
                            enteredUntil.minusDays(1)));
        }
        return reasons.isEmpty() ? Decision.accept(rule.endedOn(end)) : Decision.refuse(reasons);
    }

    private static Refusal late(
            LateChargeRefusal code, LateChargeRule rule, LocalDate end, LocalDate day) {
        return code.because(
                "item", rule.item().value(), "end", end.toString(), "day", day.toString());
    }

    /**
     * The rules of a place that has some of its own: from the first of them for a fee on, those
     * here no longer hold for it, even once its own have ended.
     *
     * @param own the rules of the place
     * @return what holds there
     */
    public LateChargeRules replacedBy(LateChargeRules own) {
        List<LateChargeRule> all = new ArrayList<>(own.rules);
        rules.stream()
                .filter(rule -> own.started(rule.item(), rule.from()).isEmpty())
                .forEach(all::add);
        return new LateChargeRules(lateItem, all);
    }

    /**
     * Finds the rule of a day.
     *
     * @param item the fee item
     * @param day a late day
     * @return the rule, or empty when being late costs nothing
     */
    public Optional<LateChargeRule> inForce(FeeItemId item, LocalDate day) {
        return started(item, day).filter(rule -> rule.holdsOn(day));
    }

    private Optional<LateChargeRule> started(FeeItemId item, LocalDate day) {
        return rules.stream()
                .filter(rule -> rule.item().equals(item) && !rule.from().isAfter(day))
                .reduce((earlier, later) -> later);
    }

    private static LateChargeRule rule(Row row) {
        LateChargeTerms terms =
                new LateChargeTerms(
                        row.as("rate", Rational::parseFraction),
                        row.as("per", LateChargeTerms.Per::valueOf),
                        row.as("grace_days", Integer::parseInt),
                        row.text("cap").isEmpty() ? null : row.as("cap", Rational::parseFraction),
                        row.text("rounding").isEmpty()
                                ? LateChargeTerms.STANDARD
                                : row.as("rounding", RoundingMode::valueOf));
        LateChargeRule rule =
                new LateChargeRule(
                        row.as("item", FeeItemId::new),
                        row.from(),
                        null,
                        terms,
                        row.required("source"));
        return row.text("until").isEmpty()
                ? rule
                : row.as("until", text -> rule.endedOn(LocalDate.parse(text)));
    }
}
