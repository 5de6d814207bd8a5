package dev.guanjia.billing.prepaid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.billing.Billing;
import dev.guanjia.billing.Particulars;
import dev.guanjia.billing.UnitFacts;
import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.tariff.Discount;
import dev.guanjia.billing.tariff.Tariff;
import dev.guanjia.billing.tariff.TariffBook;
import dev.guanjia.billing.tariff.Terms;
import dev.guanjia.decision.Decision;
import dev.guanjia.money.Money;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.Unit;
import dev.guanjia.property.UnitUse;
import dev.guanjia.property.tenure.UnitHistory;
import dev.guanjia.property.tenure.Vacancy;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A home of 90 m² at one yuan: 90.00 a month, 82.50 where one month of the year is free. */
class PrepaidYearTest {

    private static final FeeItem AREA = Billing.ITEMS.find(new FeeItemId("BY_AREA")).orElseThrow();
    private static final FeeItem METERED =
            Billing.ITEMS.find(new FeeItemId("METERED")).orElseThrow();
    private static final Unit HOME = Billing.unit("un_1", UnitUse.RESIDENTIAL, "90");
    private static final UnitFacts FACTS = new UnitFacts(HOME, List.of(), Set.of());
    private static final Discount FREE = Discount.monthsFree(1, "a test");
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @Test
    void aYearCostsWhatItsRunsWillCharge() {
        YearQuote quote = accepted(quote(AREA, book(FREE), FACTS));
        assertThat(quote.months()).hasSize(12);
        assertThat(quote.full()).isEqualTo(Money.fen(108_000));
        assertThat(quote.reduced()).isEqualTo(Money.fen(99_000));
        assertThat(quote.payer()).isEqualTo(Billing.OWNER);
        assertThat(quote.year().days().toString()).isEqualTo("2026-03-01/2027-02-28");
    }

    @Test
    void onlyWhatTheYearCostsPaysForIt() {
        YearQuote quote = accepted(quote(AREA, book(FREE), FACTS));
        assertThat(accepted(quote.pay(Money.fen(99_000)))).isEqualTo(Money.fen(99_000));
        assertThat(codes(quote.pay(Money.fen(98_999)))).containsExactly("prepaid-year-amount");
        assertThat(codes(quote.pay(Money.fen(108_000)))).containsExactly("prepaid-year-amount");
    }

    @Test
    void anotherYearThatIsPaidAheadOrChargedLeavesNoDayTwice() {
        ServicePeriod next = new ServicePeriod(day("2027-02-01"), day("2028-02-01"));
        Particulars ahead = Particulars.prepaid(Map.of(AREA.id(), List.of(next)));
        assertThat(codes(quote(AREA, book(FREE), FACTS.with(ahead))))
                .containsExactly("prepaid-year-taken");
        Particulars other = Particulars.prepaid(Map.of(METERED.id(), List.of(next)));
        accepted(quote(AREA, book(FREE), FACTS.with(other)));
        assertThat(codes(quote(AREA, book(FREE), charged("2026-03-01", "2026-04-01"))))
                .containsExactly("prepaid-year-charged");
        accepted(quote(AREA, book(FREE), charged("2026-02-01", "2026-03-01")));
    }

    private static UnitFacts charged(String from, String to) {
        ServicePeriod days = new ServicePeriod(day(from), day(to));
        return new UnitFacts(HOME, List.of(), Set.of(Billing.key("un_1", AREA.id(), days)));
    }

    @Test
    void whatNobodyKnowsAheadIsNotPaidAhead() {
        assertThat(codes(quote(METERED, book(FREE), FACTS))).containsExactly("prepaid-year-fee");
        assertThat(codes(quote(AREA, Billing.book(), FACTS)))
                .hasSize(12)
                .containsOnly("prepaid-year-unpriced");
        assertThat(codes(quote(AREA, book(), FACTS)))
                .containsExactly("prepaid-year-without-discount");
    }

    @Test
    void aYearHasOnePayer() {
        UnitHistory sold =
                accepted(
                        UnitHistory.since(HOME, Vacancy.OCCUPIED, day("2020-01-01"))
                                .withOwner(new OwnerId("ow_2"), day("2026-09-01")));
        UnitFacts facts = new UnitFacts(HOME, sold, List.of(), Set.of());
        assertThat(codes(quote(AREA, book(FREE), facts))).containsExactly("prepaid-year-payers");
    }

    @Test
    void aYearIsTwelveWholeMonthsOfWhichEachIsKnown() {
        ServicePeriod short1 = new ServicePeriod(day("2026-03-01"), day("2027-02-01"));
        assertThatIllegalArgumentException().isThrownBy(() -> new PrepaidYear(AREA, short1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrepaidYear.of(AREA, MARCH).quote(book(FREE), List.of(FACTS)));
    }

    private static Decision<YearQuote> quote(FeeItem item, TariffBook book, UnitFacts facts) {
        return PrepaidYear.of(item, MARCH).quote(book, Collections.nCopies(12, facts));
    }

    private static TariffBook book(Discount... discounts) {
        Tariff plain = Billing.tariff("tf_1", AREA.id(), "1", "2026-01-01");
        Terms usual = Terms.STANDARD;
        Terms terms =
                new Terms(
                        usual.cycle(),
                        usual.timing(),
                        usual.proration(),
                        usual.rounding(),
                        usual.tax(),
                        List.of(discounts));
        return Billing.book(
                new Tariff(
                        plain.id(),
                        plain.scope(),
                        plain.pricing(),
                        terms,
                        plain.currency(),
                        plain.from(),
                        null));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static <T> T accepted(Decision<T> decision) {
        return decision.fold(
                value -> value,
                reasons -> {
                    throw new AssertionError(reasons);
                });
    }

    private static List<String> codes(Decision<?> decision) {
        return decision.fold(
                value -> List.of(),
                reasons -> reasons.stream().map(reason -> reason.code().key()).toList());
    }
}
