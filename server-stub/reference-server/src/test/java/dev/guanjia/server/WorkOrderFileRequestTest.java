package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.CommunityDesk;
import dev.guanjia.server.application.CompanyDesk;
import dev.guanjia.server.application.WorkOrderFileDesk;
import dev.guanjia.server.application.WorkOrderFileDesk.Result;
import dev.guanjia.server.problem.Fault;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files of requests over HTTP: every row that somebody asked for is a request, told once. */
class WorkOrderFileRequestTest {

    private static final String HEADER =
            "source_reference,kind,community_id,unit_id,title,description,channel,received_at,"
                    + "requester_name,requester_phone";
    private static final String LAMP =
            "H-1,REPAIR,%s,%u,灯不亮,大堂的灯不亮，谁来修？,HOTLINE,2026-03-06T16:30:00+08:00,张三,1390000";
    private static final String NOISE = "H-2,COMPLAINT,%s,,夜间噪音,,APP,2026-03-06T17:00:00+08:00,,";
    private static final String FINDING =
            "H-3,INSPECTION_FINDING,%s,,墙面开裂,,OTHER,2026-03-06T18:00:00+08:00,,";

    private final RunningServer server = RunningServer.shared().withCompany();
    private final Api administrator = server.asAdministrator();
    private final Community place = Community.with(server, 2);

    @Test
    void theRequestBehindARowIsReadBothWays() {
        Reply taken = post(HEADER, LAMP, NOISE).expect(201);
        String request = taken.text("/items/0/request_id");
        Reply told = administrator.get("/service-requests/" + request).expect(200);
        assertThat(told.text("/words")).isEqualTo("大堂的灯不亮，谁来修？");
        assertThat(told.text("/source_reference")).isEqualTo("H-1");
        assertThat(told.text("/unit_id")).isEqualTo(place.unit(0));
        assertThat(told.text("/channel")).isEqualTo("HOTLINE");
        assertThat(told.text("/received_at")).isEqualTo("2026-03-06T08:30:00Z");
        assertThat(told.text("/requester/phone")).isEqualTo("1390000");
        assertThat(told.text("/state")).isEqualTo("IN_HAND");
        assertThat(told.text("/work_order_ids/0")).isEqualTo(taken.text("/items/0/id"));
        Reply order = administrator.get("/work-orders/" + taken.text("/items/0/id")).expect(200);
        assertThat(order.text("/request_id")).isEqualTo(request);
        assertThat(order.text("/title")).isEqualTo("灯不亮");
        Reply noise = administrator.get("/service-requests/" + taken.text("/items/1/request_id"));
        assertThat(noise.expect(200).text("/words")).isEqualTo("夜间噪音");
        String links = "/work-order-links?kind=REQUEST&target=" + request;
        assertThat(administrator.get(links).expect(200).text("/items/0/work_order_id"))
                .isEqualTo(taken.text("/items/0/id"));
    }

    @Test
    void aCallByTelephoneStandsInTheCallLog() {
        Instant called = Instant.parse("2026-01-05T01:00:00Z");
        Reply taken =
                post(
                                HEADER,
                                LAMP.replace("2026-03-06T16:30:00+08:00", called.toString()),
                                NOISE.replace("2026-03-06T17:00:00+08:00", called.toString()))
                        .expect(201);
        String when = "&calls_from=" + called + "&calls_to=" + called.plusSeconds(1);
        String log = administrator.get("/call-log?direction=IN" + when).expect(200).body();
        assertThat(log)
                .contains(taken.text("/items/0/request_id"))
                .doesNotContain(taken.text("/items/1/request_id"));
    }

    @Test
    void whatTheCompanyFindsItselfNobodyAskedFor() {
        Reply taken = post(HEADER, FINDING, LAMP).expect(201);
        assertThat(taken.json().at("/items/0/request_id").isMissingNode()).isTrue();
        assertThat(requests()).isOne();
    }

    @Test
    void theSameFileAgainDoublesNothing() {
        Reply once = post(HEADER, LAMP, NOISE, LAMP).expect(201);
        assertThat(once.text("/items/2/request_id")).isEqualTo(once.text("/items/0/request_id"));
        Reply again = post(HEADER, NOISE, LAMP).expect(201);
        assertThat(again.json().at("/stored").asInt()).isZero();
        assertThat(again.text("/items/1/request_id")).isEqualTo(once.text("/items/0/request_id"));
        assertThat(requests()).isEqualTo(2);
        assertThat(count("work_order")).isEqualTo(2);
    }

    @Test
    void aFaultyRowLeavesNoRequestBehind() {
        Reply refused = post(HEADER, LAMP, NOISE.replace("APP", "PIGEON"));
        refused.expectProblem(400, "invalid-request");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/rows/2/channel");
        assertThat(requests()).isZero();
        assertThat(count("work_order")).isZero();
    }

