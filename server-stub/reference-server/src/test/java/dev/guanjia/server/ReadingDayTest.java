package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingDayTest {

    private final RunningServer server = RunningServer.shared();
    private final Meters meters = Meters.with(server);
    private final Api manager = server.holding("PROPERTY_MANAGER");

    @Test
    void metersAreReadByThe28thUnlessTheCommunitySaysOtherwise() {
        assertThat(unread("2024-02").text("/reading_on")).isEqualTo("2024-02-28");
        set("2024-03", 25).expect(201);
        set("2024-05", 20).expect(201);
        assertThat(unread("2024-02").text("/reading_on")).isEqualTo("2024-02-28");
        assertThat(unread("2024-04").text("/reading_on")).isEqualTo("2024-04-25");
        assertThat(unread("2024-06").text("/reading_on")).isEqualTo("2024-06-20");
        set("2024-05", 21).expectProblem(409, "reading-day-taken");
        set("2024-06", 29).expectProblem(400, "invalid-request");
        Reply rows = manager.get(path("/reading-days")).expect(200);
        assertThat(rows.json().at("/items").findValuesAsString("from"))
                .containsExactly("2024-03", "2024-05");
        meters.worker()
                .post(path("/reading-days"), "{\"from\": \"2024-07\", \"day\": 1}")
                .expectProblem(403, "command-not-permitted");
        manager.get("/communities/cm_00000000/reading-days").expectProblem(404, "not-found");
    }

    @Test
    void theUnreadAreThoseThatWereInPlaceAndHaveNoReadingOfTheMonth() {
        String read = meters.meter("WATER", "");
        String unread = meters.meter("GAS", "");
        String removed = meters.meter("GAS", "");
        meters.change(removed, "2024-02-10", "3", "").expect(201);
        meters.read(read, "2024-03-02", "3");
        assertThat(ids("2023-12")).as("not there yet").isEmpty();
        assertThat(ids("2024-01")).containsExactly(read, unread, removed);
        assertThat(ids("2024-02")).containsExactly(read, unread);
        assertThat(ids("2024-03")).containsExactly(unread);
    }

    private List<String> ids(String month) {
        return unread(month).json().at("/items").findValuesAsString("id");
    }

    private Reply unread(String month) {
        return manager.get(path("/unread-meters?period=" + month)).expect(200);
    }

    private Reply set(String from, int day) {
        return manager.post(
                path("/reading-days"), "{\"from\": \"%s\", \"day\": %d}".formatted(from, day));
    }

    private String path(String rest) {
        return "/communities/" + meters.registry().community() + rest;
    }
}
