package dev.guanjia.billing;

import static dev.guanjia.billing.Billing.WATER;
import static dev.guanjia.billing.Billing.reading;
import static dev.guanjia.organisation.Answers.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.FeeItemCatalogue;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.tariff.Band;
import dev.guanjia.billing.tariff.Cycle;
import dev.guanjia.billing.tariff.Rate;
import dev.guanjia.billing.tariff.Slabs;
import dev.guanjia.billing.tariff.Tariff;
import dev.guanjia.billing.tariff.TariffId;
import dev.guanjia.billing.tariff.TariffScope;
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
import java.util.ArrayList;
import java.util.HashSet;
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
        assertThat(handovers(metered(sold, read, february)))
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

    @Test
    void theMinimumCountsOnceThoughTwoRunsChargeThePeriod() {
        UnitHistory sold = accepted(EVER.withOwner(BUYER, day(16)));
        Reading handover = reading("rd_1", "mt_1", day(15), Rational.of(4, 1));
        MeterHistory read = history(handover);
        BillCalculation march = march(minimum());
        List<BillOutcome> first = march.outcomes(unbilled(sold, read), Billing.IDS);
        assertThat(water(first))
                .containsExactly(
                        "2026-03-01/2026-03-15 OWNER:ow_1 CNY 8.00",
                        "2026-03-16/2026-03-31 NO_READING");
        MeterHistory later = read.with(reading("rd_2", "mt_1", day(31), Rational.of(10, 1)));
        UnitFacts then = after(unbilled(sold, later), first);
        assertThat(water(march.outcomes(then, Billing.IDS)))
                .containsExactly("2026-03-16/2026-03-31 OWNER:ow_2 CNY 92.00");
    }

    @Test
    void aHandoverReadingThatComesAfterThePeriodIsChargedToWhoUsedIt() {
        UnitHistory sold = accepted(EVER.withOwner(BUYER, day(16)));
        Reading last = reading("rd_2", "mt_1", day(31), Rational.of(10, 1));
        Reading april = reading("rd_3", "mt_1", LocalDate.of(2026, 4, 30), Rational.of(11, 1));
        UnitFacts unread = unbilled(sold, history(last, april));
        BillCalculation run = calculation(Billing.month(4), minimum());
        assertThat(water(run.outcomes(unread, Billing.IDS)))
                .containsExactly("2026-04 NO_HANDOVER_READING");
        Reading handover = reading("rd_1", "mt_1", day(15), Rational.of(4, 1));
        UnitFacts read = unbilled(sold, history(handover, last, april));
        assertThat(water(run.outcomes(read, Billing.IDS)))
                .containsExactly(
                        "2026-03-01/2026-03-15 OWNER:ow_1 CNY 8.00",
                        "2026-03-16/2026-03-31 OWNER:ow_2 CNY 92.00",
                        "2026-04 OWNER:ow_2 CNY 100.00");
    }

    @Test
    void whatTheSellerUsedAfterTheirBillIsNotTheBuyers() {
        UnitHistory sold = accepted(EVER.withOwner(BUYER, LocalDate.of(2026, 4, 1)));
        Reading billed = reading("rd_1", "mt_1", day(25), Rational.of(4, 1));
        Reading late = reading("rd_2", "mt_1", day(31), Rational.of(5, 1));
        Reading april = reading("rd_3", "mt_1", LocalDate.of(2026, 4, 30), Rational.of(7, 1));
        List<BillOutcome> march =
                march(rate()).outcomes(unbilled(EVER, history(billed)), Billing.IDS);
        UnitFacts open = after(unbilled(sold, history(billed, late, april)), march);
        BillCalculation run = calculation(Billing.month(4), rate());
        assertThat(water(run.outcomes(open, Billing.IDS)))
                .containsExactly("2026-03 EARLIER_USE_OPEN", "2026-04 EARLIER_USE_OPEN");
        UnitFacts reversed = unbilled(sold, history(billed, late, april));
        assertThat(water(run.outcomes(reversed, Billing.IDS)))
                .containsExactly("2026-03 OWNER:ow_1 CNY 10.00", "2026-04 OWNER:ow_2 CNY 4.00");
    }

    @Test
    void eachSideOfAChangeOfUseHasItsOwnPrice() {
        UnitHistory shop = accepted(EVER.withUse(UnitUse.SHOP, LocalDate.of(2026, 4, 1)));
        Reading last = reading("rd_2", "mt_1", day(31), Rational.of(10, 1));
        Reading april = reading("rd_3", "mt_1", LocalDate.of(2026, 4, 30), Rational.of(13, 1));
        Tariff dear =
                new Tariff(
                        new TariffId("tf_3"),
                        new TariffScope(Billing.COMMUNITY, WATER, UnitUse.SHOP),
                        new Rate(Rational.of(5, 1)),
                        rate().terms(),
                        rate().currency(),
                        rate().from(),
                        null);
        UnitFacts unbilled = unbilled(shop, history(last, april));
        assertThat(water(march(rate(), dear).outcomes(unbilled, Billing.IDS)))
                .containsExactly("2026-03 OWNER:ow_1 CNY 20.00");
        assertThat(
                        water(
                                calculation(Billing.month(4), rate(), dear)
                                        .outcomes(unbilled, Billing.IDS)))
                .as("March was not run")
                .containsExactly("2026-03 OWNER:ow_1 CNY 20.00", "2026-04 OWNER:ow_1 CNY 15.00");
    }

    private static MeterHistory history(Reading... readings) {
        return new MeterHistory(Billing.meter("mt_1", "un_1", "0"), List.of(readings));
    }

    private static UnitFacts unbilled(UnitHistory tenure, MeterHistory read) {
        return metered(tenure, read);
    }

    /** The facts of a later run. */
    private static UnitFacts after(UnitFacts facts, List<BillOutcome> said) {
        Set<ChargeKey> existing = new HashSet<>();
        List<Charge> charges = new ArrayList<>();
        for (BillOutcome outcome : said) {
            outcome.fold(c -> charges.add(c.charge()), same -> false, skipped -> false);
        }
        charges.forEach(charge -> existing.add(charge.key()));
        MeterHistory read = facts.meters().get(0).history();
        MeterFacts billed =
                new MeterFacts(read, MeteredYear.Books.billed(charges, read.meter().id()));
        return new UnitFacts(HOME, facts.history(), List.of(billed), existing);
    }

    private static Tariff rate() {
        return Billing.tariff("tf_2", WATER, "2", "2026-01-01");
    }

    private static BillCalculation march(Tariff... tariffs) {
        return calculation(Billing.MARCH, tariffs);
    }

    private static BillCalculation calculation(ServicePeriod month, Tariff... tariffs) {
        return Billing.calculation(Billing.book(tariffs), month);
    }

    private static List<String> water(List<BillOutcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.key().feeItem().equals(WATER))
                .map(Billing::text)
                .toList();
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
        return water(march(minimum()).outcomes(facts, Billing.IDS));
    }

    /** Two a cubic metre, and a hundred at least. */
    private static Tariff minimum() {
        Slabs slabs =
                new Slabs(
                        List.of(new Band(Rational.ZERO, null, Rational.of(2, 1))),
                        Rational.of(100, 1));
        return new Tariff(
                rate().id(),
                rate().scope(),
                slabs,
                rate().terms(),
                rate().currency(),
                rate().from(),
                null);
    }

    private static Handovers handovers(UnitFacts facts) {
        FeeItem water = FeeItemCatalogue.standard().find(WATER).orElseThrow();
        return new Handovers(new Metering(facts, water, null), Cycle.MONTH);
    }

    private static UnitFacts metered(UnitHistory history, MeterHistory read, Reading... billed) {
        Map<FeeItemId, ReadingId> until =
                billed.length == 0 ? Map.of() : Map.of(WATER, billed[0].id());
        return new UnitFacts(HOME, history, List.of(MeterFacts.billedUntil(read, until)), Set.of());
    }

    private static List<String> water(UnitFacts facts) {
        return water(march(rate()).outcomes(facts, Billing.IDS));
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 3, day);
    }
}
