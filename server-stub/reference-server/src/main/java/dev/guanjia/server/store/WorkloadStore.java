package dev.guanjia.server.store;

import dev.guanjia.organisation.StaffId;
import dev.guanjia.workorder.lifecycle.ActionEffect;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.lifecycle.WorkOrderOutcome;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What everybody carries, and when they were last sent, as of a moment. */
@Repository
public class WorkloadStore {

    private static final @Nullable String[] OPEN =
            Stream.of(WorkOrderState.values())
                    .filter(state -> state.outcomes().contains(WorkOrderOutcome.OPEN))
                    .map(WorkOrderState::name)
                    .toArray(String[]::new);
    private static final @Nullable String[] RELEASES =
            Stream.of(WorkOrderAction.values())
                    .filter(action -> action.has(ActionEffect.RELEASES))
                    .map(WorkOrderAction::name)
                    .toArray(String[]::new);

    /** An order that nothing happened to since stands as its row says; others as their events. */
    static final String LOADS =
            """
            select assignee_id, count(*) as open from (
                select assignee_id from work_order
                where tenant = :tenant and last_event_at <= :at and assignee_id is not null
                    and resolved_at is null and exclusion is null
                union all
                select (
                    select e.assignee_id from work_order_event e
                    where e.tenant = o.tenant and e.work_order_id = o.id and e.occurred_at <= :at
                        and (e.assignee_id is not null
                            or e.action = any(cast(:releases as text[])))
                    order by e.seq desc limit 1)
                from work_order o
                where o.tenant = :tenant and o.last_event_at > :at and o.received_at <= :at
                    and (
                        select e.to_state from work_order_event e
                        where e.tenant = o.tenant and e.work_order_id = o.id
                            and e.occurred_at <= :at
                        order by e.seq desc limit 1) = any(cast(:open as text[]))
            ) held
            where assignee_id is not null group by assignee_id
            """;

    /** Of those alone who can be sent; the last one of each is the end of an index. */
    static final String LAST_SENT =
            """
            select person.staff_id as assignee_id, sent.occurred_at as sent_at
            from (select distinct staff_id from dispatch_profile where tenant = :tenant) person
            cross join lateral (
                select occurred_at from dispatch
                where tenant = :tenant and assignee_id = person.staff_id and occurred_at <= :at
                order by occurred_at desc limit 1) sent
            """;

    private final JdbcClient db;

    WorkloadStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * How many open orders everybody had.
     *
     * @param tenant the company
     * @param at as of when
     * @return by person; nobody without any
     */
    public Map<StaffId, Integer> loads(String tenant, Instant at) {
        Map<StaffId, Integer> loads = new HashMap<>();
        db.sql(LOADS)
                .param("tenant", tenant)
                .param("at", Sql.at(at))
                .param("releases", RELEASES)
                .param("open", OPEN)
                .query(
                        (ResultSet row) -> {
                            loads.put(
                                    new StaffId(row.getString("assignee_id")), row.getInt("open"));
                        });
        return loads;
    }

    /**
     * When everybody who can be sent was last sent.
     *
     * @param tenant the company
     * @param at as of when
     * @return by person; nobody who never was, or has no profile
     */
    public Map<StaffId, Instant> lastSent(String tenant, Instant at) {
        Map<StaffId, Instant> sent = new HashMap<>();
        db.sql(LAST_SENT)
                .param("tenant", tenant)
                .param("at", Sql.at(at))
                .query(
                        (ResultSet row) -> {
                            sent.put(
                                    new StaffId(row.getString("assignee_id")),
                                    Sql.instant(row, "sent_at"));
                        });
        return sent;
    }
}
