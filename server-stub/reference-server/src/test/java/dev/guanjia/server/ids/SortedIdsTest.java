package dev.guanjia.server.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SortedIdsTest {

    @Test
    void thoseOfALaterPartComeAfterThoseOfAnEarlierOne() {
        List<String> ids = new ArrayList<>();
        for (int part = 0; part < 7; part++) {
            SortedIds some = new SortedIds("ch", 100, part, part + 1, 7);
            for (int i = 0; i < 100; i++) {
                ids.add(some.next());
            }
        }
        assertThat(ids).isSorted().doesNotHaveDuplicates().allMatch(SortedIdsTest::isId);
        assertThat(ids.get(0)).startsWith("ch_0");
        assertThat(ids.get(699)).startsWith("ch_z");
    }

    @Test
    void asManyAsAreAskedForAreGivenAndNoneTwice() {
        SortedIds some = new SortedIds("ch", 10);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            ids.add(some.next());
        }
        assertThat(ids).doesNotHaveDuplicates().allMatch(SortedIdsTest::isId);
        assertThat(ids.subList(0, 10)).isSorted();
    }

    private static boolean isId(String id) {
        return id.matches("ch_[0-9A-Za-z]{20}");
    }
}
