package dev.guanjia.billing;

import static dev.guanjia.billing.Billing.WATER;
import static dev.guanjia.billing.Billing.tariff;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.money.Rational;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** Whatever is read late and whichever months are run again: consumption is billed once. */
@Domain(MeteredYear.Years.class)
@Domain(net.jqwik.api.domains.DomainContext.Global.class)
class BillCalculationProperties {

    private static final String DEAR = "1000"; // a litre costs a yuan, so nothing rounds away
    private static final String CHEAP = "0.4"; // a dozen litres round to nothing

    @Property
    void theBilledConsumptionAddsUpToTheLastReadingLessTheInitialValue(@ForAll MeteredYear year) {
        MeteredYear.Books books = year.bill(calculation(DEAR));
        books.run(calculation(DEAR, MeteredYear.AFTERWARDS), Integer.MAX_VALUE);
        assertThat(books.consumption()).isEqualTo(year.total());
    }

    @Property
    void spansOfAMeterFollowEachOtherWithoutGapOrOverlap(
            @ForAll MeteredYear year, @ForAll boolean cheap) {
        MeteredYear.Books books = year.bill(calculation(cheap ? CHEAP : DEAR));
        for (List<MeterSpan> spans : books.spansByMeter()) {
            for (int i = 1; i < spans.size(); i++) {
                assertThat(spans.get(i).openingReading())
                        .isEqualTo(spans.get(i - 1).closingReading());
                assertThat(spans.get(i).opening()).isEqualTo(spans.get(i - 1).closing());
            }
        }
    }

    @Property
    void whatRoundsToNothingIsNotLost(@ForAll MeteredYear year) {
        MeteredYear.Books books = year.bill(calculation(CHEAP));
        books.run(calculation(DEAR, MeteredYear.AFTERWARDS), Integer.MAX_VALUE);
        assertThat(books.consumption()).isEqualTo(year.total());
    }

    @Property
    void aRunRepeatedOnTheSameFactsLeavesEveryChargeUnchanged(@ForAll MeteredYear year) {
        MeteredYear.Books books = year.bill(calculation(DEAR));
        BillCalculation last = calculation(DEAR, MeteredYear.AFTERWARDS);
        List<BillOutcome> first = books.run(last, Integer.MAX_VALUE);
        int charges = books.charges().size();
        List<BillOutcome> second = books.run(last, Integer.MAX_VALUE);
        assertThat(books.charges()).hasSize(charges);
        assertThat(books.charges()).extracting(Charge::key).doesNotHaveDuplicates();
        assertThat(second)
                .isEqualTo(
                        first.stream()
                                .map(
                                        outcome ->
                                                outcome.<BillOutcome>fold(
                                                        c -> new BillOutcome.Unchanged(c.key()),
                                                        same -> same,
                                                        skipped -> skipped))
                                .toList());
    }

    @Property
    void everyChargeRecomputesToItsAmount(@ForAll MeteredYear year) {
        for (Charge charge : year.bill(calculation(CHEAP)).charges()) {
            Rational exact = charge.trace().exact();
            Rational error = charge.amount().toRational().minus(exact);
            assertThat(error).isBetween(Rational.of(-5, 1000), Rational.of(5, 1000));
            assertThat(charge.trace().recompute().gross()).isEqualTo(charge.amount());
        }
    }

    private static Function<ServicePeriod, BillCalculation> calculation(String price) {
        return period -> calculation(price, period);
    }

    private static BillCalculation calculation(String price, ServicePeriod period) {
        return Billing.calculation(
                Billing.book(tariff("tf_1", WATER, price, "2026-01-01")), period);
    }
}
