package dev.guanjia.billing.latecharge;

import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.money.RoundingPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What being late with a charge has cost up to the end of a day (滞纳金), line by line. It is simple,
 * never on late charges, and the same however much later it is asked for. Source: requirements 05
 * S20; 06 A-77.
 *
 * @param charge which charge is late
 * @param asOf the last day that counts
 * @param currency what it is in
 * @param lines the late days that cost something, in order
 * @param rounding how the sum of all days becomes coins
 */
public record LateCharge(
        ChargeId charge,
        LocalDate asOf,
        Currency currency,
        List<LateChargeLine> lines,
        RoundingPolicy rounding) {

    /** Copies. */
    public LateCharge {
        lines = List.copyOf(lines);
    }

    /**
     * Calculates it from what was open on each day, at the rule of each day.
     *
     * @param history the charge; changes, deferrals and rules dated after {@code asOf} count for
     *     nothing
     * @param rules the company's
     * @param asOf the last day that counts
     * @return the late charge, without a line where there is no rule or no late day
     */
    public static LateCharge of(OpenHistory history, LateChargeRules rules, LocalDate asOf) {
        List<LateChargeLine> lines = new ArrayList<>();
        history.lateDays(asOf)
                .days()
                .forEach(
                        day ->
                                rules.inForce(history.item(), day)
                                        .ifPresent(rule -> add(lines, history, rule, day)));
        Currency currency = history.amount().currency();
        return new LateCharge(history.charge(), asOf, currency, lines, rounding(lines, currency));
    }

    /** Of the first day, so that what was charged of the first days stays what it is. */
    private static RoundingPolicy rounding(List<LateChargeLine> lines, Currency currency) {
        RoundingPolicy standard = RoundingPolicy.standard(currency);
        return lines.isEmpty()
                ? standard
                : new RoundingPolicy(
                        lines.get(0).rule().terms().rounding(),
                        standard.decimals(),
                        standard.scope());
    }

    /**
     * What it comes to before rounding.
     *
     * @return the sum of the lines in major units, exact
     */
    public Rational exact() {
        return sum(lines);
    }

    /**
     * What it comes to, rounded once.
     *
     * @return zero or more, to the coin by the mode of the rule
     */
    public Money amount() {
        return rounding.round(exact(), currency);
    }

    /**
     * The charge that it becomes: of its own fee item, owed by whoever owes what is late.
     *
     * @param id names the charge
     * @param item the fee item of late charges, see {@link LateChargeRules#lateItem}
     * @param late the charge that is late; its id is part of the key, so that a day holds several
     * @param dueOn the last day on which the new charge is not late
     * @return the charge, whose trace holds the lines; empty where being late costs nothing
     * @throws IllegalArgumentException if it is another charge
     */
    public Optional<Charge> charge(ChargeId id, FeeItemId item, Charge late, LocalDate dueOn) {
        if (!late.id().equals(charge)) {
            throw new IllegalArgumentException("late is " + charge + ", not " + late.id());
        }
        Money nothing = Money.zero(currency);
        return new LateRest(this, Rational.ZERO, nothing).charge(id, item, late, dueOn);
    }

    private static void add(
            List<LateChargeLine> lines, OpenHistory history, LateChargeRule rule, LocalDate day) {
        LateChargeTerms terms = rule.terms();
        Money base = history.openOn(day);
        if (!day.isAfter(history.dueOn().plusDays(terms.graceDays())) || base.isZero()) {
            return;
        }
        Rational rate = terms.rateOn(day);
        Rational cost = capped(rate.times(base.toRational()), base, terms, sum(lines));
        if (cost.signum() > 0) {
            DateRange one = DateRange.ofClosed(day, day);
            append(lines, new LateChargeLine(one, base, rate, cost, rule));
        }
    }

    private static Rational capped(
            Rational cost, Money base, LateChargeTerms terms, Rational before) {
        if (terms.cap() == null) {
            return cost;
        }
        Rational room = terms.cap().times(base.toRational()).minus(before);
        return room.compareTo(cost) < 0 ? room : cost;
    }

    /** Adds a line, joined with the one before where only the days differ. */
    static void append(List<LateChargeLine> lines, LateChargeLine next) {
        int last = lines.size() - 1;
        if (last < 0) {
            lines.add(next);
            return;
        }
        lines.get(last)
                .join(next)
                .ifPresentOrElse(joined -> lines.set(last, joined), () -> lines.add(next));
    }

    private static Rational sum(List<LateChargeLine> lines) {
        return lines.stream().map(LateChargeLine::amount).reduce(Rational.ZERO, Rational::plus);
    }
}
