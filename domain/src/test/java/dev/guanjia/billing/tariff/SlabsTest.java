package dev.guanjia.billing.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.decision.Language;
import dev.guanjia.decision.Wording;
import dev.guanjia.money.Rational;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlabsTest {

    private static final String TARIFF = "0-10@2 10-20@2.5 20-30@8 30-40@12 40-@15";

    /** A municipal tariff; each band by hand: 10 x 2 = 20, 10 x 2.5 = 25, 10 x 8 = 80 and so on. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 100",
        "10, 20, 100",
        "25, 85, 100",
        "26.5, 97, 100",
        "26.875, 100, 100",
        "31, 137, 137",
        "40, 245, 245",
        "40.1, 246.5, 246.5"
    })
    void eachPartCostsWhatItsBandSays(String quantity, String free, String atLeastHundred) {
        assertThat(amount("0", quantity)).isEqualTo(free);
        assertThat(amount("100", quantity)).isEqualTo(atLeastHundred);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0-10@2 11-@3 | Row 2 starts at 11; the row before ends at 10, and nothing says what"
                        + " lies between costs.",
                "0-10@2 9.5-@3 | Row 2 starts at 9.5; the row before already reaches to 10.",
                "0-@2 10-@3 | Row 2 starts at 10; the row before already reaches to -.",
                "5-@2 | Row 1 starts at 5; the row before ends at 0, and nothing says what lies"
                        + " between costs.",
                "0-10@2 | The last row, 1, ends at 10; nothing says what more than that costs."
            })
    void aTableThatLeavesSomethingOpenIsRefused(String table, String reason) {
        String said =
                Slabs.of(bands(table), Rational.ZERO)
                        .fold(slabs -> "", why -> Wording.of(why.get(0), Language.EN));
        assertThat(said).isEqualTo(reason);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Slabs(bands(table), Rational.ZERO));
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        List<String> keys =
                Slabs.of(bands("1-2@1 1-3@1"), Rational.of(-1, 1))
                        .fold(
                                slabs -> List.of(),
                                why -> why.stream().map(reason -> reason.code().key()).toList());
        assertThat(keys)
                .containsExactly("slab-gap", "slab-overlap", "slabs-end", "minimum-negative");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3-3@1", "3-2@1", "0-1@-1", "0-1@0.0000001"})
    void aBandGoesUpAndCostsADecimal(String band) {
        assertThatIllegalArgumentException().isThrownBy(() -> bands(band));
    }

    @Test
    void aTableWithoutRowsSaysNothing() {
        String key =
                Slabs.of(List.of(), Rational.ZERO).fold(s -> "", why -> why.get(0).code().key());
        assertThat(key).isEqualTo("slabs-end");
    }

    private static String amount(String minimum, String quantity) {
        return new Slabs(bands(TARIFF), Rational.parse(minimum))
                .amount(Rational.parse(quantity))
                .decimalText();
    }

    static List<Band> bands(String table) {
        return Arrays.stream(table.split(" ")).map(SlabsTest::band).toList();
    }

    private static Band band(String text) {
        String[] parts = text.split("[@]");
        int stroke = parts[0].indexOf('-');
        String end = parts[0].substring(stroke + 1);
        return new Band(
                Rational.parse(parts[0].substring(0, stroke)),
                end.isEmpty() ? null : Rational.parse(end),
                Rational.from(new BigDecimal(parts[1])));
    }
}
