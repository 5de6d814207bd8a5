package dev.guanjia.billing.tariff;

import static dev.guanjia.billing.Billing.SERVICE;
import static dev.guanjia.billing.Billing.tariff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.billing.Billing;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Wording;
import dev.guanjia.money.Rational;
import dev.guanjia.property.UnitUse;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TariffBookTest {

    private static final TariffBook BOOK =
            Billing.book(
                    tariff("tf_2", SERVICE, "2.50", "2026-07-01"),
                    tariff("tf_1", SERVICE, "2.35", "2026-01-01"));

    private static final Tariff SPRING = version("tf_a", "2026-03-01", "2026-06-30");
    private static final Tariff AUGUST = version("tf_b", "2026-08-01", "2026-09-01");

    @ParameterizedTest(name = "{0} may end on {1}: {2}")
    @CsvSource({
        "tf_1, 2026-07-01,            , ''",
        "tf_1, 2026-07-02,            , tariff-versions-overlap",
        "tf_1, 2026-01-01,            , tariff-end-before-start",
        "tf_1, 2026-04-01, 2026-04-01 , ''",
        "tf_1, 2026-03-31, 2026-04-01 , tariff-charged-beyond",
        "tf_2, 2030-01-01,            , ''"
    })
    void aVersionEndsWhereNoOtherStartsAndNothingWasCharged(
            String id, LocalDate end, LocalDate charged, String refused) {
        Tariff tariff =
                BOOK.tariffs().stream().filter(t -> t.id().value().equals(id)).findFirst().get();
        String code =
                BOOK.end(tariff, end, charged)
                        .fold(
                                ended -> end.equals(ended.until()) ? "" : ended.toString(),
                                reasons -> reasons.get(0).code().key());
        assertThat(code).isEqualTo(refused);
    }

    @Test
    void anEndIsOnlyMovedBack() {
        assertThat(ended(SPRING, "2026-07-01")).isEqualTo("tariff-ends-earlier");
        assertThat(ended(SPRING, "2026-06-30")).isEqualTo("");
        assertThat(ended(SPRING, "2026-04-01")).isEqualTo("");
    }

    private static String ended(Tariff tariff, String end) {
        return Billing.book(tariff)
                .end(tariff, LocalDate.parse(end), null)
                .fold(any -> "", reasons -> reasons.get(0).code().key());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2025-12-31, none", "2026-01-01, tf_1", "2026-06-30, tf_1", "2026-07-01, tf_2"})
    void aPriceHoldsUntilTheNextStarts(LocalDate day, String expected) {
        assertThat(BOOK.inForce(SERVICE, UnitUse.RESIDENTIAL, day).map(t -> t.id().value()))
                .isEqualTo(Optional.of(expected).filter(id -> !id.equals("none")));
    }

    @Test
    void aHomesPriceIsNotAShopsNorAnotherItems() {
        LocalDate day = LocalDate.of(2026, 8, 1);
        assertThat(BOOK.inForce(SERVICE, UnitUse.SHOP, day)).isEmpty();
        assertThat(BOOK.inForce(Billing.WATER, UnitUse.RESIDENTIAL, day)).isEmpty();
    }

    @Test
    void theSamePriceAgainIsTheTariffThatStands() {
        assertThat(standing(tariff("tf_9", SERVICE, "2.35", "2026-01-01"))).isEqualTo("tf_1");
        assertThat(standing(tariff("tf_9", SERVICE, "2.60", "2026-09-01"))).isEqualTo("tf_9");
    }

    @Test
    void anotherPriceFromTheSameDayIsRefused() {
        assertThat(standing(tariff("tf_9", SERVICE, "2.36", "2026-01-01")))
                .isEqualTo(
                        "A tariff of PROPERTY_SERVICE for 2026-01-01 on would start on the day on which"
                                + " tf_1 (2026-01-01 on) starts.");
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-01-01, 2026-03-01, tf_9",
                "2026-01-01, 2026-03-02, tariff-versions-overlap",
                "2026-01-01, -, tf_9",
                "2026-06-30, -, tf_9",
                "2026-09-01, -, tf_9",
                "2026-04-01, -, tariff-versions-overlap",
                "2026-07-31, 2026-08-02, tariff-versions-overlap",
                "2026-08-01, 2026-08-02, tariff-starts-twice",
                "2026-08-31, 2027-01-01, tariff-versions-overlap",
                "2026-07-31, 2026-08-01, tf_9"
            })
    void aVersionThatNamesItsEndSharesNoDay(LocalDate from, String until, String answer) {
        TariffBook book = Billing.book(SPRING, AUGUST);
        String said =
                book.add(version("tf_9", from.toString(), until), null)
                        .fold(stands -> stands.id().value(), why -> why.get(0).code().key());
        assertThat(said).isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0} {1} after {2} {3} from {4}: {5}")
    @CsvSource({
        "MONTH, ARREARS, QUARTER, ARREARS, 2026-02-01, tariff-breaks-period",
        "QUARTER, ADVANCE, MONTH, ARREARS, 2026-02-01, tariff-breaks-period",
        "MONTH, ARREARS, MONTH, ADVANCE, 2026-02-02, tariff-breaks-period",
        "MONTH, ARREARS, QUARTER, ARREARS, 2026-04-01, tf_9",
        "MONTH, ARREARS, YEAR, ADVANCE, 2026-04-01, tariff-breaks-period",
        "QUARTER, ADVANCE, QUARTER, ADVANCE, 2026-02-10, tf_9"
    })
    void anotherCycleOrTimingStartsWhereBothStartAPeriod(
            Cycle cycle, Timing timing, Cycle old, Timing before, String from, String answer) {
        TariffBook book = Billing.book(billed("tf_1", old, before, "2026-01-01"));
        assertThat(added(book, billed("tf_9", cycle, timing, from), null)).isEqualTo(answer);
        TariffBook later = Billing.book(billed("tf_9", cycle, timing, from));
        assertThat(added(later, billed("tf_1", old, before, "2026-01-01"), null))
                .as("in the other order")
                .isEqualTo(answer.equals("tf_9") ? "tf_1" : answer);
    }

    @Test
    void whatIsNotCutStartsAndEndsWithAPeriod() {
        Terms terms =
                new Terms(
                        Cycle.MONTH,
                        Timing.ARREARS,
                        Proration.NONE,
                        Terms.STANDARD.rounding(),
                        Tax.NONE,
                        List.of());
        Tariff whole = with(terms, version("tf_9", "2026-03-01", null));
        assertThat(added(Billing.book(), whole, null)).isEqualTo("tf_9");
        assertThat(added(Billing.book(), with(terms, version("tf_9", "2026-03-02", null)), null))
                .isEqualTo("tariff-not-cut");
        assertThat(ended(whole, "2026-05-15")).isEqualTo("tariff-not-cut");
        assertThat(ended(whole, "2026-06-01")).isEmpty();
    }

    @Test
    void noVersionStartsOnDaysThatWereCharged() {
        Tariff april = version("tf_9", "2026-04-01", null);
        TariffBook book = Billing.book(tariff("tf_1", SERVICE, "2.00", "2026-01-01"));
        assertThat(added(book, april, LocalDate.of(2026, 4, 1))).isEqualTo("tf_9");
        assertThat(added(book, april, LocalDate.of(2026, 4, 2)))
                .isEqualTo("tariff-charged-already");
        assertThat(
                        added(
                                book,
                                tariff("tf_9", SERVICE, "2.00", "2026-01-01"),
                                LocalDate.of(2026, 4, 1)))
                .as("the same again")
                .isEqualTo("tf_1");
    }

    private static String added(TariffBook book, Tariff tariff, LocalDate chargedUntil) {
        return book.add(tariff, chargedUntil)
                .fold(stands -> stands.id().value(), why -> why.get(0).code().key());
    }

    private static Tariff billed(String id, Cycle cycle, Timing timing, String from) {
        Terms terms =
                new Terms(
                        cycle,
                        timing,
                        Terms.STANDARD.proration(),
                        Terms.STANDARD.rounding(),
                        Tax.NONE,
                        List.of());
        return with(terms, version(id, from, null));
    }

    private static Tariff with(Terms terms, Tariff like) {
        return new Tariff(
                like.id(),
                like.scope(),
                like.pricing(),
                terms,
                like.currency(),
                like.from(),
                like.until());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-02-28, -",
        "2026-03-01, tf_a",
        "2026-06-29, tf_a",
        "2026-06-30, -",
        "2026-07-31, -",
        "2026-08-31, tf_b",
        "2026-09-01, -"
    })
    void afterItsLastDayThereIsNone(LocalDate day, String expected) {
        TariffBook book = Billing.book(SPRING, AUGUST);
        assertThat(book.inForce(SERVICE, UnitUse.RESIDENTIAL, day).map(t -> t.id().value()))
                .isEqualTo(Optional.of(expected).filter(id -> !id.equals("-")));
    }

    private static Tariff version(String id, String from, String until) {
        Tariff open = tariff(id, SERVICE, "1", from);
        return new Tariff(
                open.id(),
                open.scope(),
                open.pricing(),
                open.terms(),
                open.currency(),
                open.from(),
                until == null ? null : LocalDate.parse(until));
    }

    @Test
    void anotherCurrencyIsRefused() {
        Tariff dollars =
                new Tariff(
                        new TariffId("tf_9"),
                        BOOK.tariffs().get(0).scope(),
                        new Rate(Rational.ONE),
                        Terms.STANDARD,
                        Currency.getInstance("USD"),
                        LocalDate.of(2026, 9, 1),
                        null);
        assertThat(standing(dollars)).isEqualTo("The currency must be CNY, not USD.");
    }

    @Test
    void aContradictoryBookCannotExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                Billing.book(
                                        tariff("tf_1", SERVICE, "1", "2026-01-01"),
                                        tariff("tf_2", SERVICE, "2", "2026-01-01")))
                .withMessageStartingWith("two tariffs for one day");
    }

    @ParameterizedTest
    @CsvSource({"0, 1, false", "-1, 1, false", "1, 3, false", "1, 1000000, true"})
    void aPriceIsPositiveAndDecimal(long numerator, long denominator, boolean fits) {
        assertThat(Pricing.isPrice(Rational.of(numerator, denominator))).isEqualTo(fits);
    }

    private static String standing(Tariff tariff) {
        return BOOK.add(tariff, null)
                .fold(
                        stands -> stands.id().value(),
                        reasons -> Wording.of(reasons.get(0), Language.EN));
    }
}
