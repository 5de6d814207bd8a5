package dev.guanjia.billing;

import static dev.guanjia.billing.Billing.MARCH;
import static dev.guanjia.billing.Billing.SERVICE;
import static dev.guanjia.billing.Billing.WATER;
import static dev.guanjia.billing.Billing.reading;
import static dev.guanjia.billing.Billing.tariff;
import static dev.guanjia.organisation.Answers.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.payer.PayerBook;
import dev.guanjia.billing.payer.PayerTerm;
import dev.guanjia.billing.tariff.Cycle;
import dev.guanjia.billing.tariff.Discount;
import dev.guanjia.billing.tariff.Proration;
import dev.guanjia.billing.tariff.Tariff;
import dev.guanjia.billing.tariff.TariffScope;
import dev.guanjia.billing.tariff.Tax;
import dev.guanjia.billing.tariff.Terms;
import dev.guanjia.billing.tariff.Timing;
import dev.guanjia.money.Rational;
import dev.guanjia.money.RoundingPolicy;
import dev.guanjia.property.OccupantId;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.Payer;
import dev.guanjia.property.Unit;
import dev.guanjia.property.UnitUse;
import dev.guanjia.property.meter.Meter;
import dev.guanjia.property.meter.MeterHistory;
import dev.guanjia.property.tenure.UnitHistory;
import dev.guanjia.property.tenure.Vacancy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A home of 93 m² at 1.00 a month, so that a day of March costs three yuan. */
class PricedStretchesTest {

    private static final Unit HOME = Billing.unit("un_1", UnitUse.RESIDENTIAL, "93");
    private static final UnitHistory EVER =
            UnitHistory.since(HOME, Vacancy.OCCUPIED, LocalDate.of(2020, 1, 1));
    private static final OwnerId BUYER = new OwnerId("ow_2");

    @Test
    void aTransferInAMonthGivesEachOwnerTheirDays() {
        UnitHistory sold = accepted(EVER.withOwner(BUYER, day(16)));
        assertThat(bill(facts(sold), Terms.STANDARD))
                .containsExactly(
                        "2026-03-01/2026-03-15 OWNER:ow_1 CNY 45.00",
                        "2026-03-16/2026-03-31 OWNER:ow_2 CNY 48.00");
    }

    @Test
    void aTenantWhoTookTheFeeOverPaysThroughATransfer() {
        UnitHistory sold = accepted(EVER.withOwner(BUYER, day(16)));
        PayerTerm term =
                new PayerTerm(
                        HOME.id(), SERVICE, Payer.occupant(new OccupantId("oc_1")), day(11), null);
        PayerBook book = new PayerBook(HOME.id(), sold.owner(), List.of(term));
        assertThat(bill(facts(sold).with(book), Terms.STANDARD))
                .containsExactly(
                        "2026-03-01/2026-03-10 OWNER:ow_1 CNY 30.00",
                        "2026-03-11/2026-03-31 OCCUPANT:oc_1 CNY 63.00");
    }

    @Test
    void aTransferRecordedLateLeavesTheChargeThatStands() {
        UnitHistory sold = accepted(EVER.withOwner(BUYER, day(16)));
        UnitFacts late =
                new UnitFacts(HOME, sold, List.of(), Set.of(Billing.key("un_1", SERVICE, MARCH)));
        assertThat(bill(late, Terms.STANDARD)).containsExactly("2026-03 UNCHANGED");
    }

    @Test
    void daysBeforeTheHistoryStartsAreNotBilled() {
        UnitHistory added = UnitHistory.since(HOME, Vacancy.OCCUPIED, day(22));
        assertThat(bill(facts(added), Terms.STANDARD))
                .containsExactly("2026-03-22/2026-03-31 OWNER:ow_1 CNY 30.00");
        UnitHistory later = UnitHistory.since(HOME, Vacancy.OCCUPIED, LocalDate.of(2026, 4, 1));
        assertThat(bill(facts(later), Terms.STANDARD)).containsExactly("2026-03 NO_HISTORY");
    }

    @Test
    void anotherAreaIsPricedFromItsDay() {
        UnitHistory surveyed = accepted(EVER.withArea(Rational.of(62, 1), day(11)));
        Charge charge = charge(facts(surveyed), Terms.STANDARD);
        assertThat(charge.amount()).hasToString("CNY 72.00");
        assertThat(charge.trace().segments())
                .extracting(segment -> segment.days() + " " + segment.quantity().value())
                .containsExactly("2026-03-01/2026-03-10 93", "2026-03-11/2026-03-31 62");
    }

    @Test
    void anotherUseIsPricedByItsOwnTariff() {
        UnitHistory shop = accepted(EVER.withUse(UnitUse.SHOP, day(22)));
        assertThat(bill(facts(shop), Terms.STANDARD))
                .as("21 days at 3 yuan, 10 at 6")
                .containsExactly("2026-03 OWNER:ow_1 CNY 123.00");
    }

    @Test
    void vacantDaysCostLessWhereTheTariffSaysSo() {
        UnitHistory left = accepted(EVER.withVacancy(Vacancy.VACANT, day(22)));
        Terms less = terms(new Discount(Discount.Reason.VACANCY, Rational.of(3, 10), "a test"));
        assertThat(bill(facts(left), less))
                .as("21 days at 3 yuan, 10 at 2.10")
                .containsExactly("2026-03 OWNER:ow_1 CNY 84.00");
        assertThat(bill(facts(left), Terms.STANDARD))
                .containsExactly("2026-03 OWNER:ow_1 CNY 93.00");
    }

