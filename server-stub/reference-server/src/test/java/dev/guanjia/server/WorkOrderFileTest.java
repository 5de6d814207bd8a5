package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files of requests over HTTP. */
class WorkOrderFileTest {

    private static final String HEADER =
            "source_reference,kind,community_id,title,channel,received_at,severity,due_at,"
                    + "requester_name";
    private static final String LAMP =
            "H-1,REPAIR,%s,\"大堂灯不亮, 电梯旁\",HOTLINE,2026-03-06T16:30:00+08:00,MINOR,,";
    private static final String NOISE =
            "H-2,COMPLAINT,%s,夜间噪音,GM_HOTLINE,2026-03-06T17:00:00+08:00,MAJOR,"
                    + "2026-03-07T17:00:00+08:00,张三";

    private final RunningServer server = RunningServer.shared().withCompany();
    private final Api administrator = server.asAdministrator();
    private final String community = Community.with(server, 1).id();

    @Test
    void rowsBecomeOpenOrdersAndComeOnlyOnce() {
        Reply taken = post(HEADER, LAMP, NOISE).expect(201);
        assertThat(taken.json().at("/rows").asInt()).isEqualTo(2);
        assertThat(taken.json().at("/stored").asInt()).isEqualTo(2);
        Reply lamp = administrator.get("/work-orders/" + taken.text("/items/0/id")).expect(200);
        assertThat(lamp.text("/title")).isEqualTo("大堂灯不亮, 电梯旁");
        assertThat(lamp.text("/state")).isEqualTo("REPORTED");
        assertThat(lamp.text("/severity")).isEqualTo("MINOR");
        assertThat(lamp.text("/source_reference")).isEqualTo("H-1");
        Reply noise = administrator.get("/work-orders/" + taken.text("/items/1/id")).expect(200);
        assertThat(noise.text("/due/origin")).isEqualTo("GIVEN");
        assertThat(noise.text("/requester/name")).isEqualTo("张三");
        assertThat(noise.text("/requester/customer_class")).isEqualTo("OCCUPANT");

        Reply again = post(HEADER, NOISE, LAMP.replace("H-1", "H-3"), LAMP).expect(201);
        assertThat(again.json().at("/stored").asInt()).isEqualTo(1);
        assertThat(again.text("/items/0/id")).isEqualTo(noise.text("/id"));
        assertThat(again.text("/items/2/id")).isEqualTo(lamp.text("/id"));
        assertThat(count()).isEqualTo(3);
        Reply other = post(HEADER, LAMP, NOISE.replace("噪音", "施工"));
        other.expectProblem(409, "work-order-import-differs");
        assertThat(places(other)).containsExactly("/rows/2/source_reference");
    }

    @Test
    void everyWrongRowIsNamedAndNothingIsStored() {
        Reply refused =
                post(
                        HEADER,
                        LAMP,
                        LAMP.replace("REPAIR", "DANCE").replace("MINOR", "HUGE"),
                        LAMP.replace("2026-03-06T16:30:00+08:00", "yesterday"),
                        LAMP.replace("H-1", ""),
                        LAMP + ",one more",
                        LAMP.replace("%s", "cm_00000000"),
                        LAMP.replace("HOTLINE", "hot line"),
                        LAMP.replace("大", "\uFFFD"),
                        NOISE.replace("2026-03-07", "2026-03-05"));
        refused.expectProblem(400, "invalid-request");
        assertThat(places(refused))
                .containsExactlyInAnyOrder(
                        "/rows/2/kind",
                        "/rows/2/severity",
                        "/rows/3/received_at",
                        "/rows/4/source_reference",
                        "/rows/5",
                        "/rows/6/community_id",
                        "/rows/7/channel",
                        "/rows/8/title",
                        "/rows/9");
        assertThat(refused.body()).contains("DANCE");
        assertThat(count()).isZero();
    }

    @Test
    void aWholeFileIsTakenAtOnce() {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < 1000; i++) {
            lines.add(LAMP.replace("H-1", "W-" + i));
        }
        Reply taken = post(lines.toArray(String[]::new)).expect(201);
        assertThat(taken.text("/items/999/source_reference")).isEqualTo("W-999");
        assertThat(taken.json().at("/items/999/row").asInt()).isEqualTo(1000);
        assertThat(count()).isEqualTo(1000);
    }

    @Test
    void whatTheRowsOfAFileShareIsReadOnce() {
        ServiceLevelTest.level(server, "CLEANING_TASK", "2.5", "2020-05-01");
        int many = 200;
        Community place = Community.with(server, many);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            String day = LocalDate.of(2026, 1, 1).plusDays(i % 60).toString();
            lines.add(
                    "S-%d,CLEANING_TASK,%s,%s,漏水,PHONE,%sT10:00:00+08:00"
                            .formatted(i, place.id(), place.unit(i % many), day));
        }
        String file =
                "source_reference,kind,community_id,unit_id,title,channel,received_at\n"
                        + String.join("\n", lines);
        Api csv = administrator.with("Content-Type", "text/csv");
        List<String> sent =
                Statements.during(() -> csv.post("/work-order-files", file).expect(201));
        assertThat(sent.size()).as("statements of a file of 1000 rows").isBetween(8, 25);
    }

    @Test
    void aFileOfAnotherShapeSaysWhatIsWrong() {
        assertThat(places(post(HEADER + ",color,kind", LAMP + ",,")))
                .containsExactly("/columns/color", "/columns/kind");
        assertThat(places(post("title,kind", "x,REPAIR")))
                .contains("/columns/source_reference", "/columns/received_at");
        assertThat(places(post(HEADER))).containsExactly("/rows");
        assertThat(places(post("\"" + HEADER))).isNotEmpty();
        post(HEADER, LAMP.replace("大堂灯", "x".repeat(1 << 20)))
                .expectProblem(413, "payload-too-large");
        String[] many = new String[1002];
        Arrays.fill(many, LAMP);
        many[0] = HEADER;
        assertThat(places(post(many))).containsExactly("/rows");
        assertThat(count()).isZero();
    }

    @Test
    void onlyThoseWhoImportMay() {
        String file = HEADER + "\n" + LAMP.formatted(community);
        Api assistant = server.holding("CS_ASSISTANT").with("Content-Type", "text/csv");
        assistant.post("/work-order-files", file).expectProblem(403, "command-not-permitted");
        Api supervisor = server.holding("CS_SUPERVISOR");
        supervisor.with("Content-Type", "text/csv").post("/work-order-files", file).expect(201);
        supervisor.post("/work-order-files", "{}").expectProblem(415, "unsupported-media-type");
    }

    private Reply post(String... lines) {
        String file = "\uFEFF" + String.join("\r\n", lines).replace("%s", community) + "\r\n";
        return administrator.with("Content-Type", "text/csv").post("/work-order-files", file);
    }

    private int count() {
        return server.db()
                .sql("select count(*) from work_order where community_id = :community")
                .param("community", community)
                .query(Integer.class)
                .single();
    }

    private static List<String> places(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isIn(400, 409);
        List<String> places = new ArrayList<>();
        for (JsonNode error : reply.json().at("/errors")) {
            places.add(error.at("/pointer").asString());
        }
        return places;
    }
}
