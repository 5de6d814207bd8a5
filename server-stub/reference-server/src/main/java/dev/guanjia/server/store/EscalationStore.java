package dev.guanjia.server.store;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.workorder.Act;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.escalation.EscalationLadder.Escalation;
import dev.guanjia.workorder.lifecycle.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The tables {@code complaint_raising} and {@code escalation_acknowledgement}, only ever added to.
 */
@Repository
public class EscalationStore {

    private static final String RAISE =
            """
            insert into complaint_raising (tenant, work_order_id, level, post, severity,
                occurred_at, reason, staff_id, acting_post, authority_version, recorded_at)
            values (:tenant, :order, :level, :rung, :severity,
                :at, :note, :staff, :post, :authority, :recorded)
            """;
    private static final String ACKNOWLEDGE =
            """
            insert into escalation_acknowledgement (tenant, work_order_id, level, acknowledged_at,
                note, staff_id, acting_post, authority_version, recorded_at)
            values (:tenant, :order, :level, :at, :note, :staff, :post, :authority, :recorded)
            """;
    private static final String RAISED =
            """
            select work_order_id, level, post, severity, occurred_at as at, reason as note, staff_id,
                acting_post, authority_version
            from complaint_raising
            where tenant = :tenant and work_order_id = any(cast(:orders as text[])) order by seq
            """;
    private static final String ACKNOWLEDGED =
            """
            select work_order_id, level, acknowledged_at as at, note, staff_id, acting_post,
                authority_version
            from escalation_acknowledgement
            where tenant = :tenant and work_order_id = any(cast(:orders as text[]))
            """;

    private final JdbcClient db;

    EscalationStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * That somebody knows of an escalation.
     *
     * @param orderId of which complaint
     * @param level on which level
     * @param act who, when, and what they say to it
     */
    public record Acknowledged(String orderId, int level, Act act) {}

    /**
     * Adds that a complaint was raised.
     *
     * @param tenant the company
     * @param raised to which level, by whom
     * @param now when the row is made
     */
    public void raise(String tenant, Escalation raised, Instant now) {
        values(RAISE, raised.act())
                .param("tenant", tenant)
                .param("order", raised.order().value())
                .param("level", raised.level())
                .param("rung", raised.post().value())
                .param("severity", raised.severity().name())
                .param("recorded", Sql.at(now))
                .update();
    }

    /**
     * Adds that somebody knows.
     *
     * @param tenant the company
     * @param row who of what
     * @param now when the row is made
     */
    public void acknowledge(String tenant, Acknowledged row, Instant now) {
        values(ACKNOWLEDGE, row.act())
                .param("tenant", tenant)
                .param("order", row.orderId())
                .param("level", row.level())
                .param("recorded", Sql.at(now))
                .update();
    }

    private JdbcClient.StatementSpec values(String sql, Act act) {
        return db.sql(sql)
                .param("at", Sql.at(act.occurredAt()))
                .param("note", act.note())
                .param("staff", act.actor().staff().value())
                .param("post", act.actor().post().value())
                .param("authority", act.actor().authorityVersion());
    }

    /**
     * How far complaints were raised.
     *
     * @param tenant the company
     * @param orders the complaints
     * @return oldest first
     */
    public List<Escalation> raised(String tenant, Collection<String> orders) {
        return db.sql(RAISED)
                .param("tenant", tenant)
                .param("orders", Sql.array(orders, id -> id))
                .query(EscalationStore::raising)
                .list();
    }

    /**
     * Who knows of complaints.
     *
     * @param tenant the company
     * @param orders the complaints
     * @return in no order
     */
    public List<Acknowledged> acknowledged(String tenant, Collection<String> orders) {
        return db.sql(ACKNOWLEDGED)
                .param("tenant", tenant)
                .param("orders", Sql.array(orders, id -> id))
                .query(
                        (row, index) ->
                                new Acknowledged(
                                        row.getString("work_order_id"),
                                        row.getInt("level"),
                                        act(row)))
                .list();
    }

    private static Escalation raising(ResultSet row, int index) throws SQLException {
        return new Escalation(
                new WorkOrderId(row.getString("work_order_id")),
                Severity.valueOf(row.getString("severity")),
                row.getInt("level"),
                new PostKey(row.getString("post")),
                act(row));
    }

    private static Act act(ResultSet row) throws SQLException {
        return new Act(
                new Actor(
                        new StaffId(row.getString("staff_id")),
                        new PostKey(row.getString("acting_post")),
                        row.getString("authority_version")),
                Sql.instant(row, "at"),
                row.getString("note"));
    }
}
