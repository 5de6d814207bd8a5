package dev.guanjia.server;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** People of a company who open work orders and take them on, in a community of their own. */
final class WorkOrderCompany {

    static final String FRIDAY = "2026-03-06T16:30:00+08:00";

    final RunningServer server = RunningServer.shared().withCompany();
    final Community community = Community.with(server, 2);
    final Api supervisor = server.holding("CS_SUPERVISOR");
    final Api assistant = server.holding("CS_ASSISTANT");
    final Api manager = server.holding("PROPERTY_MANAGER");
    final String workerId;
    final Api worker;

    WorkOrderCompany() {
        Reply hired = server.newcomer("MAINTENANCE_WORKER");
        workerId = hired.text("/staff_id");
        worker = server.as(hired.text("/token"));
    }

    /** A matter of that Friday; {@code more} are further fields, each followed by a comma. */
    Reply open(Api who, String kind, String more) {
        return who.post("/work-orders", body(kind, more, FRIDAY));
    }

    String body(String kind, String more, String receivedAt) {
        return """
        {%s "kind": "%s", "community_id": "%s", "title": "大堂灯不亮", "channel": "HOTLINE",
         "received_at": "%s"}
        """
                .formatted(more, kind, community.id(), receivedAt);
    }

    /** The field that says whose home it is about. */
    String unit() {
        return "\"unit_id\": \"" + community.units().get(0) + "\",";
    }

    WorkOrderWalk walk(Reply made) {
        return new WorkOrderWalk(made.expect(201), workerId);
    }

    /** So many minutes after the reception. */
    static String after(int minutes) {
        return OffsetDateTime.parse(FRIDAY).plusMinutes(minutes).toInstant().toString();
    }

    @Nullable String column(String id, String name) {
        return server.db()
                .sql("select " + name + " from work_order where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
