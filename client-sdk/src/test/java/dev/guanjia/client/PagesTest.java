package dev.guanjia.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.guanjia.client.TestServer.Seen;
import dev.guanjia.client.model.Staff;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static TestServer.Act page(String next, String... names) {
        StringBuilder items = new StringBuilder();
        for (String name : names) {
            items.append(items.isEmpty() ? "" : ",")
                    .append("{\"id\":\"sf_00000001\",\"staff_no\":\"S\",\"name\":\"")
                    .append(name)
                    .append("\"}");
        }
        String cursor = next.isEmpty() ? "" : ",\"next_cursor\":\"" + next + "\"";
        return TestServer.json(200, "{\"items\":[" + items + "]" + cursor + "}");
    }

    private static Pages<Staff> staff(TestServer server) {
        Guanjia guanjia = server.client().build();
        return Pages.iterate(cursor -> guanjia.organisation().listStaff(2, cursor));
    }

    @Test
    void allItemsOfAllPagesComeInOrder() {
        try (TestServer server =
                new TestServer(page("c+/1", "A", "B"), page("c2", "C", "D"), page("", "E"))) {
            assertThat(staff(server).stream().map(Staff::getName))
                    .containsExactly("A", "B", "C", "D", "E");
            assertThat(server.seen())
                    .extracting(Seen::target)
                    .containsExactly(
                            "/v1/staff?limit=2",
                            "/v1/staff?limit=2&cursor=c%2B%2F1",
                            "/v1/staff?limit=2&cursor=c2");
        }
    }

    @Test
    void anEmptyListHasNoItems() {
        try (TestServer server = new TestServer(page(""))) {
            assertThat(staff(server)).isEmpty();
            assertThat(server.seen()).hasSize(1);
        }
    }

    @Test
    void oneItemIsAllThereIs() {
        try (TestServer server = new TestServer(page("", "A"))) {
            assertThat(staff(server)).extracting(Staff::getName).containsExactly("A");
            assertThat(server.seen()).hasSize(1);
        }
    }

    @Test
    void anEmptyPageIsNotTheEnd() {
        try (TestServer server = new TestServer(page("c1"), page("c2"), page("", "A"))) {
            assertThat(staff(server)).extracting(Staff::getName).containsExactly("A");
        }
    }

    @Test
    void aPageIsFetchedOnlyWhenItIsNeeded() {
        try (TestServer server = new TestServer(page("c1", "A", "B"), page("", "C"))) {
            Pages<Staff> pages = staff(server);
            assertThat(server.seen()).isEmpty();

            Iterator<Staff> iterator = pages.iterator();
            iterator.next();
            iterator.next();
            assertThat(server.seen()).hasSize(1);
            iterator.next();
            assertThat(server.seen()).hasSize(2);
            assertThat(iterator.hasNext()).isFalse();
            assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(iterator::next);
        }
    }

    @Test
    void aSecondWalkBeginsAgain() {
        try (TestServer server =
                new TestServer(page("c1", "A"), page("", "B"), page("c1", "A"), page("", "B"))) {
            Pages<Staff> pages = staff(server);

            assertThat(pages).hasSize(2);
            assertThat(pages).hasSize(2);
            assertThat(server.seen()).hasSize(4);
        }
    }

    @Test
    void aRepeatedCursorIsRefused() {
        try (TestServer server =
                new TestServer(page("c1", "A"), page("c2", "B"), page("c1", "C"))) {
            assertThatExceptionOfType(GuanjiaException.class)
                    .isThrownBy(() -> staff(server).forEach(one -> {}))
                    .withMessage("the server repeated the cursor c1");
            assertThat(server.seen()).hasSize(3);
        }
    }

    @Test
    void anyPageTypeWillDo() {
        Map<String, List<Integer>> list = Map.of("", List.of(1, 2), "b", List.of(3));

        Pages<Integer> pages =
                Pages.iterate(
                        (@Nullable String cursor) -> cursor == null ? "" : cursor,
                        (String page) -> List.copyOf(list.getOrDefault(page, List.of())),
                        page -> page.isEmpty() ? "b" : null);

        assertThat(pages).containsExactly(1, 2, 3);
    }
}
