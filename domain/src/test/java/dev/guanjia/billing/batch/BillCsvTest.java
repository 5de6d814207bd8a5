package dev.guanjia.billing.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.BillCalculation;
import dev.guanjia.billing.Billing;
import dev.guanjia.billing.UnitFacts;
import dev.guanjia.billing.fee.FeeItemCatalogue;
import dev.guanjia.billing.tariff.Rate;
import dev.guanjia.billing.tariff.Tariff;
import dev.guanjia.billing.tariff.TariffId;
import dev.guanjia.billing.tariff.TariffScope;
import dev.guanjia.billing.tariff.Tax;
import dev.guanjia.billing.tariff.Terms;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.property.UnitId;
import dev.guanjia.property.UnitUse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BillCsvTest {

    private static final FeeItemCatalogue ITEMS =
            FeeItemCatalogue.parse(
                    "items.csv",
                    """
                    id,zh,en,basis,meters,income,management_fee,order,from,source
                    BY_AREA,按面积,By area,AREA,,OWN,yes,10,2020-01,a test
                    METERED,计量,Metered,METER,WATER,OWN,no,20,2020-01,a test
                    """);

    /** 98.75 x 2.35 = 232.0625, at 6 % 13.92; 0.5 x 2.35 = 1.175, up to 1.18, at 6 % 0.07. */
    @Test
    void everyPlainChargeIsALine() {
        StringBuilder text = new StringBuilder();
        BillCsv csv = new BillCsv((bytes, count) -> text.append(utf8(bytes, count)));
        csv.header();
        long lines = csv.write(billed("98.75", "0.5"), ids(2));
        assertThat(lines).isEqualTo(2);
        assertThat(text)
                .hasToString(
                        """
                        unit,fee_item,quantity,net,tax,gross
                        un_0,BY_AREA,98.75,232.06,13.92,245.98
                        un_1,BY_AREA,0.50,1.18,0.07,1.25
                        """);
    }

    @Test
    void manyLinesAreHandedOverPieceByPiece() {
        List<Integer> counts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        BillCsv csv =
                new BillCsv(
                        (bytes, count) -> {
                            counts.add(count);
                            text.append(utf8(bytes, count));
                        });
        String[] areas = IntStream.range(0, 5_000).mapToObj(i -> "98.75").toArray(String[]::new);
        assertThat(csv.write(billed(areas), ids(5_000))).isEqualTo(5_000);
        assertThat(counts).hasSizeGreaterThan(2);
        assertThat(text.toString().lines()).hasSize(5_000).allMatch(l -> l.endsWith(",245.98"));
    }

    private static BilledTable billed(String... areas) {
        List<UnitFacts> units = new ArrayList<>();
        for (int i = 0; i < areas.length; i++) {
            units.add(
                    new UnitFacts(
                            Billing.unit("un_" + i, UnitUse.RESIDENTIAL, areas[i]),
                            List.of(),
                            Set.of()));
        }
        BillCalculation rules =
                new BillCalculation(
                        ITEMS, Billing.book(tariff()), Billing.MARCH, LocalDate.of(2026, 4, 10));
        return new BatchCalculation(rules).bill(UnitTable.of(units, rules));
    }

    private static Tariff tariff() {
        Terms usual = Terms.STANDARD;
        Tax tax = new Tax(Tax.Kind.EXCLUSIVE, Rational.of(6, 100));
        return new Tariff(
                new TariffId("tf_1"),
                new TariffScope(Billing.COMMUNITY, ITEMS.items().get(0).id(), UnitUse.RESIDENTIAL),
                new Rate(Rational.parse("2.35")),
                new Terms(
                        usual.cycle(),
                        usual.timing(),
                        usual.proration(),
                        usual.rounding(),
                        tax,
                        List.of()),
                Money.CNY,
                LocalDate.of(2026, 1, 1),
                null);
    }

    private static List<UnitId> ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> new UnitId("un_" + i)).toList();
    }

    private static String utf8(byte[] bytes, int count) {
        return new String(bytes, 0, count, StandardCharsets.UTF_8);
    }
}