    @Test
    void aRequestThatWasToldBeforeIsThatOfItsNumberAndNoOther() {
        String told =
                """
                {"source_reference": "H-2", "community_id": "%s", "words": "夜间噪音",
                 "channel": "APP", "received_at": "2026-03-06T17:00:00+08:00"}
                """
                        .formatted(place.id());
        String request =
                server.holding("CS_ASSISTANT")
                        .post("/service-requests", told)
                        .expect(201)
                        .text("/id");
        Reply other = post(HEADER, LAMP, NOISE.replace("17:00", "17:01"));
        other.expectProblem(409, "request-reference-known");
        assertThat(other.text("/errors/0/pointer")).isEqualTo("/rows/2/source_reference");
        assertThat(count("work_order")).isZero();
        Reply taken = post(HEADER, NOISE, NOISE.replace("COMPLAINT", "SUGGESTION")).expect(201);
        assertThat(taken.text("/items/0/request_id")).isEqualTo(request);
        assertThat(taken.text("/items/1/request_id")).isEqualTo(request);
        assertThat(requests()).isOne();
        Reply whole = administrator.get("/service-requests/" + request).expect(200);
        assertThat(whole.json().at("/work_order_ids").size()).isEqualTo(2);
    }

    @Test
    void placeAndNeedsAreThoseOfAnOrder() {
        String header = HEADER + ",building_id,area,needs";
        Reply unit = administrator.get("/units/" + place.unit(0)).expect(200);
        String more = "," + unit.text("/building_id") + ",楼道,MAINTENANCE_CERTIFICATE; ESTATE_LAW";
        Reply taken = post(header, LAMP + more).expect(201);
        Reply order = administrator.get("/work-orders/" + taken.text("/items/0/id")).expect(200);
        assertThat(order.text("/building_id")).isEqualTo(unit.text("/building_id"));
        assertThat(order.text("/area")).isEqualTo("楼道");
        assertThat(order.text("/needs/0")).isEqualTo("ESTATE_LAW");
        assertThat(order.text("/needs/1")).isEqualTo("MAINTENANCE_CERTIFICATE");
        Reply wrong =
                post(
                        header,
                        LAMP.replace("H-1", "H-7") + ",bd_00000000,,",
                        LAMP.replace("H-1", "H-8") + ",,,MAINTENANCE_CERTIFICATE;MAGIC",
                        LAMP.replace("H-1", "H-9") + ",,," + "A;".repeat(10) + "A");
        wrong.expectProblem(400, "invalid-request");
        List<String> places = new ArrayList<>();
        for (JsonNode error : wrong.json().at("/errors")) {
            places.add(error.at("/pointer").asString());
        }
        assertThat(places).contains("/rows/1/building_id", "/rows/2/needs/1", "/rows/3/needs");
    }

    @Test
    void theRequestsOfAFileAreWrittenTogether() {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < 500; i++) {
            lines.add(LAMP.replace("H-1", "W-" + i));
        }
        String[] file = lines.toArray(String[]::new);
        List<String> sent = Statements.during(() -> post(file).expect(201));
        assertThat(sent.size()).as("statements of a file of 500 rows").isBetween(8, 30);
        assertThat(requests()).isEqualTo(500);
    }

    @Test
    void anotherCompanyHasRequestsOfItsOwnUnderTheSameNumbers() {
        post(HEADER, NOISE).expect(201);
        String tenant = "t" + UUID.randomUUID().toString().substring(0, 8);
        server.db()
                .sql("insert into tenant (id, created_at) values (:id, now())")
                .param("id", tenant)
                .update();
        Caller owner = new Caller(tenant, "sf_owner", true, new TreeSet<>(), Optional.empty());
        List<Result> theirs = new ArrayList<>();
        server.inTransaction(() -> theirs.addAll(taken(owner, community(owner))));
        assertThat(theirs).hasSize(1).allMatch(Result::stored);
        administrator
                .get("/service-requests/" + theirs.get(0).requestId())
                .expectProblem(404, "not-found");
        assertThatThrownBy(() -> server.inTransaction(() -> taken(owner, place.id())))
                .isInstanceOf(Fault.class);
        assertThat(requests()).isOne();
    }

    private String community(Caller owner) {
        LocalTime nine = LocalTime.of(9, 0);
        server.part(CompanyDesk.class)
                .create(
                        owner,
                        new CompanyDesk.Draft("邻家物业", "SINGLE_COMMUNITY", nine, nine.plusHours(9)));
        return server.part(CommunityDesk.class).create(owner, "邻家", "Asia/Shanghai", null).id();
    }

    private List<Result> taken(Caller owner, String community) {
        String file = HEADER + "\n" + NOISE.replace("%s", community);
        return server.part(WorkOrderFileDesk.class).take(owner, file);
    }

    private Reply post(String... lines) {
        String file = String.join("\n", lines).replace("%s", place.id());
        return administrator
                .with("Content-Type", "text/csv")
                .post("/work-order-files", file.replace("%u", place.unit(0)) + "\n");
    }

    private int requests() {
        return count("service_request");
    }

    private int count(String table) {
        return server.db()
                .sql("select count(*) from " + table + " where community_id = :community")
                .param("community", place.id())
                .query(Integer.class)
                .single();
    }
}
