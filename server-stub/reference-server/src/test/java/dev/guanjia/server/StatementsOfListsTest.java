package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A longer list takes no more statements: what its rows share is read once. */
class StatementsOfListsTest {

    private static final String TOLD = "2026-03-06T08:15:00+08:00";

    private final RunningServer server = RunningServer.shared().withCompany();
    private final Api manager = server.holding("PROPERTY_MANAGER");
    private final Api supervisor = server.holding("CS_SUPERVISOR");
    private final Api assistant = server.holding("CS_ASSISTANT");
    private Community place;

    @BeforeEach
    void make() {
        place = Community.with(server, 1);
    }

    @Test
    void ofIncidents() {
        String body =
                """
                {"kind": "FIRE", "community_id": "%s", "place": "地下室", "what": "有情况",
                 "reported_by": "业主", "reported_at": "%s"}
                """
                        .formatted(place.id(), TOLD);
        sameForMore(
                manager,
                "/incidents?community_id=" + place.id(),
                () -> manager.post("/incidents", body).expect(201));
    }

    @Test
    void ofGapsAtStations() {
        String body =
                """
                {"community_id": "%s", "label": {"zh": "大堂", "en": "Lobby"}, "post": "STEWARD",
                 "leader": "CS_SUPERVISOR", "kit": {"keys": [], "goods": [], "equipment": [],
                  "money": {"amount": "0.00", "currency": "CNY"}}}
                """
                        .formatted(place.id());
        sameForMore(
                manager,
                "/station-gaps?day=2026-03-02&community_id=" + place.id(),
                () -> manager.post("/stations", body).expect(201));
    }

    @Test
    void ofMetersAndWhatTheyMeasured() {
        Meters meters = Meters.with(server);
        String list = "?community_id=" + meters.registry().community();
        sameForMore(manager, "/meters" + list, () -> meters.meter("WATER", ""));
        String unread = "/communities/" + meters.registry().community() + "/unread-meters";
        sameForMore(manager, unread + "?period=2024-02", () -> meters.meter("WATER", ""));
        String meter = meters.meter("WATER", "");
        AtomicInteger month = new AtomicInteger();
        sameForMore(
                manager,
                "/meters/" + meter + "/consumption?",
                () -> meters.read(meter, "2024-%02d-25".formatted(month.incrementAndGet()), "9"));
    }

    @Test
    void ofWhoOwesWhat() {
        Estate estate = Estate.priced(server, 1);
        estate.bill("2024-05", "2024-05-29");
        AtomicInteger number = new AtomicInteger(900);
        sameForMore(
                manager,
                "/communities/" + estate.community() + "/arrears?",
                () -> {
                    estate.enter(estate.registry().unit(String.valueOf(number.getAndIncrement())));
                    estate.bill("2024-05", "2024-05-29");
                });
    }

    @Test
    void ofCardsOfComplaints() {
        sameForMore(
                manager,
                "/hotline-cases?period=2026-03&community_id=" + place.id(),
                () -> order("COMPLAINT", "GM_HOTLINE"));
    }

    @Test
    void ofThePool() {
        DispatchCrew worker = DispatchCrew.onDuty(server, place.id());
        sameForMore(
                worker.api(),
                "/dispatch-pool?as_of=2026-03-06T01:05:00Z",
                () -> {
                    Reply order = order("REPAIR", "PHONE");
                    supervisor
                            .with("If-Match", order.header("ETag"))
                            .post(
                                    "/work-orders/" + order.text("/id") + "/dispatches",
                                    """
                                    {"mode": "POOL", "occurred_at": "2026-03-06T09:00:00+08:00"}
                                    """)
                            .expect(201);
                });
    }

    @Test
    void ofDebtorsAndThoseWhoAreDunned() {
        Estate estate = Estate.priced(server, 3);
        estate.bill("2024-05", "2024-05-10");
        Api steward = estate.as("STEWARD");
        String at = "/communities/" + estate.community();
        Reply round = steward.post(at + "/dunning-rounds", "{\"on\": \"2024-06-20\"}").expect(201);
        for (String list :
                List.of(
                        at + "/arrears",
                        at + "/dunning-cases",
                        "/dunning-rounds/" + round.text("/id") + "/outcomes")) {
            assertThat(rows(steward, list + "?")).as(list).isEqualTo(3);
            assertThat(statements(steward, list + "?limit=3"))
                    .as(list)
                    .isEqualTo(statements(steward, list + "?limit=1"));
        }
    }

    private Reply order(String kind, String channel) {
        return assistant
                .post(
                        "/work-orders",
                        """
                        {"kind": "%s", "community_id": "%s", "unit_id": "%s", "title": "灯不亮",
                         "channel": "%s", "received_at": "%s"}
                        """
                                .formatted(kind, place.id(), place.unit(0), channel, TOLD))
                .expect(201);
    }

    private static void sameForMore(Api who, String list, Runnable more) {
        more.run();
        int few = statements(who, list);
        int rows = rows(who, list);
        more.run();
        more.run();
        assertThat(rows(who, list)).isGreaterThanOrEqualTo(rows + 2);
        assertThat(statements(who, list)).isEqualTo(few);
    }

    private static int rows(Api who, String list) {
        return who.get(list + "&limit=200").expect(200).json().at("/items").size();
    }

    private static int statements(Api who, String list) {
        return Statements.needed(() -> who.get(list).expect(200));
    }
}