    @Test
    void daysOfAPrepaidYearCostLess() {
        ServicePeriod year = new ServicePeriod(day(22), day(22).plusYears(1));
        UnitFacts facts = facts(EVER).with(Particulars.prepaid(Map.of(SERVICE, List.of(year))));
        Terms less = terms(Discount.monthsFree(1, "a test"));
        assertThat(bill(facts, less))
                .as("21 days at 3 yuan, 10 at 2.75")
                .containsExactly("2026-03 OWNER:ow_1 CNY 90.50");
        assertThat(bill(facts(EVER), less)).containsExactly("2026-03 OWNER:ow_1 CNY 93.00");
    }

    @Test
    void whereDaysAreNotCutTheFirstPayerPaysThePeriodOnce() {
        UnitHistory sold = accepted(EVER.withOwner(BUYER, day(16)));
        Terms uncut =
                new Terms(
                        Cycle.MONTH,
                        Timing.ARREARS,
                        Proration.NONE,
                        RoundingPolicy.STANDARD,
                        Tax.NONE,
                        List.of());
        assertThat(bill(facts(sold), uncut)).containsExactly("2026-03 OWNER:ow_1 CNY 93.00");
    }

    @Test
    void aReadingOnTheLastDayOfTheSellerCutsWhatWasUsed() {
        UnitHistory sold = accepted(EVER.withOwner(BUYER, day(16)));
        Meter meter = Billing.meter("mt_1", "un_1", "0");
        MeterHistory read =
                new MeterHistory(
                        meter,
                        List.of(
                                reading("rd_1", "mt_1", day(15), Rational.of(4, 1)),
                                reading("rd_2", "mt_1", day(31), Rational.of(10, 1))));
        UnitFacts facts =
                new UnitFacts(HOME, sold, List.of(new MeterFacts(read, Map.of())), Set.of());
        assertThat(water(facts))
                .containsExactly(
                        "2026-03-01/2026-03-15 OWNER:ow_1 CNY 8.00",
                        "2026-03-16/2026-03-31 OWNER:ow_2 CNY 12.00");
    }

    @Test
    void aMeterOfAnotherKindIsNotBilledAsWater() {
        Meter heat =
                new Meter(
                        new dev.guanjia.property.meter.MeterId("mt_9"),
                        HOME.id(),
                        dev.guanjia.property.meter.MeterKind.HEAT,
                        "H-1",
                        Billing.INSTALLED,
                        Rational.ZERO);
        MeterHistory read =
                new MeterHistory(heat, List.of(reading("rd_1", "mt_9", day(15), Rational.ONE)));
        UnitFacts facts =
                new UnitFacts(HOME, EVER, List.of(new MeterFacts(read, Map.of())), Set.of());
        assertThat(water(facts)).containsExactly("2026-03 NO_METER");
    }

    @Test
    void twoTalesOfTheOwnersCannotExist() {
        UnitHistory sold = accepted(EVER.withOwner(BUYER, day(16)));
        PayerBook book = new PayerBook(HOME.id(), EVER.owner(), List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> facts(sold).with(book))
                .withMessageContaining("two tales");
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 3, day);
    }

    private static UnitFacts facts(UnitHistory history) {
        return new UnitFacts(HOME, history, List.of(), Set.of());
    }

    private static Terms terms(Discount discount) {
        Terms plain = Terms.STANDARD;
        return new Terms(
                plain.cycle(),
                plain.timing(),
                plain.proration(),
                plain.rounding(),
                plain.tax(),
                List.of(discount));
    }

    private static List<String> bill(UnitFacts facts, Terms terms) {
        return outcomes(facts, terms).stream()
                .filter(outcome -> outcome.key().feeItem().equals(SERVICE))
                .map(Billing::text)
                .toList();
    }

    private static List<String> water(UnitFacts facts) {
        return outcomes(facts, Terms.STANDARD).stream()
                .filter(outcome -> outcome.key().feeItem().equals(WATER))
                .map(Billing::text)
                .toList();
    }

    private static Charge charge(UnitFacts facts, Terms terms) {
        return outcomes(facts, terms)
                .get(0)
                .fold(BillOutcome.Charged::charge, same -> null, skipped -> null);
    }

    private static List<BillOutcome> outcomes(UnitFacts facts, Terms terms) {
        Tariff home = with(tariff("tf_1", SERVICE, "1", "2026-01-01"), UnitUse.RESIDENTIAL, terms);
        Tariff shop = with(tariff("tf_2", SERVICE, "2", "2026-01-01"), UnitUse.SHOP, terms);
        Tariff water = tariff("tf_3", WATER, "2", "2026-01-01");
        return Billing.calculation(Billing.book(home, shop, water), MARCH)
                .outcomes(facts, Billing.IDS);
    }

    private static Tariff with(Tariff tariff, UnitUse use, Terms terms) {
        TariffScope scope = new TariffScope(Billing.COMMUNITY, tariff.scope().feeItem(), use);
        return new Tariff(
                tariff.id(),
                scope,
                tariff.pricing(),
                terms,
                tariff.currency(),
                tariff.from(),
                null);
    }
}
