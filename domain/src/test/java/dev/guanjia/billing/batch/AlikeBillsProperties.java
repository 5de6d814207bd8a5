package dev.guanjia.billing.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.BillCalculation;
import dev.guanjia.billing.BillOutcome;
import dev.guanjia.billing.Billing;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.UnitFacts;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.payer.PayerBook;
import dev.guanjia.billing.payer.PayerTerm;
import dev.guanjia.decision.Decision;
import dev.guanjia.money.Rational;
import dev.guanjia.property.BuildingId;
import dev.guanjia.property.OccupantId;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.Payer;
import dev.guanjia.property.Unit;
import dev.guanjia.property.UnitId;
import dev.guanjia.property.UnitUse;
import dev.guanjia.property.tenure.UnitHistory;
import dev.guanjia.property.tenure.Vacancy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** What is said of a flat because of another is what the rules say of it, trace and all. */
class AlikeBillsProperties {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final int TABLE = 4;

    @Property(tries = 200)
    void everyBillIsWhatTheRulesSay(@ForAll Random random) {
        BillCalculation rules = rules(random);
        AlikeBills bills = new AlikeBills(rules);
        int charged = 0;
        for (UnitFacts unit : units(random, 12, rules.period())) {
            charged += charged(rules, unit, ids -> bills.outcomes(unit, ids));
        }
        Statistics.label("charged")
                .collect(charged > 12)
                .coverage(units -> units.check(true).percentage(part -> part > 50));
    }

    @Property(tries = 200)
    void everyRowOfEveryTableIsWhatTheRulesSay(@ForAll Random random) {
        BillCalculation rules = rules(random);
        BatchCalculation run = new BatchCalculation(rules);
        List<UnitFacts> units = units(random, 12, rules.period());
        int charged = 0;
        for (int from = 0; from < units.size(); from += TABLE) {
            List<UnitFacts> part = units.subList(from, from + TABLE);
            BilledTable billed = run.bill(UnitTable.of(part, rules));
            for (int i = 0; i < TABLE; i++) {
                int row = i;
                charged += charged(rules, part.get(row), ids -> billed.outcomes(row, ids));
            }
        }
        Statistics.label("charged")
                .collect(charged > 12)
                .coverage(tables -> tables.check(true).percentage(part -> part > 50));
    }

    /** How many charges a unit got, with ids that tell how often one was asked for. */
    private static int charged(
            BillCalculation rules,
            UnitFacts unit,
            Function<Function<ChargeKey, ChargeId>, List<BillOutcome>> bill) {
        Ids ids = new Ids();
        assertThat(bill.apply(ids)).isEqualTo(rules.outcomes(unit, new Ids()));
        return ids.named;
    }

    private static final class Ids implements Function<ChargeKey, ChargeId> {

        private int named;

        @Override
        public ChargeId apply(ChargeKey key) {
            named++;
            return new ChargeId("ch_" + key.unit() + "_" + named);
        }
    }

    private static BillCalculation rules(Random random) {
        return new BillCalculation(
                Billing.ITEMS,
                BatchCalculationProperties.book(random),
                Billing.month(3 * (1 + random.nextInt(4))),
                LocalDate.of(2027, 1, 31));
    }

    private static List<UnitFacts> units(Random random, int count, ServicePeriod month) {
        List<UnitFacts> units = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            units.add(unit(random, "un_" + i, month));
        }
        return units;
    }

    /** Of few sizes and pasts, so that many are alike and some nearly so. */
    private static UnitFacts unit(Random random, String id, ServicePeriod month) {
        Unit unit =
                new Unit(
                        new UnitId(id),
                        new BuildingId("bd_1"),
                        id,
                        UnitUse.values()[random.nextInt(2)],
                        Rational.of(80 + random.nextInt(2), 1),
                        new OwnerId("ow_" + id));
        UnitHistory history = UnitHistory.since(unit, Vacancy.values()[random.nextInt(2)], FIRST);
        if (random.nextInt(6) == 0) {
            history = accepted(history.withOwner(new OwnerId("ow_new"), day(random, month)));
        }
        if (random.nextInt(6) == 0) {
            history = accepted(history.withArea(Rational.of(90, 1), day(random, month)));
        }
        UnitFacts facts = new UnitFacts(unit, history, List.of(), charged(random, id, month));
        return random.nextInt(6) == 0 ? facts.with(let(facts, month)) : facts;
    }

    private static LocalDate day(Random random, ServicePeriod month) {
        return month.start().plusDays(random.nextInt(2) * 10L);
    }

    private static PayerBook let(UnitFacts facts, ServicePeriod month) {
        PayerTerm term =
                new PayerTerm(
                        facts.unit().id(),
                        null,
                        Payer.occupant(new OccupantId("oc_1")),
                        month.start(),
                        null);
        return new PayerBook(facts.unit().id(), facts.history().owner(), List.of(term));
    }

    private static Set<ChargeKey> charged(Random random, String unit, ServicePeriod month) {
        FeeItemId item = Billing.ITEMS.items().get(random.nextInt(2)).id();
        return random.nextInt(4) > 0 ? Set.of() : Set.of(Billing.key(unit, item, month));
    }

    private static <T> T accepted(Decision<T> decision) {
        return decision.fold(
                value -> value,
                reasons -> {
                    throw new AssertionError(reasons.toString());
                });
    }
}
