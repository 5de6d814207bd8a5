package dev.guanjia.billing;

import static dev.guanjia.billing.Billing.MARCH;
import static dev.guanjia.billing.Billing.SERVICE;
import static dev.guanjia.billing.Billing.WATER;
import static dev.guanjia.billing.Billing.reading;
import static dev.guanjia.billing.Billing.tariff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.tariff.TariffBook;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.property.Unit;
import dev.guanjia.property.UnitUse;
import dev.guanjia.property.meter.Meter;
import dev.guanjia.property.meter.MeterHistory;
import dev.guanjia.property.meter.MeterId;
import dev.guanjia.property.meter.MeterKind;
import dev.guanjia.property.meter.Reading;
import dev.guanjia.property.meter.ReadingId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BillCalculationTest {

    private static final TariffBook BOOK =
            Billing.book(
                    tariff("tf_1", SERVICE, "2.35", "2026-01-01"),
                    tariff("tf_2", WATER, "3.2050", "2026-01-01"));
    private static final Unit HOME = Billing.unit("un_1", UnitUse.RESIDENTIAL, "98.75");
    private static final Meter METER = Billing.meter("mt_1", "un_1", "5");
    private static final MeterHistory READ_IN_MARCH =
            Billing.history(METER, "2026-03-25", "17.345");

    @Test
    void aHomeIsChargedPerAreaAndPerMeterInCatalogueOrder() {
        List<BillOutcome> outcomes = bill(facts(List.of(unbilled(READ_IN_MARCH)), Set.of()));
        assertThat(outcomes)
                .extracting(BillCalculationTest::text)
                .containsExactly("CNY 232.06", "CNY 39.57");
        assertThat(outcomes)
                .extracting(outcome -> outcome.key().feeItem())
                .containsExactly(SERVICE, WATER);
    }

    @Test
    void aFeeBillsTheMetersOfItsOwnKindAlone() {
        Meter power =
                new Meter(
                        new MeterId("mt_2"),
                        HOME.id(),
                        MeterKind.ELECTRICITY,
                        "E-1",
                        LocalDate.of(2026, 1, 1),
                        Rational.ZERO);
        MeterFacts used = unbilled(Billing.history(power, "2026-03-25", "500"));
        assertThat(water(used)).isEqualTo("NO_METER");
        assertThat(bill(facts(List.of(unbilled(READ_IN_MARCH), used), Set.of())))
                .extracting(BillCalculationTest::text)
                .containsExactly("CNY 232.06", "CNY 39.57");
    }

    @Test
    void theTraceNamesTheReadingsItRestsOn() {
        MeterSpan first = span(unbilled(READ_IN_MARCH));
        assertThat(first.openingReading()).as("the meter's initial value").isNull();
        assertThat(first.opening()).isEqualTo(Rational.of(5, 1));
        assertThat(first.closingReading()).isEqualTo(new ReadingId("rd_1"));
        Reading before = reading("rd_0", "mt_1", LocalDate.of(2026, 2, 25), Rational.of(9, 1));
        MeterSpan next =
                span(
                        MeterFacts.billedUntil(
                                READ_IN_MARCH.with(before), Map.of(WATER, before.id())));
        assertThat(next.openingReading()).isEqualTo(new ReadingId("rd_0"));
        assertThat(next.consumption()).isEqualTo(Rational.parse("8.345"));
    }

    @Test
    void aReadingOnTheLastDayOfThePeriodCountsAndOneOnTheNextDayDoesNot() {
        MeterHistory last = Billing.history(METER, "2026-03-31", "6");
        MeterHistory next = Billing.history(METER, "2026-04-01", "6");
        assertThat(water(unbilled(last))).isEqualTo("CNY 3.21");
        assertThat(water(unbilled(next))).isEqualTo("NO_READING");
    }

    @Test
    void aBackFilledReadingIsBilledByTheNextRun() {
        MeterHistory february = Billing.history(METER, "2026-02-25", "6");
        assertThat(water(unbilled(february))).isEqualTo("CNY 3.21");
    }

    @Test
    void everyMeterOfTheUnitCounts() {
        Meter second = Billing.meter("mt_2", "un_1", "0");
        Reading reading = reading("rd_2", "mt_2", LocalDate.of(2026, 3, 2), Rational.ONE);
        MeterHistory replaced = new MeterHistory(second, List.of(reading));
        List<MeterFacts> both = List.of(unbilled(replaced), unbilled(READ_IN_MARCH));
        assertThat(bill(facts(both, Set.of())))
                .extracting(BillCalculationTest::text)
                .containsExactly("CNY 232.06", "CNY 42.77");
    }

    @Test
    void whatIsNotChargedSaysWhy() {
        MeterHistory unread = new MeterHistory(METER, List.of());
        MeterHistory unused = Billing.history(METER, "2026-03-25", "5");
        MeterHistory drop = Billing.history(METER, "2026-03-25", "5.001");
        assertThat(bill(facts(List.of(), Set.of())))
                .extracting(BillCalculationTest::text)
                .containsExactly("CNY 232.06", "NO_METER");
        assertThat(water(unbilled(unread))).isEqualTo("NO_READING");
        assertThat(
                        water(
                                MeterFacts.billedUntil(
                                        READ_IN_MARCH, Map.of(WATER, new ReadingId("rd_1")))))
                .as("billed already, nothing new")
                .isEqualTo("NO_READING");
        assertThat(water(unbilled(unused))).isEqualTo("NOTHING_TO_CHARGE");
        assertThat(water(unbilled(drop))).isEqualTo("NOTHING_TO_CHARGE");
    }

    @Test
    void whatIsMoreThanCanBePaidIsNotCharged() {
        BillCalculation dear =
                Billing.calculation(
                        Billing.book(tariff("tf_2", WATER, "1000000", "2026-01-01")), MARCH);
        MeterHistory most = Billing.history(METER, "2026-03-25", "100004");
        MeterHistory more = Billing.history(METER, "2026-03-25", "100005");
        assertThat(dear.outcomes(facts(List.of(unbilled(most)), Set.of()), Billing.IDS))
                .extracting(BillCalculationTest::text)
                .contains("CNY 99999000000.00");
        assertThat(dear.outcomes(facts(List.of(unbilled(more)), Set.of()), Billing.IDS))
                .extracting(BillCalculationTest::text)
                .contains("AMOUNT_TOO_LARGE");
    }

    @Test
    void aMonthBeforeTheOneBilledLastIsNotBilledAgain() {
        Reading april = reading("rd_4", "mt_1", LocalDate.of(2026, 4, 25), Rational.of(20, 1));
        MeterHistory history = READ_IN_MARCH.with(april);
        assertThat(water(MeterFacts.billedUntil(history, Map.of(WATER, april.id()))))
                .isEqualTo("READING_BELOW_PREVIOUS");
    }

    @Test
    void aUseWithoutTariffIsSkipped() {
        Unit shop = Billing.unit("un_1", UnitUse.SHOP, "30");
        UnitFacts facts = new UnitFacts(shop, List.of(unbilled(READ_IN_MARCH)), Set.of());
        assertThat(bill(facts))
                .extracting(BillCalculationTest::text)
                .containsExactly("NO_TARIFF", "NO_TARIFF");
    }

    @Test
    void aPriceThatStartsWithinTheMonthIsThatOfItsOwnDays() {
        TariffBook rising =
                Billing.book(
                        tariff("tf_1", SERVICE, "1", "2026-01-01"),
                        tariff("tf_9", SERVICE, "2", "2026-03-02"));
        BillCalculation march = Billing.calculation(rising, MARCH);
        BillCalculation april = Billing.calculation(rising, Billing.month(4));
        UnitFacts facts = facts(List.of(), Set.of());
        assertThat(text(march.outcomes(facts, Billing.IDS).get(0))).isEqualTo("CNY 194.31");
        assertThat(text(april.outcomes(facts, Billing.IDS).get(0))).isEqualTo("CNY 197.50");
    }

    @Test
    void aChargeThatExistsStaysAsItIs() {
        Set<ChargeKey> existing = Set.of(Billing.key("un_1", SERVICE, MARCH));
        assertThat(bill(facts(List.of(), existing)))
                .extracting(BillCalculationTest::text)
                .containsExactly("UNCHANGED", "NO_METER");
    }

    @Test
    void strangersFactsAreACallersMistake() {
        Meter foreign = Billing.meter("mt_9", "un_9", "0");
        MeterFacts meter = unbilled(new MeterHistory(foreign, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> facts(List.of(meter), Set.of()));
        ChargeKey key = Billing.key("un_9", SERVICE, MARCH);
        assertThatIllegalArgumentException().isThrownBy(() -> facts(List.of(), Set.of(key)));
        Map<FeeItemId, ReadingId> unknown = Map.of(WATER, new ReadingId("rd_x"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeterFacts.billedUntil(READ_IN_MARCH, unknown));
    }

    private static MeterFacts unbilled(MeterHistory history) {
        return new MeterFacts(history, Map.of());
    }

    private static UnitFacts facts(List<MeterFacts> meters, Set<ChargeKey> existing) {
        return new UnitFacts(HOME, meters, existing);
    }

    private static List<BillOutcome> bill(UnitFacts facts) {
        return Billing.calculation(BOOK, MARCH).outcomes(facts, Billing.IDS);
    }

    private static String water(MeterFacts meter) {
        return text(bill(facts(List.of(meter), Set.of())).get(1));
    }

    private static MeterSpan span(MeterFacts meter) {
        BillOutcome outcome = bill(facts(List.of(meter), Set.of())).get(1);
        Charge charge = outcome.fold(BillOutcome.Charged::charge, same -> null, skipped -> null);
        assertThat(charge.trace().currency()).isEqualTo(Money.CNY);
        return charge.trace().segments().get(0).quantity().spans().get(0);
    }

    private static String text(BillOutcome outcome) {
        return outcome.fold(
                charged -> charged.charge().amount().toString(),
                unchanged -> "UNCHANGED",
                skipped -> skipped.reason().name());
    }
}
