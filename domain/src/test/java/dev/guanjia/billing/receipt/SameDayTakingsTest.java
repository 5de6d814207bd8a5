package dev.guanjia.billing.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.guanjia.billing.receipt.SameDayTakings.Of;
import dev.guanjia.catalogue.CatalogueException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SameDayTakingsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    @Test
    void depositsForRenovationsKeysAndCardsAreSettledOnTheSameDay() {
        SameDayTakings standard = SameDayTakings.standard();
        assertThat(standard.keys(Of.DEPOSIT, DAY))
                .containsExactly("ACCESS_CARD", "KEY", "RENOVATION");
        assertThat(standard.keys(Of.FEE_ITEM, DAY)).isEmpty();
    }

    @Test
    void aVendorNamesTakingsOfTheirOwnFromADayOn() {
        SameDayTakings own =
                SameDayTakings.parse(
                        "own", "of,key,from,source\nFEE_ITEM,RENOVATION_WASTE,2026-04,contract\n");
        assertThat(own.keys(Of.FEE_ITEM, DAY)).containsExactly("RENOVATION_WASTE");
        assertThat(own.keys(Of.FEE_ITEM, DAY.minusDays(1))).isEmpty();
        assertThat(own.keys(Of.DEPOSIT, DAY)).isEmpty();
    }

    @Test
    void aFaultyRowIsNamed() {
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(
                        () -> SameDayTakings.parse("own", "of,key,from,source\nMEAL,X,2026-04,x\n"))
                .withMessageContaining("MEAL");
    }
}
