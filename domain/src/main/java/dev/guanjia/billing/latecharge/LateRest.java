package dev.guanjia.billing.latecharge;

import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.ChargeSegment;
import dev.guanjia.billing.ChargeTrace;
import dev.guanjia.billing.Quantity;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.tariff.Rate;
import dev.guanjia.billing.tariff.TariffId;
import dev.guanjia.billing.tariff.Tax;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is left to charge of a late charge when some of its days are charged already. Whatever days
 * it is charged on, and whatever is taken back and charged again, the charges that stand add up to
 * what their days cost, rounded once.
 *
 * @param rest the late charge with only the days that are left
 * @param before what the charged days cost, in major units, exact
 * @param charged what the charges that stand came to
 */
public record LateRest(LateCharge rest, Rational before, Money charged) {

    /**
     * Takes away what is charged.
     *
     * @param late the late charge of a day
     * @param standing the charges that stand for it, in any order, those of later days too
     * @return the rest; or {@link LateChargeRefusal#LATE_CHARGE_CHANGED} where a charged day costs
     *     something else by now, or {@link LateChargeRefusal#LATE_CHARGE_OFF} where nothing that is
     *     left makes good what was charged too much or too little
     */
    public static Decision<LateRest> of(LateCharge late, List<LateCharged> standing) {
        SortedMap<LocalDate, LateChargeLine> days = days(late);
        SortedMap<LocalDate, Rational> charged = charged(standing);
        for (Map.Entry<LocalDate, Rational> day :
                charged.headMap(late.asOf().plusDays(1)).entrySet()) {
            LateChargeLine now = days.remove(day.getKey());
            if (now == null || !now.amount().equals(day.getValue())) {
                return Decision.refuse(
                        List.of(
                                LateChargeRefusal.LATE_CHARGE_CHANGED.because(
                                        "charge",
                                        late.charge().value(),
                                        "day",
                                        day.getKey().toString())));
            }
        }
        LateRest rest = new LateRest(only(late, days), sum(charged), total(late, standing));
        boolean isLast = charged.tailMap(late.asOf().plusDays(1)).isEmpty();
        return isLast && rest.isOff()
                ? Decision.refuse(List.of(rest.off()))
                : Decision.accept(rest);
    }

    /**
     * What the rest comes to.
     *
     * @return all days together, rounded once, less what was charged; below zero or zero where
     *     there is nothing to charge
     */
    public Money due() {
        return cost().minus(charged);
    }

    private Money cost() {
        return rest.rounding().round(before.plus(rest.exact()), rest.currency());
    }

    private boolean isOff() {
        return due().isNegative() || (rest.lines().isEmpty() && !due().isZero());
    }

    private Refusal off() {
        return LateChargeRefusal.LATE_CHARGE_OFF.because(
                "charge", rest.charge().value(),
                "charged", charged.toString(),
                "cost", cost().toString());
    }

    private static LateCharge only(LateCharge late, SortedMap<LocalDate, LateChargeLine> days) {
        List<LateChargeLine> lines = new ArrayList<>();
        days.values().forEach(line -> LateCharge.append(lines, line));
        return new LateCharge(late.charge(), late.asOf(), late.currency(), lines, late.rounding());
    }

    private static Rational sum(SortedMap<LocalDate, Rational> charged) {
        return charged.values().stream().reduce(Rational.ZERO, Rational::plus);
    }

    private static Money total(LateCharge late, List<LateCharged> standing) {
        return standing.stream()
                .map(LateCharged::amount)
                .reduce(Money.zero(late.currency()), Money::plus);
    }

    private static SortedMap<LocalDate, LateChargeLine> days(LateCharge late) {
        SortedMap<LocalDate, LateChargeLine> days = new TreeMap<>();
        for (LateChargeLine line : late.lines()) {
            daily(line(line))
                    .forEach(
                            (day, cost) ->
                                    days.put(
                                            day,
                                            new LateChargeLine(
                                                    DateRange.ofClosed(day, day),
                                                    line.base(),
                                                    line.dayRate(),
                                                    cost,
                                                    line.rule())));
        }
        return days;
    }

    private static SortedMap<LocalDate, Rational> charged(List<LateCharged> standing) {
        SortedMap<LocalDate, Rational> days = new TreeMap<>();
        standing.stream()
                .flatMap(one -> one.days().lines().stream())
                .forEach(line -> days.putAll(daily(line)));
        return days;
    }

    /** Each day costs its rate until the line is used up, as where a cap is reached. */
    private static SortedMap<LocalDate, Rational> daily(Quantity.Late.LateLine line) {
        SortedMap<LocalDate, Rational> days = new TreeMap<>();
        Rational full = line.dayRate().times(line.base().toRational());
        Rational left = line.amount();
        for (LocalDate day : line.days().start().datesUntil(line.days().end()).toList()) {
            Rational cost = left.compareTo(full) < 0 ? left : full;
            days.put(day, cost);
            left = left.minus(cost);
        }
        return days;
    }

    /**
     * The charge that the rest becomes: of its own fee item, owed by whoever owes what is late.
     *
     * @param id names the charge
     * @param item the fee item of late charges, see {@link LateChargeRules#lateItem}
     * @param late the charge that is late; its id is part of the key, so that a day holds several
     * @param dueOn the last day on which the new charge is not late
     * @return the charge, whose trace holds the lines; empty where nothing is left
     */
    public Optional<Charge> charge(ChargeId id, FeeItemId item, Charge late, LocalDate dueOn) {
        if (rest.lines().isEmpty() || !due().isPositive()) {
            return Optional.empty();
        }
        LocalDate start = rest.lines().get(0).days().start();
        ServicePeriod days = new ServicePeriod(start, rest.asOf().plusDays(1));
        ChargeTrace trace = trace(days);
        ChargeKey key = new ChargeKey(late.key().unit(), item, days, rest.charge().value());
        return Optional.of(new Charge(id, key, late.payer(), due(), dueOn, trace));
    }

    private ChargeTrace trace(ServicePeriod days) {
        ChargeSegment segment =
                new ChargeSegment(
                        new TariffId(rest.charge().value()),
                        days,
                        new Quantity.Late(
                                rest.charge(), rest.lines().stream().map(LateRest::line).toList()),
                        null,
                        new Rate(Rational.ONE),
                        Rational.ONE,
                        List.of());
        Money then = rest.rounding().round(before, rest.currency());
        return new ChargeTrace(
                List.of(segment),
                before,
                rest.rounding(),
                Tax.NONE,
                rest.currency(),
                ChargeTrace.Cut.NONE,
                then.equals(charged) ? null : charged);
    }

    private static Quantity.Late.LateLine line(LateChargeLine line) {
        return new Quantity.Late.LateLine(line.days(), line.base(), line.dayRate(), line.amount());
    }
}
