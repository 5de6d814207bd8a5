package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What work takes, where it is and who is there for it, on Friday 6 March 2026. */
class DispatchTradeTest {

    private static final String NINE = "2026-03-06T09:00:00+08:00";
    private static final String AS_OF_NINE = "/dispatch-proposal?as_of=2026-03-06T01:00:00Z";

    private static RunningServer server;
    private static Api administrator;
    private static Api supervisor;

    @BeforeAll
    static void hire() {
        server = RunningServer.shared().withCompany();
        administrator = server.asAdministrator();
        supervisor = server.holding("CS_SUPERVISOR");
    }

    @Test
    void whoseTradeItIsNotIsNeverSent() {
        Community place = Community.with(server, 1);
        DispatchCrew steward = steward(place.id());
        steward.duty(administrator, "08:00", "20:00", false).expect(201);
        Reply repair = open(place, "\"kind\": \"REPAIR\"");
        Reply proposal = supervisor.get(path(repair) + AS_OF_NINE).expect(200);
        assertThat(texts(proposal, "/ranked", "staff_id")).isEmpty();
        assertThat(proposal.json().at("/excluded").toString())
                .contains("dispatch-other-trade", "STEWARD", "REPAIR", "MAINTENANCE_WORKER");
        give(repair, "ASSIGN", steward).expectRefused("dispatch-other-trade", "/assignee_id");
        step(repair, "DISPATCH", steward).expectProblem(409, "dispatch-other-trade");
        String unknown = server.newcomer("STEWARD").text("/staff_id");
        step(repair, "DISPATCH", new DispatchCrew(supervisor, unknown))
                .expectProblem(409, "dispatch-other-trade");
        Reply help = open(place, "\"kind\": \"HELP\"");
        proposal = supervisor.get(path(help) + AS_OF_NINE).expect(200);
        assertThat(texts(proposal, "/ranked", "staff_id")).containsExactly(steward.id());
        assertThat(proposal.json().at("/needs")).isEmpty();
        assertThat(step(help, "DISPATCH", steward).expect(200).text("/state"))
                .isEqualTo("DISPATCHED");
    }

    @Test
    void anOrderSaysWhereItIsAndWhatItTakes() {
        Community place = Community.with(server, 1);
        String building = administrator.get("/units/" + place.unit(0)).text("/building_id");
        DispatchCrew there = DispatchCrew.onDutyIn(server, building);
        DispatchCrew elsewhere =
                DispatchCrew.onDutyIn(server, building(place, "2").expect(201).text("/id"));
        Reply order =
                open(
                        place,
                        """
                        "kind": "REPAIR", "building_id": "%s", "area": "机房",
                        "needs": ["WIRING_AND_LAMPS"]
                        """
                                .formatted(building));
        Reply shown = supervisor.get(path(order)).expect(200);
        assertThat(shown.text("/building_id")).isEqualTo(building);
        assertThat(shown.text("/area")).isEqualTo("机房");
        assertThat(shown.json().at("/needs").toString()).isEqualTo("[\"WIRING_AND_LAMPS\"]");
        give(order, "ASSIGN", there).expectRefused("dispatch-certificate-missing", "/assignee_id");
        step(order, "DISPATCH", there).expectProblem(409, "dispatch-certificate-missing");
        certify(there);
        Reply proposal = supervisor.get(path(order) + AS_OF_NINE).expect(200);
        assertThat(proposal.text("/area")).isEqualTo(building);
        assertThat(proposal.json().at("/needs").toString())
                .isEqualTo("[\"MAINTENANCE_CERTIFICATE\",\"WIRING_AND_LAMPS\"]");
        assertThat(texts(proposal, "/ranked", "staff_id")).containsExactly(there.id());
        assertThat(proposal.json().at("/excluded").toString())
                .contains(elsewhere.id(), "dispatch-other-area");
        give(order, "ASSIGN", there).expect(201);
    }

