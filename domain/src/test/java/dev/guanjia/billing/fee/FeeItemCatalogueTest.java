package dev.guanjia.billing.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.guanjia.billing.Billing;
import dev.guanjia.catalogue.CatalogueException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FeeItemCatalogueTest {

    private static final String HEADER =
            "id,zh,en,basis,meters,income,management_fee,order,from,source\n";

    @Test
    void shipsTheFeesOfTheMonthOfPaidWorkAndOfBeingLate() {
        FeeItemCatalogue standard = FeeItemCatalogue.standard();
        assertThat(standard.items())
                .extracting(item -> item.id().value(), FeeItem::basis, FeeItem::managementFee)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "PROPERTY_SERVICE", ChargeBasis.AREA, true),
                        org.assertj.core.groups.Tuple.tuple(
                                "SECONDARY_WATER", ChargeBasis.METER, false),
                        org.assertj.core.groups.Tuple.tuple(
                                "PAID_SERVICE", ChargeBasis.ORDER, false),
                        org.assertj.core.groups.Tuple.tuple(
                                "LATE_CHARGE", ChargeBasis.LATE, false));
        assertThat(standard.find(Billing.WATER)).isPresent();
        assertThat(standard.find(new FeeItemId("PARKING"))).isEmpty();
    }

    @Test
    void anItemIsChargedFromItsFirstDay() {
        FeeItemCatalogue own =
                FeeItemCatalogue.parse(
                        "own.csv",
                        HEADER
                                + "B,乙,B,METER,WATER,ON_BEHALF,no,2,2026-02,x\n"
                                + "A,甲,A,AREA,,OWN,yes,1,2026-03,x\n");
        assertThat(own.on(LocalDate.of(2026, 1, 31))).isEmpty();
        assertThat(own.on(LocalDate.of(2026, 2, 1))).hasSize(1);
        assertThat(own.on(LocalDate.of(2026, 3, 1)))
                .extracting(item -> item.id().value())
                .containsExactly("A", "B");
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        assertThatThrownBy(
                        () ->
                                FeeItemCatalogue.parse(
                                        "own.csv",
                                        HEADER
                                                + "A,甲,A,WEIGHT,,OWN,yes,1,2026-03,x\n"
                                                + "B,乙,B,AREA,,OWN,maybe,2,2026-03,x\n"
                                                + "C,丙,C,METER,,OWN,no,3,2026-03,x\n"))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("own.csv:2 basis")
                .hasMessageContaining("own.csv:3 management_fee")
                .hasMessageContaining("own.csv:4");
    }
}
