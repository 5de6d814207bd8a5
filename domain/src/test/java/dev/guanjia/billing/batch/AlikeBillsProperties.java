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
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** What is said of a flat because of another is what the rules say of it, trace and all. */
class AlikeBillsProperties {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    @Property(tries = 200)
    void everyBillIsWhatTheRulesSay(@ForAll Random random) {
        ServicePeriod month = Billing.month(3 * (1 + random.nextInt(4)));
        BillCalculation rules =
                new BillCalculation(
                        Billing.ITEMS,
                        BatchCalculationProperties.book(random),
                        month,
                        LocalDate.of(2027, 1, 31));
        AlikeBills bills = new AlikeBills(rules);
        int charged = 0;
        for (int i = 0; i < 12; i++) {
            UnitFacts unit = unit(random, "un_" + i, month);
            List<ChargeKey> named = new ArrayList<>();
            List<BillOutcome> said =
                    bills.outcomes(
                            unit,
                            key -> {
                                named.add(key);
                                return new ChargeId("ch_" + key.unit() + "_" + named.size());
                            });
            int[] count = new int[1];
            assertThat(said)
                    .isEqualTo(
                            rules.outcomes(
                                    unit,
                                    key -> new ChargeId("ch_" + key.unit() + "_" + ++count[0])));
            charged += named.size();
        }
        Statistics.label("charged")
                .collect(charged > 12)
                .coverage(units -> units.check(true).percentage(part -> part > 50));
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
