package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeterReadingTest {

    private final RunningServer server = RunningServer.shared();
    private final Registry registry = Registry.with(server);
    private final Api worker = server.holding("MAINTENANCE_WORKER");

    @Test
    void theSameReadingAgainIsTheSameReading() {
        String meter = meter();
        String may = reading(meter, "2024-05-25", "152.30");
        Reply first = record(may).expect(201);
        assertThat(first.text("/readings/0/value")).isEqualTo("152.30");
        Reply again = record(may.replace("152.30", "152.3"), may).expect(201);
        assertThat(again.json().at("/readings/0")).isEqualTo(first.json().at("/readings/0"));
        assertThat(again.json().at("/readings/1")).isEqualTo(first.json().at("/readings/0"));
        assertThat(days(meter, "")).containsExactly("2024-05-25");
    }

    @Test
    void readingsComeInAnyOrderAndAreListedByDay() {
        String meter = meter();
        record(reading(meter, "2024-05-25", "152.3"), reading(meter, "2024-04-25", "143.2"))
                .expect(201);
        record(reading(meter, "2024-05-01", "150")).expect(201);
        assertThat(days(meter, "")).containsExactly("2024-04-25", "2024-05-01", "2024-05-25");
        String path = "/meters/" + meter + "/readings?limit=2";
        String cursor = worker.get(path).expect(200).text("/next_cursor");
        assertThat(days(meter, "?cursor=" + cursor)).containsExactly("2024-05-25");
    }

    @Test
    void nothingIsStoredWhereAHistoryRefusesAndEveryRowIsNamed() {
        String meter = meter();
        record(reading(meter, "2024-04-25", "143.2")).expect(201);
        Reply reply =
                record(
                        reading(meter, "2024-03-25", "140"),
                        reading(meter, "2024-04-25", "144"),
                        reading(meter, "2024-05-25", "143.1"),
                        reading(meter, "2023-05-31", "13"),
                        reading(meter, "2024-04-01", "143.3"));
        reply.expectProblem(409, "reading-exists-with-different-value");
        assertThat(reply.json().at("/errors").findValuesAsString("pointer"))
                .containsExactly("/readings/1", "/readings/2", "/readings/3", "/readings/4");
        assertThat(reply.json().at("/errors").findValuesAsString("code"))
                .containsExactly(
                        "reading-exists-with-different-value",
                        "reading-below-previous",
                        "reading-before-installation",
                        "reading-above-next");
        assertThat(reply.text("/reasons/1/facts/previous")).isEqualTo("143.2");
        assertThat(days(meter, "")).containsExactly("2024-04-25");
    }

    @Test
    void aRowThatDoesNotFitIsNamedAndNothingIsStored() {
        String meter = meter();
        String good = reading(meter, "2024-05-25", "20");
        Reply reply =
                record(
                        good,
                        good.replace(meter, "mt_0000000000"),
                        good.replace("READ", "GUESSED"),
                        good.replace("\"20\"", "\"1000000000\""),
                        good.replace("2024", "2999"));
        reply.expectProblem(400, "invalid-request");
        assertThat(reply.json().at("/errors").findValuesAsString("pointer"))
                .containsExactly(
                        "/readings/1/meter_id",
                        "/readings/2/source",
                        "/readings/3/value",
                        "/readings/4/read_on");
        assertThat(reply.text("/errors/3/code")).isEqualTo("business-time-in-the-future");
        record(good.replace("2024", "2999")).expectProblem(409, "business-time-in-the-future");
        record(good.replace("\"20\"", "\"-20\"")).expectProblem(400, "invalid-request");
        record("null").expectProblem(400, "invalid-request");
        assertThat(days(meter, "")).isEmpty();
    }

    @Test
    void fiveHundredMetersAreReadAtOnce() {
        List<String> meters =
                registry
                        .enter(registry.units(500))
                        .expect(201)
                        .json()
                        .at("/units")
                        .findValues("meters")
                        .stream()
                        .map(list -> list.at("/0/id").asString())
                        .toList();
        for (String day : List.of("2024-04-25", "2024-05-25")) {
            String rows =
                    meters.stream()
                            .map(meter -> reading(meter, day, "30.5"))
                            .collect(Collectors.joining(","));
            long began = System.nanoTime();
            assertThat(record(rows).expect(201).json().at("/readings").size()).isEqualTo(500);
            long millis = (System.nanoTime() - began) / 1_000_000;
            assertThat(millis).isLessThan(10_000);
        }
    }

    @Test
    void oneOfTwoWhoRecordDifferentValuesAtOnceIsRefused() {
        String meter = meter();
        List<Integer> answers =
                Stream.of("20", "21", "22")
                        .map(value -> reading(meter, "2024-05-25", value))
                        .map(row -> CompletableFuture.supplyAsync(() -> record(row)))
                        .toList()
                        .stream()
                        .map(reply -> reply.join().status())
                        .sorted()
                        .toList();
        assertThat(answers).containsExactly(201, 409, 409);
        assertThat(days(meter, "")).containsExactly("2024-05-25");
    }

    @Test
    void onlyTheMaintenanceWorkerRecordsReadings() {
        String meter = meter();
        String body = "{\"readings\": [" + reading(meter, "2024-05-25", "20") + "]}";
        server.asAdministrator()
                .post("/meter-reading-batches", body)
                .expectProblem(403, "command-not-permitted");
        worker.get("/meters/mt_0000000000/readings").expectProblem(404, "not-found");
        assertThat(days(meter, "")).isEmpty();
    }

    private String meter() {
        return registry.enter(registry.unit(Registry.unique("")))
                .expect(201)
                .text("/units/0/meters/0/id");
    }

    private static String reading(String meter, String day, String value) {
        return """
                {"meter_id": "%s", "read_on": "%s", "value": "%s", "source": "READ"}"""
                .formatted(meter, day, value);
    }

    private Reply record(String... readings) {
        String rows = String.join(",", readings);
        return worker.post("/meter-reading-batches", "{\"readings\": [" + rows + "]}");
    }

    private List<String> days(String meter, String query) {
        return worker.get("/meters/" + meter + "/readings" + query)
                .expect(200)
                .json()
                .at("/items")
                .findValuesAsString("read_on");
    }
}
