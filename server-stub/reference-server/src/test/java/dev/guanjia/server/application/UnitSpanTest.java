package dev.guanjia.server.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.run.BillRunProgress;
import dev.guanjia.money.Money;
import dev.guanjia.server.store.BillRunPartStore.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every unit stands in one span, unless it is stored already; then it stands in none. */
class UnitSpanTest {

    private static final List<Long> PLACES = List.of(3L, 4L, 8L, 9L, 12L, 13L, 20L);

    @Test
    void unitsAreCutIntoSpansOfTheSameSize() {
        assertThat(of(PLACES, List.of(), 3))
                .containsExactly(
                        new UnitSpan(2, 8, 10, 3),
                        new UnitSpan(8, 13, 13, 3),
                        new UnitSpan(13, 20, 16, 1));
        assertThat(of(List.of(), List.of(), 3)).isEmpty();
    }

    @Test
    void noSpanReachesOverWhatIsStored() {
        assertThat(of(PLACES, List.of(part(4, 9)), 3))
                .containsExactly(new UnitSpan(2, 4, 10, 2), new UnitSpan(9, 20, 14, 3));
        assertThat(of(PLACES, List.of(part(2, 3), part(12, 20)), 2))
                .containsExactly(new UnitSpan(3, 8, 11, 2), new UnitSpan(8, 12, 13, 2));
        assertThat(of(PLACES, List.of(part(2, 20)), 2)).isEmpty();
    }

    private static List<UnitSpan> of(List<Long> places, List<Part> there, int most) {
        return UnitSpan.of(places, there, UnitSpan.startingAfter(2, 10), most);
    }

    private static Part part(long after, long last) {
        return new Part(after, last, BillRunProgress.starting(0, Money.CNY));
    }
}
