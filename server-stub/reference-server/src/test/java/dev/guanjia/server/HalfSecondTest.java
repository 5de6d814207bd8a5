package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What waits longest stands first, though moments were given with halves of a second. */
class HalfSecondTest {

    private static final List<String> SECONDS = List.of("00", "00.5", "01", "01.25");

    private static RunningServer server;
    private static Api supervisor;
    private static Api assistant;
    private static Community place;

    @BeforeAll
    static void hire() {
        server = RunningServer.shared().withCompany();
        supervisor = server.holding("CS_SUPERVISOR");
        assistant = server.holding("CS_ASSISTANT");
        place = Community.with(server, 1);
    }

    @Test
    void thePoolIsInTheOrderInWhichItFilled() {
        DispatchCrew worker = DispatchCrew.onDuty(server, place.id());
        List<String> offered = SECONDS.stream().map(HalfSecondTest::pooled).toList();
        assertThat(ids(worker.api(), "/dispatch-pool?as_of=2026-03-06T01:05:00Z"))
                .isEqualTo(offered);
    }

    @Test
    void callsAreInTheOrderInWhichTheWorkWasDone() {
        List<String> done = SECONDS.stream().map(HalfSecondTest::finished).toList();
        assertThat(ids(assistant, "/call-back-tasks?community_id=" + place.id())).isEqualTo(done);
    }

    private static String pooled(String second) {
        Reply order = repair();
        supervisor
                .with("If-Match", order.header("ETag"))
                .post(
                        "/work-orders/" + order.text("/id") + "/dispatches",
                        "{\"mode\": \"POOL\", \"occurred_at\": \"%s\"}".formatted(at(9, second)))
                .expect(201);
        return order.text("/id");
    }

    private static String finished(String second) {
        Reply order = repair();
        DispatchCrew worker = DispatchCrew.onDuty(server, place.id());
        WorkOrderWalk walk = new WorkOrderWalk(order, worker.id());
        walk.assign(supervisor, "DISPATCH", at(9, "00")).expect(200);
        walk.take(worker.api(), "ACCEPT", at(9, "30")).expect(200);
        walk.take(worker.api(), "ARRIVE", at(10, "00")).expect(200);
        walk.take(worker.api(), "FINISH", at(11, second)).expect(200);
        return order.text("/id");
    }

    private static Reply repair() {
        return assistant
                .post(
                        "/work-orders",
                        """
                        {"kind": "REPAIR", "community_id": "%s", "title": "灯不亮",
                         "channel": "PHONE", "received_at": "2026-03-06T08:15:00+08:00"}
                        """
                                .formatted(place.id()))
                .expect(201);
    }

    private static String at(int hour, String second) {
        return "2026-03-06T%02d:00:%s+08:00".formatted(hour, second);
    }

    private static List<String> ids(Api who, String path) {
        return who.get(path).expect(200).json().at("/items").findValuesAsString("work_order_id");
    }
}
