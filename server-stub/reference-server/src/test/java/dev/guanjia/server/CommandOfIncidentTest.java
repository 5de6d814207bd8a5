package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fire in a company of six line departments, 004B: from the guard to the general manager. */
class CommandOfIncidentTest {

    @TempDir private static Path folder;

    private static RunningServer server;
    private static Api leader;
    private static String leaderId;
    private static Api guard;
    private static Reply order;
    private static Api engineer;
    private static String community;

    private int version = 1;

    @BeforeAll
    static void start() {
        server =
                RunningServer.shared()
                        .another("six_line_fire", folder)
                        .withCompany("SIX_LINE_DEPARTMENTS");
        Reply general = server.newcomer("GENERAL_MANAGER");
        leaderId = general.text("/staff_id");
        leader = server.as(general.text("/token"));
        guard = guard();
        order = server.newcomer("PUBLIC_ORDER_MANAGER");
        engineer = server.holding("ENGINEERING_MANAGER");
        community =
                leader.post(
                                "/communities",
                                "{\"name\": \"%s\", \"time_zone\": \"Asia/Shanghai\"}"
                                        .formatted(Registry.unique("小区")))
                        .expect(201)
                        .text("/id");
    }

    /** Nobody guards without having been trained for the post. */
    private static Api guard() {
        Api administrator = server.asAdministrator();
        String staff = server.newcomer().text("/staff_id");
        administrator
                .post(
                        "/staff/" + staff + "/qualifications",
                        """
                        {"kind": "PRE_POST_TRAINING", "number": "P-1", "from": "2020-01-01"}
                        """)
                .expect(201);
        administrator
                .post(
                        "/staff/" + staff + "/assignments",
                        "{\"post\": \"SECURITY_GUARD\", \"from\": \"2024-01-01\"}")
                .expect(201);
        return server.as(
                administrator
                        .post("/staff/" + staff + "/tokens", "{\"label\": \"test\"}")
                        .expect(201)
                        .text("/token"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aFireIsTakenFromTheGuardByThoseAboveAndReviewedInTheEnd() {
        Reply draft = leader.get("/emergency-plans/FIRE").expect(200);
        leader.with("If-Match", draft.header("ETag"))
                .post(
                        "/emergency-plans/FIRE/approvals",
                        "{\"acted_at\": \"2026-03-01T09:00:00+08:00\"}")
                .expect(200);
        String path = "/incidents/" + report();
        Api captain = server.as(order.text("/token"));
        Reply verified = act(guard, path, "VERIFY", 1).expect(200);
        assertThat(verified.text("/notice/post")).isEqualTo("PROPERTY_MANAGER");
        assertThat(verified.text("/notice/acting_posts/0")).isEqualTo("GENERAL_MANAGER");
        assertThat(verified.text("/notice/staff_ids/0")).isEqualTo(leaderId);
        assertThat(act(guard, path, "RESPOND", 2).expect(200).text("/command/post"))
                .isEqualTo("SECURITY_GUARD");
        refuse(act(guard, path, "ACKNOWLEDGE", 3), 403, "incident-notice-not-yours");
        act(leader, path, "ACKNOWLEDGE", 3).expect(200);
        tick(guard, path, "call-fire-brigade", null).expect(200);
        tick(guard, path, "act-by-fire-plan", null)
                .expectProblem(409, "incident-step-reason-missing");
        tick(captain, path, "act-by-fire-plan", null).expect(200);
        tick(guard, path, "evacuate", "经理还未到场").expect(200);
        refuse(act(captain, path, "CONTAIN", 5), 403, "incident-not-in-command");
        act(captain, path, "TAKE_COMMAND", 5).expect(200);
        refuse(act(guard, path, "TAKE_COMMAND", 6), 403, "incident-command-held");
        tick(captain, path, "protect-scene", null).expect(200);
        act(captain, path, "CONTAIN", 7).expect(200);
        handOver(captain, path, leaderId, "SEAL_KEEPER").expectProblem(400, "invalid-request");
        handOver(guard, path, leaderId, "GENERAL_MANAGER")
                .expectProblem(403, "incident-not-in-command");
        Reply handed = handOver(captain, path, leaderId, "GENERAL_MANAGER").expect(200);
        assertThat(handed.text("/command/staff_id")).isEqualTo(leaderId);
        act(guard, path, "REPORT_UP", 9).expect(200);
        refuse(act(captain, path, "CLEAR_UP", 10), 403, "incident-not-in-command");
        act(leader, path, "CLEAR_UP", 10).expect(200);
        tick(engineer, path, "check-equipment", null).expect(200);
        file(captain, path).expect(200);
        Reply closed = act(leader, path, "CLOSE", 50).expect(200);
        assertThat(closed.text("/state")).isEqualTo("CLOSED");
        assertThat(closed.body()).contains("经理还未到场", "\"hand_to\"");
    }

    @Test
    void beyondTheAuthorityOfAGuardSomebodyAboveEndsIt() {
        String path = "/incidents/" + report();
        act(guard, path, "VERIFY", 1).expect(200);
        act(guard, path, "RESPOND", 2).expect(200);
        Reply open = leader.get(path).expect(200);
        if (!open.json().at("/steps").isEmpty()) {
            tick(guard, path, "protect-scene", "独自值班").expect(200);
        }
        act(guard, path, "CONTAIN", 7).expect(200);
        act(guard, path, "REPORT_UP", 8).expect(200);
        Reply refused = act(guard, path, "CLEAR_UP", 9);
        refuse(refused, 403, "incident-beyond-authority");
        assertThat(refused.body()).contains("GENERAL_MANAGER, DEPUTY_GM_B, PUBLIC_ORDER_MANAGER");
        act(leader, path, "TAKE_COMMAND", 9).expect(200);
        act(leader, path, "CLEAR_UP", 10).expect(200);
    }

    private static String report() {
        return guard.post(
                        "/incidents",
                        """
                        {"kind": "FIRE", "community_id": "%s", "place": "3号楼", "what": "冒烟",
                         "reported_by": "业主", "reported_at": "2026-03-02T20:00:00+08:00"}
                        """
                                .formatted(community))
                .expect(201)
                .text("/id");
    }

    private static void refuse(Reply reply, int status, String code) {
        reply.expectProblem(status, code);
    }

    /** Counts the version on when it was accepted. */
    private Reply send(Api who, String path, String body) {
        Reply reply = who.with("If-Match", "\"" + version + "\"").post(path, body);
        version += List.of(200, 201).contains(reply.status()) ? 1 : 0;
        return reply;
    }

    private static String at(int minute) {
        return "\"acted_at\": \"2026-03-02T20:%02d:00+08:00\"".formatted(minute);
    }

    private Reply act(Api who, String path, String action, int minute) {
        String body = "{\"action\": \"%s\", %s}".formatted(action, at(minute));
        return send(who, path + "/transitions", body);
    }

    private Reply handOver(Api who, String path, String staff, String post) {
        String body =
                "{\"action\": \"HAND_OVER\", %s, \"hand_to\": {\"staff_id\": \"%s\", \"post\": \"%s\"}}";
        return send(who, path + "/transitions", body.formatted(at(8), staff, post));
    }

    private Reply tick(Api who, String path, String step, String reason) {
        String why = reason == null ? "" : ", \"reason\": \"" + reason + "\"";
        String body = "{\"step\": \"%s\", %s%s}".formatted(step, at(4), why);
        return send(who, path + "/steps", body);
    }

    private Reply file(Api who, String path) {
        return send(
                who,
                path + "/reports",
                """
                {"what": "垃圾起火", "place": "3号楼", "causes": "烟头", "cause": "OUTSIDER",
                 "actions_taken": "扑灭", "happened_at": "2026-03-02T20:00:00+08:00",
                 "filed_at": "2026-03-02T20:40:00+08:00"}
                """);
    }
}
