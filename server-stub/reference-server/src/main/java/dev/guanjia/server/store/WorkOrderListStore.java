package dev.guanjia.server.store;

import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Many rows of the table {@code work_order} at once: lists and counts. */
@Repository
public class WorkOrderListStore {

    private static final Instant BEGIN = MomentKey.BEGIN;
    private static final Instant END = MomentKey.END;
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");
    private static final String DUE = "coalesce(due_at, timestamptz '3000-01-01 00:00:00+00')";
    private static final String FILTERED =
            WorkOrderSql.SELECT
                    + """
                      and (cast(:kind as text) is null or kind = :kind)
                      and (cast(:state as text) is null or state = :state)
                      and (cast(:community as text) is null or community_id = :community)
                      and (cast(:building as text) is null or building_id = :building
                          or unit_id in (select id from unit
                              where tenant = :tenant and building_id = :building))
                      and (cast(:unit as text) is null or unit_id = :unit)
                      and (cast(:equipment as text) is null or id in (
                          select work_order_id from work_order_equipment
                          where tenant = :tenant and equipment_id = :equipment))
                      and (cast(:place as text) is null or place_kind = :place)
                      and (cast(:severity as text) is null or severity = :severity)
                      and (cast(:assignee as text) is null or assignee_id = :assignee)
                      and received_at >= :from and received_at < :to
                      and (cast(:dueFrom as timestamptz) is null or due_at >= :dueFrom)
                      and (cast(:dueTo as timestamptz) is null or due_at < :dueTo)
                      """
                    // for the index alone: what has no limit stands last in it
                    + " and %1$s between :least and :most ".formatted(DUE);
    static final String LATEST =
            FILTERED
                    + """
                      and (received_at, id) < (:at, :after)
                      order by received_at desc, id desc limit :fetch
                      """;
    static final String SOONEST =
            FILTERED
                    + " and (%1$s, id) > (:at, :after) order by %1$s, id limit :fetch"
                            .formatted(DUE);
    // as WorkOrder.timeliness judges: what ended later than now is judged as it was then
    private static final String BOARD =
            """
            select kind, state, count(*) as orders,
                count(*) filter (where due_at < least(resolved_at, :now)) as overdue
            from work_order
            where tenant = :tenant
                and (cast(:community as text) is null or community_id = :community)
            group by kind, state order by kind, state
            """;

    private final JdbcClient db;
    private final WorkOrderColumns columns;

    WorkOrderListStore(JdbcClient db, WorkOrderColumns columns) {
        this.db = db;
        this.columns = columns;
    }

    /**
     * Which work orders are asked for; null stands for any.
     *
     * @param kind of this kind
     * @param state in this state
     * @param place where
     * @param severity of this severity
     * @param assigneeId to be done by this person
     * @param received when it came in
     * @param due when it is due
     */
    public record Filter(
            @Nullable String kind,
            @Nullable String state,
            Place place,
            @Nullable String severity,
            @Nullable String assigneeId,
            Window received,
            Window due) {}

    /**
     * A place; null stands for any.
     *
     * @param communityId in this community
     * @param buildingId in this building
     * @param unitId of this unit
     * @param kind a place of this kind
     * @param equipmentId about this piece of equipment
     */
    public record Place(
            @Nullable String communityId,
            @Nullable String buildingId,
            @Nullable String unitId,
            @Nullable String kind,
            @Nullable String equipmentId) {}

    /**
     * A stretch of time; null stands for no bound.
     *
     * @param from at this moment or later
     * @param to before this moment
     */
    public record Window(@Nullable Instant from, @Nullable Instant to) {}

    /**
     * How many orders stand somewhere.
     *
     * @param kind of this kind
     * @param state in this state
     * @param orders so many, more than zero
     * @param overdue so many of them overdue
     */
    public record Count(String kind, String state, long orders, long overdue) {}

    /**
     * Lists orders, latest received first.
     *
     * @param tenant the company
     * @param filter which
     * @param request which page
     * @return the page
     */
    public Page<WorkOrderRow> latest(String tenant, Filter filter, PageRequest request) {
        MomentKey after = MomentKey.latestFirst(request);
        return Page.of(
                rows(LATEST, tenant, filter, after)
                        .param("fetch", request.fetch())
                        .query(columns::row)
                        .list(),
                request,
                row -> key(row.order().intake().reception().receivedAt(), row));
    }

    /**
     * Lists orders, soonest due first, those without a limit last.
     *
     * @param tenant the company
     * @param filter which
     * @param request which page
     * @return the page
     */
    public Page<WorkOrderRow> soonest(String tenant, Filter filter, PageRequest request) {
        MomentKey after = MomentKey.earliestFirst(request);
        return Page.of(
                rows(SOONEST, tenant, filter, after)
                        .param("fetch", request.fetch())
                        .query(columns::row)
                        .list(),
                request,
                row -> key(row.order().due().dueAt().orElse(END), row));
    }

    private StatementSpec rows(String sql, String tenant, Filter filter, MomentKey after) {
        Instant from = filter.received().from();
        Instant to = filter.received().to();
        Instant dueFrom = filter.due().from();
        Instant dueTo = filter.due().to();
        return db.sql(sql)
                .param("tenant", tenant)
                .param("kind", filter.kind())
                .param("state", filter.state())
                .param("community", filter.place().communityId())
                .param("building", filter.place().buildingId())
                .param("unit", filter.place().unitId())
                .param("place", filter.place().kind())
                .param("equipment", filter.place().equipmentId())
                .param("severity", filter.severity())
                .param("assignee", filter.assigneeId())
                .param("from", Sql.at(from == null ? BEGIN : from))
                .param("to", Sql.at(to == null ? END : to))
                .param("dueFrom", dueFrom == null ? null : Sql.at(dueFrom))
                .param("dueTo", dueTo == null ? null : Sql.at(dueTo))
                .param("least", Sql.at(dueFrom == null ? BEGIN : dueFrom))
                .param("most", Sql.at(dueTo == null ? NEVER : dueTo))
                .param("at", Sql.at(after.at()))
                .param("after", after.id());
    }

    /**
     * Counts the orders by kind and state.
     *
     * @param tenant the company
     * @param communityId of this community; null for all
     * @param now the moment at which open ones are judged
     * @return the counts that are not zero, by kind and state
     */
    public List<Count> board(String tenant, @Nullable String communityId, Instant now) {
        return db.sql(BOARD)
                .param("tenant", tenant)
                .param("community", communityId)
                .param("now", Sql.at(now))
                .query(
                        (row, index) ->
                                new Count(
                                        row.getString("kind"),
                                        row.getString("state"),
                                        row.getLong("orders"),
                                        row.getLong("overdue")))
                .list();
    }

    private static String key(Instant at, WorkOrderRow row) {
        return MomentKey.text(at, row.id());
    }
}
