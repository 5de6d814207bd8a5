package dev.guanjia.workorder.paid;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.workorder.Spoken.codes;
import static dev.guanjia.workorder.paid.Paid.LABOUR;
import static dev.guanjia.workorder.paid.Paid.TAP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceListTest {

    private static final String HEADER =
            "item,zh,en,kind,unit_zh,unit_en,price,currency,free,from,last\n";
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final PriceList LIST =
            PriceList.parse(
                    "prices.csv",
                    HEADER
                            + "PLUMBER,水工,Plumber,LABOUR,小时,hour,80.00,CNY,no,2026-01,2026-02-28\n"
                            + "PLUMBER,水工,Plumber,LABOUR,小时,hour,90.00,CNY,no,2026-03,\n"
                            + "LOOK,上门检查,Look,LABOUR,次,visit,0.00,CNY,yes,2026-01,\n",
                    Money.CNY);

    @ParameterizedTest
    @CsvSource({
        "2025-12-31, -, before the first there is none",
        "2026-01-01, 80.00, from the first day",
        "2026-02-28, 80.00, to the last day",
        "2026-03-01, 90.00, then the next",
        "2030-01-01, 90.00, without a last day for ever"
    })
    void aPriceHoldsOnItsDays(LocalDate day, String expected, String why) {
        assertThat(LIST.price("PLUMBER", day).map(row -> row.price().amountText()).orElse("-"))
                .as(why)
                .isEqualTo(expected);
    }

    @Test
    void twoPricesOfAnItemDoNotOverlap() {
        assertThat(codes(LIST.add(row(9_500, "2026-04-01", null))))
                .containsExactly("paid-price-overlaps");
        assertThat(codes(LIST.add(row(9_500, "2025-12-01", "2026-01-01"))))
                .containsExactly("paid-price-overlaps");
        assertThat(codes(LIST.add(row(9_500, "2025-12-01", "2025-12-31")))).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new PriceList(
                                        Money.CNY,
                                        List.of(
                                                row(1, "2026-01-01", null),
                                                row(2, "2026-02-01", null))));
    }

    @Test
    void aRevisedPriceEndsTheOneBeforeIt() {
        PriceList revised = accepted(LIST.revise(row(9_500, "2026-04-01", null)));
        assertThat(revised.price("PLUMBER", LocalDate.of(2026, 3, 31)).orElseThrow().price())
                .isEqualTo(Money.fen(9_000));
        assertThat(revised.price("PLUMBER", LocalDate.of(2026, 4, 1)).orElseThrow().price())
                .isEqualTo(Money.fen(9_500));
        assertThat(codes(LIST.revise(row(9_500, "2026-03-01", null))))
                .as("nothing is rewritten from its first day")
                .containsExactly("paid-price-overlaps");
    }

    @Test
    void aListHasOneCurrency() {
        PriceRow dollars =
                new PriceRow(
                        TAP, Money.parse("9.00", Currency.getInstance("USD")), false, MARCH, null);
        assertThat(codes(LIST.add(dollars))).containsExactly("paid-other-currency");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PriceList(Money.CNY, List.of(dollars)));
    }

    @Test
    void nothingIsFreeUnlessMarked() {
        assertThatIllegalArgumentException().isThrownBy(() -> row(0, "2026-01-01", null));
        assertThatIllegalArgumentException().isThrownBy(() -> row(-1, "2026-01-01", null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PriceRow(TAP, Money.fen(1), true, MARCH, null));
        assertThatIllegalArgumentException().isThrownBy(() -> row(1, "2026-01-02", "2026-01-01"));
        assertThat(LIST.price("LOOK", MARCH).orElseThrow().free()).isTrue();
    }

    @Test
    void linesArePricedOnTheDayAndEveryFaultIsNamed() {
        TreeMap<String, Rational> wanted = new TreeMap<>();
        wanted.put("PLUMBER", Rational.of(3, 2));
        wanted.put("LOOK", Rational.ONE);
        List<PaidLine> lines = accepted(LIST.lines(wanted, MARCH));
        assertThat(lines)
                .extracting(line -> line.item().id() + " " + line.amount())
                .containsExactly("LOOK CNY 0.00", "PLUMBER CNY 135.00");
        wanted.put("PLUMBER", Rational.ZERO);
        wanted.put("GOLD", Rational.ONE);
        assertThat(codes(LIST.lines(wanted, MARCH)))
                .containsExactly("paid-price-unknown", "paid-quantity-not-positive");
        assertThat(codes(LIST.lines(new TreeMap<>(), MARCH))).containsExactly("paid-no-lines");
    }

    @Test
    void everyFaultyRowOfAFileIsNamed() {
        String text =
                HEADER
                        + "A,甲,A,LABOUR,次,visit,0.00,CNY,no,2026-01,\n"
                        + "B,乙,B,GIFT,次,visit,1.00,CNY,no,2026-01,\n"
                        + "C,丙,C,LABOUR,次,visit,1.000,CNY,no,2026-01,\n";
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> PriceList.parse("prices.csv", text, Money.CNY))
                .satisfies(
                        fault ->
                                assertThat(fault.faults())
                                        .extracting(row -> row.line() + " " + row.column())
                                        .containsExactly("2 ", "3 kind", "4 price"));
        String twice =
                HEADER
                        + "A,甲,A,LABOUR,次,visit,1.00,CNY,no,2026-01,\n"
                        + "A,甲,A,LABOUR,次,visit,2.00,CNY,no,2026-02,\n"
                        + "B,乙,B,LABOUR,次,visit,2.00,USD,no,2026-02,\n";
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> PriceList.parse("prices.csv", twice, Money.CNY))
                .satisfies(
                        fault ->
                                assertThat(fault.faults())
                                        .extracting(row -> row.line() + " " + row.message())
                                        .containsExactly(
                                                "3 The item A already has a price from 2026-01-01"
                                                        + " that overlaps the one from 2026-02-01.",
                                                "4 Expected CNY, found USD."));
    }

    private static PriceRow row(long fen, String from, String last) {
        return new PriceRow(
                LABOUR,
                Money.fen(fen),
                false,
                LocalDate.parse(from),
                last == null ? null : LocalDate.parse(last));
    }
}