    @Test
    void aPlaceOrNeedThatIsNotKnownIsNamed() {
        Community place = Community.with(server, 1);
        String body =
                """
                {"kind": "REPAIR", "community_id": "%s", "unit_id": "%s", "title": "灯不亮",
                 "channel": "PHONE", "received_at": "2026-03-06T08:15:00+08:00", %s}
                """;
        Reply unknown =
                supervisor.post(
                        "/work-orders",
                        body.formatted(
                                place.id(),
                                place.unit(0),
                                "\"building_id\": \"bd_00000000\", \"area\": \" \","
                                        + " \"needs\": [\"WIRING_AND_LAMPS\", \"MAGIC\"]"));
        unknown.expectProblem(400, "invalid-request");
        assertThat(texts(unknown, "/errors", "pointer"))
                .contains("/building_id", "/area", "/needs/1");
        String other = building(place, "2").expect(201).text("/id");
        Reply strange =
                supervisor.post(
                        "/work-orders",
                        body.formatted(
                                place.id(), place.unit(0), "\"building_id\": \"" + other + "\""));
        strange.expectProblem(400, "invalid-request");
        assertThat(texts(strange, "/errors", "pointer")).containsExactly("/building_id");
    }

    @Test
    void thePoolIsOpenToWhoComesLaterAndHoweverItWasOpened() {
        Community place = Community.with(server, 1);
        DispatchCrew early = DispatchCrew.onDuty(server, place.id());
        DispatchCrew late = DispatchCrew.in(server, place.id());
        late.duty(administrator, "10:00", "20:00", false).expect(201);
        Reply offered = open(place, "\"kind\": \"REPAIR\"");
        Reply pool =
                dispatch(offered, "{\"mode\": \"POOL\", \"occurred_at\": \"" + NINE + "\"}")
                        .expect(201);
        assertThat(pool.json().at("/offered").toString()).isEqualTo("[\"" + early.id() + "\"]");
        Reply plain = open(place, "\"kind\": \"REPAIR\"");
        String body = "{\"action\": \"POOL\", \"occurred_at\": \"%s\"}".formatted(NINE);
        supervisor
                .with("If-Match", plain.header("ETag"))
                .post(path(plain) + "/transitions", body)
                .expect(200);
        assertThat(pooled(late, "01:30")).as("not there yet").isEmpty();
        assertThat(pooled(late, "02:30"))
                .containsExactlyInAnyOrder(offered.text("/id"), plain.text("/id"));
        assertThat(pooled(steward(place.id()), "02:30")).isEmpty();
        take(late, offered, "2026-03-06T09:30:00+08:00").expectProblem(409, "dispatch-off-shift");
        take(late, offered, "2026-03-06T10:30:00+08:00").expect(201);
        take(late, plain, "2026-03-06T10:30:00+08:00").expect(201);
        take(late, open(place, "\"kind\": \"REPAIR\""), "2026-03-06T10:30:00+08:00")
                .expectProblem(409, "dispatch-not-offered");
    }

    @Test
    void anOrderIsPassedOnLikeItIsGivenAway() {
        Community place = Community.with(server, 1);
        DispatchCrew first = DispatchCrew.onDuty(server, place.id());
        DispatchCrew away = DispatchCrew.in(server, place.id());
        DispatchCrew next = DispatchCrew.onDuty(server, place.id());
        Reply order = open(place, "\"kind\": \"REPAIR\"");
        Reply given = give(order, "ASSIGN", first).expect(201);
        give(given, order, "TRANSFER", away).expectProblem(409, "dispatch-off-shift");
        String mute = "{\"mode\": \"TRANSFER\", \"assignee_id\": \"%s\", \"occurred_at\": \"%s\"}";
        supervisor
                .with("If-Match", given.header("ETag"))
                .post(path(order) + "/dispatches", mute.formatted(next.id(), NINE))
                .expectProblem(409, "work-order-reason-missing");
        Reply passed = give(given, order, "TRANSFER", next).expect(201);
        assertThat(passed.text("/way")).isEqualTo("TRANSFER");
        assertThat(passed.text("/assignee_id")).isEqualTo(next.id());
        assertThat(passed.text("/by")).isEqualTo("LOAD");
        assertThat(passed.text("/reason")).isEqualTo("近");
        Reply kept = supervisor.get(path(order) + "/dispatches").expect(200);
        assertThat(texts(kept, "/items", "way")).containsExactly("ASSIGN", "TRANSFER");
    }

