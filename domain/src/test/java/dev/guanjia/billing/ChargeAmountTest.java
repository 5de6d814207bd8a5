package dev.guanjia.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.billing.fee.ChargeBasis;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.property.meter.MeterId;
import dev.guanjia.property.meter.ReadingId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChargeAmountTest {

    private static final List<String> COLUMNS =
            List.of("basis", "quantity", "price", "amount", "why");

    static List<Row> examples() {
        return Table.of(ChargeAmountTest.class, "charge-amounts.csv", COLUMNS).rows();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void matchesTheWorkedExamples(Row row) {
        Rational quantity = Rational.parse(row.text("quantity"));
        Quantity counted =
                ChargeBasis.valueOf(row.text("basis")) == ChargeBasis.AREA
                        ? new Quantity.Floor(quantity)
                        : new Quantity.Metered(List.of(span(quantity)));
        ChargeTrace trace = trace(counted, row.text("price"));
        assertThat(trace.recompute().gross().amountText())
                .as(row.text("why"))
                .isEqualTo(row.text("amount"));
    }

    @Test
    void everyExampleIsRead() {
        assertThat(examples()).hasSize(13);
    }

    @Test
    void theTraceShowsTheExactProduct() {
        ChargeTrace trace =
                trace(new Quantity.Metered(List.of(span(Rational.parse("12.345")))), "3.205");
        assertThat(trace.exact().decimalText()).isEqualTo("39.565725");
    }

    @Test
    void anAmountThatItsTraceDoesNotGiveCannotExist() {
        Charge good = Billing.charge("un_1", 100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> again(good, Money.fen(101)))
                .withMessage("charge of CNY 1.01, its trace gives CNY 1.00");
        assertThatIllegalArgumentException().isThrownBy(() -> Billing.charge("un_1", 0));
    }

    @Test
    void aSpanThatRunsBackwardsCannotExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> span(Rational.parse("-0.001")))
                .withMessageContaining("runs backwards");
    }

    @Test
    void aMeterCountsOnceInAQuantity() {
        MeterSpan span = span(Rational.ONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Quantity.Metered(List.of(span, span)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Quantity.Metered(List.of()));
    }

    private static Charge again(Charge charge, Money amount) {
        LocalDate due = charge.dueOn();
        return new Charge(charge.id(), charge.key(), charge.payer(), amount, due, charge.trace());
    }

    private static MeterSpan span(Rational consumption) {
        Rational opening = Rational.parse("100.5");
        return new MeterSpan(
                new MeterId("mt_1"),
                null,
                opening,
                new ReadingId("rd_1"),
                opening.plus(consumption));
    }

    private static ChargeTrace trace(Quantity quantity, String price) {
        return ChargeTrace.of(Billing.segment(quantity, Rational.parse(price)), Money.CNY);
    }
}
