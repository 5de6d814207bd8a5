package dev.guanjia.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.billing.tariff.Band;
import dev.guanjia.billing.tariff.Discount;
import dev.guanjia.billing.tariff.Slabs;
import dev.guanjia.billing.tariff.TariffId;
import dev.guanjia.money.Rational;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChargeSegmentTest {

    private static final Discount YEAR = Discount.monthsFree(1, "notice 2026-01");
    private static final Discount EMPTY =
            new Discount(Discount.Reason.VACANCY, Rational.of(3, 10), "resolution 7");

    /** 98.75 m2 at 2 for twelve months is 2370; a month free leaves 2172.50, then 70 % 1520.75. */
    @Test
    void discountsAreTakenOffOneAfterTheOther() {
        assertThat(year(List.of())).isEqualTo("2370");
        assertThat(year(List.of(YEAR))).isEqualTo("2172.5");
        assertThat(year(List.of(YEAR, EMPTY))).isEqualTo("1520.75");
    }

    /**
     * Up to 10 at 2, above at 3, at least 15: after 8, which cost 16, 4 cost 10; after 5 for 10, 1
     * lacks 5.
     */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, 8, 16",
                "8, 4, 10",
                "-, 5, 15",
                "5, 5, 10",
                "5, 1, 5",
                "-, 0, 15",
                "0, 4, 15"
            })
    void graduatedPricesGoOnWhereTheFirstPartStopped(
            @Nullable String earlier, String quantity, String amount) {
        assertThat(graduated(earlier, quantity).exact().decimalText()).isEqualTo(amount);
    }

    @Test
    void timeDoesNotRunBackwards() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> segment(new Quantity.Floor(Rational.ONE), "-1", List.of()))
                .withMessage("months are negative: -1");
    }

    private static String year(List<Discount> discounts) {
        Quantity area = new Quantity.Floor(Rational.parse("98.75"));
        return segment(area, "12", discounts).exact().decimalText();
    }

    private static ChargeSegment segment(Quantity each, String months, List<Discount> discounts) {
        ChargeSegment month = Billing.segment(each, Rational.of(2, 1));
        return new ChargeSegment(
                month.tariff(),
                month.days(),
                each,
                null,
                month.pricing(),
                Rational.parse(months),
                discounts);
    }

    private static ChargeSegment graduated(@Nullable String earlier, String quantity) {
        Slabs slabs =
                new Slabs(
                        List.of(
                                new Band(Rational.ZERO, Rational.of(10, 1), Rational.of(2, 1)),
                                new Band(Rational.of(10, 1), null, Rational.of(3, 1))),
                        Rational.of(15, 1));
        return new ChargeSegment(
                new TariffId("tf_1"),
                Billing.MARCH,
                new Quantity.Floor(Rational.parse(quantity)),
                earlier == null ? null : Rational.parse(earlier),
                slabs,
                Rational.ONE,
                List.of());
    }
}
