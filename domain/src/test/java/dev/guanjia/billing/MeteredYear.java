package dev.guanjia.billing;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.money.Rational;
import dev.guanjia.property.Unit;
import dev.guanjia.property.UnitUse;
import dev.guanjia.property.meter.Meter;
import dev.guanjia.property.meter.MeterHistory;
import dev.guanjia.property.meter.MeterId;
import dev.guanjia.property.meter.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/**
 * A home with meters, readings that become known at some step, and the months run at each step.
 *
 * @param meters one or more
 * @param known each reading and the step from which it is known
 * @param runs the month run at each step, in any order and any number of times
 */
record MeteredYear(List<Meter> meters, Map<Reading, Integer> known, List<ServicePeriod> runs) {

    static final Unit HOME = Billing.unit("un_1", UnitUse.RESIDENTIAL, "80");
    static final ServicePeriod AFTERWARDS = Billing.month(15);

    /** What all meters measured, from the first value to the last reading. */
    Rational total() {
        return meters.stream()
                .map(meter -> last(meter).minus(meter.initialValue()))
                .reduce(Rational.ZERO, Rational::plus);
    }

    Books bill(Function<ServicePeriod, BillCalculation> calculation) {
        Books books = new Books(this);
        for (int step = 0; step < runs.size(); step++) {
            books.run(calculation.apply(runs.get(step)), step);
        }
        return books;
    }

    private Rational last(Meter meter) {
        List<Reading> readings = history(meter, Integer.MAX_VALUE).readings();
        return readings.isEmpty()
                ? meter.initialValue()
                : readings.get(readings.size() - 1).value();
    }

    private MeterHistory history(Meter meter, int step) {
        MeterHistory history = new MeterHistory(meter, List.of());
        for (Map.Entry<Reading, Integer> entry : known.entrySet()) {
            boolean counts = entry.getValue() <= step;
            if (counts && entry.getKey().meter().equals(meter.id())) {
                history = history.with(entry.getKey());
            }
        }
        return history;
    }

    /** What the shell would keep: the charges, and so the keys and the last readings billed. */
    static final class Books {
        private final MeteredYear year;
        private final List<Charge> charges = new ArrayList<>();

        private Books(MeteredYear year) {
            this.year = year;
        }

        List<BillOutcome> run(BillCalculation calculation, int step) {
            Set<ChargeKey> existing = new HashSet<>();
            charges.forEach(charge -> existing.add(charge.key()));
            List<MeterFacts> meters =
                    year.meters().stream().map(meter -> facts(meter, step)).toList();
            UnitFacts facts = new UnitFacts(HOME, meters, existing);
            List<BillOutcome> outcomes = calculation.outcomes(facts, Billing.IDS);
            for (BillOutcome outcome : outcomes) {
                outcome.fold(c -> charges.add(c.charge()), same -> false, skipped -> false);
            }
            return outcomes;
        }

        List<Charge> charges() {
            return charges;
        }

        Rational consumption() {
            return charges.stream()
                    .map(charge -> charge.trace().segments().get(0).quantity().value())
                    .reduce(Rational.ZERO, Rational::plus);
        }

        Collection<List<MeterSpan>> spansByMeter() {
            Map<MeterId, List<MeterSpan>> spans = new TreeMap<>();
            charges.forEach(
                    charge ->
                            spans(charge)
                                    .forEach(
                                            span ->
                                                    spans.computeIfAbsent(
                                                                    span.meter(),
                                                                    id -> new ArrayList<>())
                                                            .add(span)));
            return spans.values();
        }

        private MeterFacts facts(Meter meter, int step) {
            return new MeterFacts(year.history(meter, step), billed(charges, meter.id()));
        }

        /** What charges bill of a meter, as the shell would tell it. */
        static Map<FeeItemId, List<BilledSpan>> billed(Collection<Charge> charges, MeterId meter) {
            Map<FeeItemId, List<BilledSpan>> billed = new TreeMap<>();
            for (Charge charge : charges) {
                spans(charge).stream()
                        .filter(span -> span.meter().equals(meter))
                        .map(span -> new BilledSpan(charge.key().period(), span))
                        .forEach(
                                span ->
                                        billed.computeIfAbsent(
                                                        charge.key().feeItem(),
                                                        any -> new ArrayList<>())
                                                .add(span));
            }
            return billed;
        }

        private static List<MeterSpan> spans(Charge charge) {
            return charge.trace().segments().get(0).quantity().spans();
        }
    }

    /** Random years: one to three meters, readings 1 to 60 days apart, some known much later. */
    static class Years extends DomainContextBase {

        @Provide
        Arbitrary<MeteredYear> years() {
            Arbitrary<List<List<int[]>>> meters =
                    Combinators.combine(
                                    Arbitraries.integers().between(1, 60),
                                    Arbitraries.integers().between(0, 40),
                                    Arbitraries.integers().between(0, 14))
                            .as((days, litres, step) -> new int[] {days, litres, step})
                            .list()
                            .ofMaxSize(6)
                            .list()
                            .ofMinSize(1)
                            .ofMaxSize(3);
            Arbitrary<List<ServicePeriod>> runs =
                    Arbitraries.integers().between(1, 13).map(Billing::month).list().ofMaxSize(14);
            return Combinators.combine(meters, runs).as(Years::year);
        }

        private static MeteredYear year(List<List<int[]>> meters, List<ServicePeriod> runs) {
            List<Meter> all = new ArrayList<>();
            Map<Reading, Integer> known = new HashMap<>();
            for (int m = 0; m < meters.size(); m++) {
                Meter meter = Billing.meter("mt_" + m, "un_1", "7.5");
                all.add(meter);
                read(meter, meters.get(m), known);
            }
            return new MeteredYear(all, known, runs);
        }

        private static void read(Meter meter, List<int[]> steps, Map<Reading, Integer> known) {
            int day = 0;
            int litres = 7500;
            for (int[] step : steps) {
                day += step[0];
                litres += step[1];
                String id = "rd_" + meter.id() + "_" + day;
                Rational value = Rational.of(litres, 1000);
                known.put(
                        Billing.reading(
                                id, meter.id().value(), Billing.INSTALLED.plusDays(day), value),
                        step[2]);
            }
        }
    }
}
