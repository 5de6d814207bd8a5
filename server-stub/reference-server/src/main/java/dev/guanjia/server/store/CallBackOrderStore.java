package dev.guanjia.server.store;

import dev.guanjia.organisation.StaffId;
import dev.guanjia.property.Community;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.lifecycle.ActionEffect;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Work orders as call-backs look at them. */
@Repository
public class CallBackOrderStore {

    private static final Set<String> WORK =
            Stream.of(WorkOrderAction.values())
                    .filter(action -> action.has(ActionEffect.WORKS))
                    .map(WorkOrderAction::name)
                    .collect(Collectors.toSet());
    private static final String SELECT =
            """
            select o.*, cast(null as text) as parent_id, cast(null as text) as equipment_id
            from work_order o
            where o.tenant = :tenant
            """;
    // the states alone are for the index: no index looks for pairs out of a list
    static final String WAITING =
            SELECT
                    + """
                     and o.state = any(cast(:states as text[]))
                     and (o.kind, o.state) in (
                         select place.kind, place.state
                         from unnest(cast(:kinds as text[]), cast(:states as text[]))
                             place(kind, state))
                     and (cast(:community as text) is null or o.community_id = :community)
                     and (cast(:unit as text) is null or o.unit_id = :unit)
                     and (cast(:kind as text) is null or o.kind = :kind)
                     and (cast(:assignee as text) is null or o.assignee_id = :assignee)
                    """;
    private static final String IN_COMMUNITY =
            SELECT
                    + """
                     and o.community_id = :community and o.exclusion is null
                     and (cast(:kind as text) is null or o.kind = :kind)
                    """;
    private static final String FINISHED =
            IN_COMMUNITY + " and o.resolved_at >= :from and o.resolved_at < :to order by o.id";
    private static final String RECEIVED =
            IN_COMMUNITY
                    + """
                     and o.received_at >= :from and o.received_at < :to
                     and (o.resolved_at is not null or o.call_backs > 0 or exists (
                         select 1 from call_back c
                         where c.tenant = o.tenant and c.work_order_id = o.id))
                    order by o.id
                    """;
    private static final String HANDS =
            """
            select work_order_id, action, staff_id, assignee_id from work_order_event
            where tenant = :tenant and work_order_id = any(cast(:orders as text[]))
            """;

    private final JdbcClient db;
    private final WorkOrderColumns columns;

    CallBackOrderStore(JdbcClient db, WorkOrderColumns columns) {
        this.db = db;
        this.columns = columns;
    }

    /**
     * A month of a community.
     *
     * @param communityId the community
     * @param kind only of this kind; null for all
     * @param from its first moment
     * @param to the first moment after it
     */
    public record Month(String communityId, @Nullable String kind, Instant from, Instant to) {

        /**
         * A month of a community.
         *
         * @param place the community
         * @param kind only of this kind; null for all
         * @param month the month in the community's own time
         * @return from its first moment to the first after it
         */
        public static Month of(Community place, @Nullable String kind, YearMonth month) {
            return new Month(
                    place.id().value(),
                    kind,
                    month.atDay(1).atStartOfDay(place.zone()).toInstant(),
                    month.plusMonths(1).atDay(1).atStartOfDay(place.zone()).toInstant());
        }
    }

    /**
     * Which orders are asked for; null stands for any.
     *
     * @param communityId of this community
     * @param unitId of this unit
     * @param kind of this kind
     * @param assigneeId that this person was to do
     */
    public record Filter(
            @Nullable String communityId,
            @Nullable String unitId,
            @Nullable String kind,
            @Nullable String assigneeId) {}

    /**
     * Where orders of a kind can stand.
     *
     * @param kind the kind
     * @param state the state
     */
    public record Place(WorkOrderKind kind, WorkOrderState state) {}

    /**
     * Orders that stand where a call-back leads on.
     *
     * @param tenant the company
     * @param places kinds and states
     * @param filter which of them
     * @return in no order
     */
    public List<WorkOrderRow> waiting(String tenant, Collection<Place> places, Filter filter) {
        return db.sql(WAITING)
                .param("tenant", tenant)
                .param("kinds", Sql.array(places, place -> place.kind().name()))
                .param("states", Sql.array(places, place -> place.state().name()))
                .param("community", filter.communityId())
                .param("unit", filter.unitId())
                .param("kind", filter.kind())
                .param("assignee", filter.assigneeId())
                .query(columns::row)
                .list();
    }

    /**
     * Orders that were finished in a month and still are.
     *
     * @param tenant the company
     * @param month when and where
     * @return by id
     */
    public List<WorkOrderRow> finished(String tenant, Month month) {
        return inMonth(FINISHED, tenant, month);
    }

    /**
     * Orders that were received in a month and have been finished or called about.
     *
     * @param tenant the company
     * @param month when and where
     * @return by id
     */
    public List<WorkOrderRow> received(String tenant, Month month) {
        return inMonth(RECEIVED, tenant, month);
    }

    private List<WorkOrderRow> inMonth(String sql, String tenant, Month month) {
        return db.sql(sql)
                .param("tenant", tenant)
                .param("community", month.communityId())
                .param("kind", month.kind())
                .param("from", Sql.at(month.from()))
                .param("to", Sql.at(month.to()))
                .query(columns::row)
                .list();
    }

    /**
     * Who had a hand in orders: who was to do the work, and who did.
     *
     * @param tenant the company
     * @param orders the orders
     * @return by order
     */
    public Map<String, Set<StaffId>> workers(String tenant, Collection<String> orders) {
        Map<String, Set<StaffId>> workers = new HashMap<>();
        db.sql(HANDS)
                .param("tenant", tenant)
                .param("orders", Sql.array(orders, order -> order))
                .query(
                        (ResultSet row) -> {
                            Set<StaffId> hands =
                                    workers.computeIfAbsent(
                                            row.getString("work_order_id"),
                                            order -> new TreeSet<>());
                            String assignee = row.getString("assignee_id");
                            if (assignee != null) {
                                hands.add(new StaffId(assignee));
                            }
                            if (WORK.contains(row.getString("action"))) {
                                hands.add(new StaffId(row.getString("staff_id")));
                            }
                        });
        return workers;
    }
}
