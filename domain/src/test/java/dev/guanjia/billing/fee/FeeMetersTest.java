package dev.guanjia.billing.fee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.property.meter.MeterKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeeMetersTest {

    @Test
    void everyFeeByMeterSaysWhichMetersAndNoOtherDoes() {
        List<FeeItemId> byMeter =
                FeeItemCatalogue.standard().items().stream()
                        .filter(item -> item.basis() == ChargeBasis.METER)
                        .map(FeeItem::id)
                        .toList();
        assertThat(FeeMeters.entries())
                .extracting(FeeMeters.Entry::item)
                .containsExactlyInAnyOrderElementsOf(byMeter);
        assertThat(FeeMeters.entries()).allSatisfy(row -> assertThat(row.source()).isNotBlank());
    }

    @Test
    void aFeeWithoutARowBillsWater() {
        assertThat(FeeMeters.kind(new FeeItemId("OTHER"))).isEqualTo(MeterKind.WATER);
        assertThat(FeeMeters.kind(new FeeItemId("SECONDARY_WATER"))).isEqualTo(MeterKind.WATER);
    }
}
