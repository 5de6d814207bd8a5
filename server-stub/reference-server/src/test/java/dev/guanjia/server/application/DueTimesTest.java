package dev.guanjia.server.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.server.Api;
import dev.guanjia.server.Community;
import dev.guanjia.server.Reply;
import dev.guanjia.server.RunningServer;
import dev.guanjia.workorder.level.Due;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The due time that an order keeps, and what pauses make of it. */
class DueTimesTest {

    @Test
    void aPauseMovesTheDueTimeThatWasFixedAndAnAgreedOneStays() {
        RunningServer server = RunningServer.shared().withCompany();
        server.asAdministrator()
                .post(
                        "/service-levels",
                        "{\"kind\": \"WARRANTY_REPAIR\", \"hours\": \"4\","
                                + " \"clock\": \"WORKING\", \"from\": \"2024-02-20\"}")
                .expect(201);
        Api assistant = server.holding("CS_ASSISTANT");
        Reply hired = server.newcomer("MAINTENANCE_WORKER");
        Api worker = server.as(hired.text("/token"));
        String body =
                "{\"kind\": \"WARRANTY_REPAIR\", \"community_id\": \"%s\", \"title\": \"门\","
                        + " \"channel\": \"APP\", \"received_at\": \"2024-03-01T16:00:00+08:00\"}";
        String order = body.formatted(Community.with(server, 1).id());
        Reply made = assistant.post("/work-orders", order).expect(201);
        String tenant =
                server.db()
                        .sql("select tenant from work_order where id = :id")
                        .param("id", made.text("/id"))
                        .query(String.class)
                        .single();
        DueTimes times = server.part(DueTimes.class);
        assertThat(due(times, tenant, made)).isEqualTo("2024-03-04T03:00:00Z");
        String who = "\"assignee_id\": \"%s\"".formatted(hired.text("/staff_id"));
        Reply sent = step(assistant, made, "DISPATCH", "2024-03-01T16:10:00+08:00", who);
        String why = "\"note\": \"等配件\"";
        Reply taken = step(worker, sent, "ACCEPT", "2024-03-01T16:20:00+08:00", why);
        Reply put = step(worker, taken, "SUSPEND", "2024-03-01T17:00:00+08:00", why);
        assertThat(times.moved(tenant, made.text("/id")))
                .get()
                .isInstanceOfSatisfying(
                        Due.Paused.class,
                        due -> assertThat(due.since()).isEqualTo("2024-03-01T09:00:00Z"));
        step(worker, put, "RESUME", "2024-03-04T10:00:00+08:00", why);
        assertThat(due(times, tenant, made)).isEqualTo("2024-03-04T05:00:00Z");

        String agreed = order.replace("{", "{\"due_at\": \"2024-03-02T12:00:00+08:00\",");
        Reply given = assistant.post("/work-orders", agreed).expect(201);
        assertThat(times.moved(tenant, given.text("/id"))).isEmpty();
    }

    @Test
    void whatWasUnknownIsFoundAtTheNextStart() {
        RunningServer server = RunningServer.shared().withCompany();
        server.asAdministrator()
                .post(
                        "/service-levels",
                        "{\"kind\": \"WARRANTY_REPAIR\", \"severity\": \"MINOR\","
                                + " \"hours\": \"4\", \"clock\": \"WORKING\","
                                + " \"from\": \"2024-02-20\"}")
                .expect(201);
        String body =
                "{\"kind\": \"WARRANTY_REPAIR\", \"community_id\": \"%s\", \"title\": \"门\","
                        + " \"channel\": \"APP\", \"severity\": \"MINOR\","
                        + " \"received_at\": \"2024-03-01T16:00:00+08:00\"}";
        Api assistant = server.holding("CS_ASSISTANT");
        Reply made =
                assistant
                        .post("/work-orders", body.formatted(Community.with(server, 1).id()))
                        .expect(201);
        int changed =
                server.db()
                        .sql(
                                "update work_order set due_at = null, due_steps = '[]',"
                                        + " due_unknown = '{\"reason\": \"DUE_BEYOND_CALENDAR\","
                                        + " \"facts\": {}, \"after\": \"2024-03-01T08:00:00Z\"}'"
                                        + " where id = :id")
                        .param("id", made.text("/id"))
                        .update();
        assertThat(changed).isEqualTo(1);
        String path = "/work-orders/" + made.text("/id");
        assertThat(assistant.get(path).text("/timeliness")).isEqualTo("UNKNOWN");
        spoil(server, made.text("/id"));
        server.part(UndatedOrders.class).look();
        assertThat(assistant.get(path).text("/due/due_at")).isEqualTo(made.text("/due/due_at"));
    }

    /** A company before all others has an order that cannot be read. */
    private static void spoil(RunningServer server, String order) {
        server.db()
                .sql(
                        """
                        do $$ declare place community; matter work_order; begin
                            select * into matter from work_order where id = '%s';
                            select * into place from community where id = matter.community_id;
                            place.tenant := '0';
                            matter.tenant := '0';
                            matter.due_unknown := '{"reason": "LOST"}';
                            insert into tenant (id, created_at) values ('0', now());
                            insert into community overriding system value select (place).*;
                            insert into work_order overriding system value select (matter).*;
                        end $$
                        """
                                .formatted(order))
                .update();
    }

    private static Reply step(Api who, Reply order, String action, String at, String more) {
        String body = "{\"action\": \"%s\", \"occurred_at\": \"%s\", %s}";
        return who.with("If-Match", order.header("ETag"))
                .post(
                        "/work-orders/" + order.text("/id") + "/transitions",
                        body.formatted(action, at, more))
                .expect(200);
    }

    private static String due(DueTimes times, String tenant, Reply order) {
        return times.moved(tenant, order.text("/id"))
                .flatMap(Due::dueAt)
                .map(Instant::toString)
                .orElse("");
    }
}
