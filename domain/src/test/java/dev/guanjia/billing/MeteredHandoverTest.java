package dev.guanjia.billing;

import static dev.guanjia.billing.Billing.WATER;
import static dev.guanjia.billing.Billing.reading;
import static dev.guanjia.billing.Billing.tariff;
import static dev.guanjia.organisation.Answers.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.FeeItemCatalogue;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.tariff.Band;
import dev.guanjia.billing.tariff.Cycle;
import dev.guanjia.billing.tariff.Slabs;
import dev.guanjia.billing.tariff.Tariff;
import dev.guanjia.money.Rational;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.Unit;
import dev.guanjia.property.UnitUse;
import dev.guanjia.property.meter.MeterHistory;
import dev.guanjia.property.meter.Reading;
import dev.guanjia.property.meter.ReadingId;
import dev.guanjia.property.meter.ReadingSource;
import dev.guanjia.property.tenure.UnitHistory;
import dev.guanjia.property.tenure.Vacancy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A metered unit whose payer changes within a period. */
class MeteredHandoverTest {

    private static final Unit HOME = Billing.unit("un_1", UnitUse.RESIDENTIAL, "93");
    private static final UnitHistory EVER =
            UnitHistory.since(HOME, Vacancy.OCCUPIED, LocalDate.of(2020, 1, 1));
    private static final OwnerId BUYER = new OwnerId("ow_2");

    @Test
    void withoutAReadingAtTheHandoverNeitherIsChargedByGuess() {
        UnitHistory sold = accepted(EVER.withOwner(BUYER, day(16)));
        Reading february = reading("rd_0", "mt_1", LocalDate.of(2026, 2, 28), Rational.ONE);
        Reading last = reading("rd_2", "mt_1", day(31), Rational.of(10, 1));
        Reading april = reading("rd_3", "mt_1", LocalDate.of(2026, 4, 30), Rational.of(11, 1));
        MeterHistory read =
                new MeterHistory(
                        Billing.meter("mt_1", "un_1", "0"), List.of(february, last, april));
        assertThat(water(metered(sold, read, february)))
                .containsExactly(
                        "2026-03-01/2026-03-15 NO_HANDOVER_READING",
                        "2026-03-16/2026-03-31 NO_HANDOVER_READING");
        assertThat(new Handovers(metered(sold, read, february), waterItem(), Cycle.MONTH))
                .as("nor does the buyer pay for the seller a month later")
                .matches(handovers -> handovers.lackReading(Billing.month(4)));
        Reading handover = reading("rd_1", "mt_1", day(15), Rational.of(4, 1));
        assertThat(water(metered(sold, read.with(handover), february)))
                .containsExactly(
                        "2026-03-01/2026-03-15 OWNER:ow_1 CNY 6.00",
                        "2026-03-16/2026-03-31 OWNER:ow_2 CNY 12.00");
    }

    @Test
    void theMinimumOfAGraduatedTariffCountsOnceAPeriod() {
        UnitHistory sold = accepted(EVER.withOwner(BUYER, day(16)));
        MeterHistory read =
                new MeterHistory(
                        Billing.meter("mt_1", "un_1", "0"),
                        List.of(
                                reading("rd_1", "mt_1", day(15), Rational.ZERO),
                                reading("rd_2", "mt_1", day(31), Rational.of(10, 1))));
        assertThat(graduated(metered(sold, read)))
                .containsExactly(
                        "2026-03-01/2026-03-15 NOTHING_TO_CHARGE",
                        "2026-03-16/2026-03-31 OWNER:ow_2 CNY 100.00");
        MeterHistory both = read.with(correction(read.readings().get(0), Rational.of(4, 1)));
        assertThat(graduated(metered(sold, both)))
                .containsExactly(
                        "2026-03-01/2026-03-15 OWNER:ow_1 CNY 8.00",
                        "2026-03-16/2026-03-31 OWNER:ow_2 CNY 92.00");
        assertThat(graduated(metered(EVER, both))).containsExactly("2026-03 OWNER:ow_1 CNY 100.00");
    }

    private static Reading correction(Reading of, Rational value) {
        return new Reading(
                new ReadingId("rd_c"),
                of.meter(),
                of.readOn(),
                value,
                ReadingSource.CORRECTED,
                false,
                of.id());
    }

    private static List<String> graduated(UnitFacts facts) {
        Tariff rate = Billing.tariff("tf_2", WATER, "2", "2026-01-01");
        Slabs slabs =
                new Slabs(
                        List.of(new Band(Rational.ZERO, null, Rational.of(2, 1))),
                        Rational.of(100, 1));
        Tariff tariff =
                new Tariff(
                        rate.id(),
                        rate.scope(),
                        slabs,
                        rate.terms(),
                        rate.currency(),
                        rate.from(),
                        null);
        return Billing.calculation(Billing.book(tariff), Billing.MARCH)
                .outcomes(facts, Billing.IDS)
                .stream()
                .filter(outcome -> outcome.key().feeItem().equals(WATER))
                .map(Billing::text)
                .toList();
    }

    private static FeeItem waterItem() {
        return FeeItemCatalogue.standard().find(WATER).orElseThrow();
    }

    private static UnitFacts metered(UnitHistory history, MeterHistory read, Reading... billed) {
        Map<FeeItemId, ReadingId> until =
                billed.length == 0 ? Map.of() : Map.of(WATER, billed[0].id());
        return new UnitFacts(HOME, history, List.of(new MeterFacts(read, until)), Set.of());
    }

    private static List<String> water(UnitFacts facts) {
        return Billing.calculation(
                        Billing.book(Billing.tariff("tf_2", WATER, "2", "2026-01-01")),
                        Billing.MARCH)
                .outcomes(facts, Billing.IDS)
                .stream()
                .filter(outcome -> outcome.key().feeItem().equals(WATER))
                .map(Billing::text)
                .toList();
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 3, day);
    }
}
