package dev.guanjia.server.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageRequestTest {

    private static final List<Instant> MOMENTS =
            List.of(
                    Instant.MIN,
                    Instant.parse("1969-12-31T23:59:59.500Z"),
                    Instant.parse("1970-01-01T00:00:00Z"),
                    Instant.parse("2026-03-06T08:30:00Z"),
                    Instant.parse("2026-03-06T08:30:00.000001Z"),
                    Instant.parse("2026-03-06T08:30:00.500Z"),
                    Instant.parse("2026-03-06T08:30:01Z"),
                    Instant.MAX);

    @Test
    void momentsSortAsTextWhateverTheirFractions() {
        assertThat(MOMENTS).isSortedAccordingTo(Comparator.comparing(PageRequest::moment));
        assertThat(MOMENTS).extracting(PageRequest::moment).doesNotHaveDuplicates();
    }

    @Test
    void aListOfMomentsIsCutWhereItsOrderSays() {
        PageRequest first = PageRequest.of("moments", 5, null);
        Page<Instant> page = Page.slice(MOMENTS, first, PageRequest::moment);
        PageRequest second = PageRequest.of("moments", 5, page.nextCursor());
        assertThat(page.items()).isEqualTo(MOMENTS.subList(0, 5));
        assertThat(Page.slice(MOMENTS, second, PageRequest::moment).items())
                .isEqualTo(MOMENTS.subList(5, MOMENTS.size()));
    }
}