    @Test
    void whoHasATurnOfTheRosterIsOnDuty() {
        Community place = Community.with(server, 1);
        DispatchCrew steward = steward(place.id());
        Api manager = server.holding("PROPERTY_MANAGER");
        String station =
                manager.post(
                                "/stations",
                                """
                                {"community_id": "%s", "label": {"zh": "大堂", "en": "Lobby"},
                                 "post": "STEWARD", "leader": "CS_SUPERVISOR",
                                 "kit": {"keys": [], "goods": [], "equipment": [],
                                 "money": {"amount": "0.00", "currency": "CNY"}}}
                                """
                                        .formatted(place.id()))
                        .expect(201)
                        .text("/id");
        Reply help = open(place, "\"kind\": \"HELP\"");
        step(help, "DISPATCH", steward).expectProblem(409, "dispatch-off-shift");
        manager.post(
                        "/roster-turns",
                        """
                        {"station_id": "%s", "staff_id": "%s",
                         "starts_at": "2026-03-06T08:00:00+08:00",
                         "ends_at": "2026-03-06T20:00:00+08:00"}
                        """
                                .formatted(station, steward.id()))
                .expect(201);
        Reply proposal = supervisor.get(path(help) + AS_OF_NINE).expect(200);
        assertThat(texts(proposal, "/ranked", "staff_id")).containsExactly(steward.id());
        assertThat(proposal.text("/ranked/0/duty/end_at")).isEqualTo("2026-03-06T12:00:00Z");
        step(help, "DISPATCH", steward).expect(200);
    }

    @Test
    void aProposalOfThePastStaysAsItWas() {
        Community place = Community.with(server, 1);
        DispatchCrew busy = DispatchCrew.onDuty(server, place.id());
        DispatchCrew free = DispatchCrew.onDuty(server, place.id());
        Reply order = open(place, "\"kind\": \"REPAIR\"");
        give(order, "ASSIGN", busy).expect(201);
        Reply other = open(place, "\"kind\": \"REPAIR\"");
        String before = path(other) + "/dispatch-proposal?as_of=2026-03-06T00:59:00Z";
        String nine = path(other) + AS_OF_NINE;
        String then = supervisor.get(nine).expect(200).body();
        assertThat(loads(supervisor.get(nine), busy, free)).containsExactly("1", "0");
        assertThat(loads(supervisor.get(before), busy, free)).containsExactly("0", "0");
        back(busy, order, "ACCEPT", "09:10", "");
        back(busy, order, "ARRIVE", "09:20", "");
        assertThat(supervisor.get(nine).expect(200).body()).isEqualTo(then);
        back(busy, order, "FINISH", "09:30", "");
        assertThat(supervisor.get(nine).expect(200).body()).isEqualTo(then);
        String late = path(other) + "/dispatch-proposal?as_of=2026-03-06T01:30:00Z";
        assertThat(loads(supervisor.get(late), busy, free)).containsExactly("0", "0");
        Reply returned = open(place, "\"kind\": \"REPAIR\"");
        give(returned, "ASSIGN", busy).expect(201);
        back(busy, returned, "RETURN", "09:10", ", \"note\": \"无备件\"");
        give(supervisor.get(path(returned)), returned, "ASSIGN", free, "09:20").expect(201);
        assertThat(loads(supervisor.get(nine), busy, free)).containsExactly("2", "0");
        String between = path(other) + "/dispatch-proposal?as_of=2026-03-06T01:15:00Z";
        assertThat(loads(supervisor.get(between), busy, free)).containsExactly("1", "0");
    }

    private static List<String> loads(Reply proposal, DispatchCrew... workers) {
        List<String> loads = new ArrayList<>();
        for (DispatchCrew worker : workers) {
            String found = "-";
            for (JsonNode row : proposal.expect(200).json().at("/ranked")) {
                found = row.at("/staff_id").asString().equals(worker.id()) ? load(row) : found;
            }
            for (JsonNode row : proposal.json().at("/excluded")) {
                boolean own = row.at("/staff_id").asString().equals(worker.id());
                found = own ? row.at("/reasons/0/facts/load").asString() : found;
            }
            loads.add(found);
        }
        return loads;
    }

    private static String load(JsonNode row) {
        return row.at("/load").asString();
    }

    private static void back(
            DispatchCrew worker, Reply order, String action, String time, String more) {
        worker.api()
                .with("If-Match", "*")
                .post(
                        path(order) + "/transitions",
                        "{\"action\": \"%s\", \"occurred_at\": \"2026-03-06T%s:00+08:00\"%s}"
                                .formatted(action, time, more))
                .expect(200);
    }

    private static DispatchCrew steward(String area) {
        Reply hired = server.newcomer("STEWARD");
        DispatchCrew steward =
                new DispatchCrew(server.as(hired.text("/token")), hired.text("/staff_id"));
        steward.profile(administrator, "STEWARD", area).expect(201);
        return steward;
    }

    private static void certify(DispatchCrew worker) {
        administrator
                .post(
                        "/staff/" + worker.id() + "/qualifications",
                        "{\"kind\": \"WIRING_AND_LAMPS\", \"number\": \"W-1\","
                                + " \"from\": \"2020-01-01\"}")
                .expect(201);
    }

    private static Reply building(Community place, String code) {
        return administrator.post(
                "/communities/" + place.id() + "/buildings",
                "{\"code\": \"%s\", \"name\": \"%s栋\"}".formatted(code, code));
    }

    private static Reply open(Community place, String more) {
        return supervisor
                .post(
                        "/work-orders",
                        """
                        {"community_id": "%s", "title": "灯不亮", "channel": "PHONE",
                         "received_at": "2026-03-06T08:15:00+08:00", %s}
                        """
                                .formatted(place.id(), more))
                .expect(201);
    }

    private static String path(Reply order) {
        return "/work-orders/" + order.text("/id");
    }

    private static Reply give(Reply order, String mode, DispatchCrew worker) {
        return give(order, order, mode, worker);
    }

    private static Reply give(Reply seen, Reply order, String mode, DispatchCrew worker) {
        return give(seen, order, mode, worker, "09:00");
    }

    private static Reply give(
            Reply seen, Reply order, String mode, DispatchCrew worker, String time) {
        return supervisor
                .with("If-Match", seen.header("ETag"))
                .post(
                        path(order) + "/dispatches",
                        """
                        {"mode": "%s", "assignee_id": "%s", "reason": "近",
                         "occurred_at": "2026-03-06T%s:00+08:00"}
                        """
                                .formatted(mode, worker.id(), time));
    }

    private static Reply dispatch(Reply order, String body) {
        return supervisor
                .with("If-Match", order.header("ETag"))
                .post(path(order) + "/dispatches", body);
    }

    private static Reply step(Reply order, String action, DispatchCrew worker) {
        return supervisor
                .with("If-Match", order.header("ETag"))
                .post(
                        path(order) + "/transitions",
                        "{\"action\": \"%s\", \"occurred_at\": \"%s\", \"assignee_id\": \"%s\"}"
                                .formatted(action, NINE, worker.id()));
    }

    private static Reply take(DispatchCrew worker, Reply order, String at) {
        return worker.api()
                .with("If-Match", "*")
                .post(path(order) + "/takings", "{\"occurred_at\": \"%s\"}".formatted(at));
    }

    private static List<String> pooled(DispatchCrew worker, String time) {
        Reply pool = worker.api().get("/dispatch-pool?as_of=2026-03-06T" + time + ":00Z");
        return texts(pool.expect(200), "/items", "work_order_id");
    }

    private static List<String> texts(Reply reply, String list, String field) {
        List<String> texts = new ArrayList<>();
        reply.json().at(list).forEach(row -> texts.add(row.at("/" + field).asString()));
        return texts;
    }
}
