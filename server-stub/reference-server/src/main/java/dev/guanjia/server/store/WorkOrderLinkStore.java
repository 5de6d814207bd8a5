package dev.guanjia.server.store;

import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.WorkOrderEventStore.Author;
import dev.guanjia.workorder.Link;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code work_order_link}: what came from what, never changed. */
@Repository
public class WorkOrderLinkStore {

    private static final String INSERT =
            """
            insert into work_order_link (tenant, work_order_id, kind, target, staff_id, acting_post,
                authority_version, recorded_at)
            values (:tenant, :order, :kind, :target, :staff, :post, :authority, :recorded)
            """;
    private static final String OF =
            """
            select seq, work_order_id, kind, target, recorded_at
            from work_order_link where tenant = :tenant and work_order_id = :order order by seq
            """;
    private static final String FIRSTS =
            """
            select work_order_id, target
            from work_order_link
            where tenant = :tenant and kind = :kind
                and work_order_id = any(cast(:orders as text[]))
            order by seq
            """;
    private static final String LIST =
            """
            select seq, work_order_id, kind, target, recorded_at
            from work_order_link
            where tenant = :tenant and seq > :after
                and (cast(:order as text) is null or work_order_id = :order)
                and (cast(:kind as text) is null or kind = :kind)
                and (cast(:target as text) is null or target = :target)
            order by seq limit :fetch
            """;
    private static final String CHILDREN =
            """
            select link.work_order_id
            from work_order_link link
            join work_order part on part.tenant = link.tenant and part.id = link.work_order_id
            where link.tenant = :tenant and link.kind = 'PARENT' and link.target = :order
                and part.state <> all(cast(:not as text[]))
            order by link.seq
            """;

    private static final String BOUND =
            """
            select link.target, link.work_order_id
            from work_order_link link
            join work_order o on o.tenant = link.tenant and o.id = link.work_order_id
            where link.tenant = :tenant and link.kind = :kind
                and link.target = any(cast(:targets as text[]))
                and o.state <> all(cast(:not as text[]))
            order by link.seq
            """;

    private static final List<WorkOrderState> ENDS =
            Arrays.stream(WorkOrderState.values()).filter(WorkOrderState::isEnd).toList();

    private final JdbcClient db;
    private final NamedParameterJdbcTemplate batches;

    WorkOrderLinkStore(JdbcClient db, NamedParameterJdbcTemplate batches) {
        this.db = db;
        this.batches = batches;
    }

    /**
     * A link.
     *
     * @param seq grows with every link
     * @param link what is bound to what
     * @param recordedAt when the row was made
     */
    public record LinkRow(long seq, Link link, Instant recordedAt) {}

    /**
     * Which links are asked for; null stands for any.
     *
     * @param orderId of this order
     * @param kind in this way
     * @param target to this thing
     */
    public record Filter(
            @Nullable String orderId, @Nullable String kind, @Nullable String target) {}

    /**
     * Adds a link.
     *
     * @param tenant the company
     * @param link the link
     * @param author who made it
     * @param now when
     */
    public void add(String tenant, Link link, Author author, Instant now) {
        addAll(tenant, List.of(link), author, now);
    }

    /**
     * Adds links.
     *
     * @param tenant the company
     * @param all the links
     * @param author who made them
     * @param now when
     */
    public void addAll(String tenant, List<Link> all, Author author, Instant now) {
        batches.batchUpdate(
                INSERT,
                all.stream()
                        .map(
                                link ->
                                        new MapSqlParameterSource()
                                                .addValue("tenant", tenant)
                                                .addValue("order", link.order().value())
                                                .addValue("kind", link.kind().name())
                                                .addValue("target", link.target())
                                                .addValue("staff", author.staffId())
                                                .addValue("post", author.post())
                                                .addValue("authority", author.authority())
                                                .addValue("recorded", Sql.at(now)))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /**
     * What an order is bound to.
     *
     * @param tenant the company
     * @param order the order
     * @return oldest first
     */
    public List<Link> of(String tenant, WorkOrderId order) {
        return db
                .sql(OF)
                .param("tenant", tenant)
                .param("order", order.value())
                .query(WorkOrderLinkStore::row)
                .list()
                .stream()
                .map(LinkRow::link)
                .toList();
    }

    /**
     * What several orders are bound to in one way.
     *
     * @param tenant the company
     * @param kind in which way
     * @param orders the orders
     * @return the first thing of each order; without orders that are bound to none
     */
    public Map<String, String> firsts(String tenant, Link.Kind kind, Collection<String> orders) {
        Map<String, String> targets = new TreeMap<>();
        db.sql(FIRSTS)
                .param("tenant", tenant)
                .param("kind", kind.name())
                .param("orders", Sql.array(orders, order -> order))
                .query(
                        (row, index) ->
                                targets.putIfAbsent(
                                        row.getString("work_order_id"), row.getString("target")))
                .list();
        return targets;
    }

    /**
     * Lists links, oldest first.
     *
     * @param tenant the company
     * @param filter which
     * @param request which page
     * @return the page
     */
    public Page<LinkRow> list(String tenant, Filter filter, PageRequest request) {
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("order", filter.orderId())
                        .param("kind", filter.kind())
                        .param("target", filter.target())
                        .param("after", request.afterNumber())
                        .param("fetch", request.fetch())
                        .query(WorkOrderLinkStore::row)
                        .list(),
                request,
                row -> String.valueOf(row.seq()));
    }

    /**
     * The orders that were split off an order.
     *
     * @param tenant the company
     * @param order the order
     * @return oldest first
     */
    public List<String> children(String tenant, String order) {
        return children(tenant, order, List.of());
    }

    /**
     * The orders that were split off an order and have not ended.
     *
     * @param tenant the company
     * @param order the order
     * @return by id
     */
    public Set<WorkOrderId> openChildren(String tenant, String order) {
        Set<WorkOrderId> open = new TreeSet<>();
        children(tenant, order, ENDS).forEach(id -> open.add(new WorkOrderId(id)));
        return open;
    }

    /**
     * The orders that are bound to things.
     *
     * @param tenant the company
     * @param kind in which way
     * @param targets the numbers of the things
     * @return by thing, oldest first; without things that no order is bound to
     */
    public Map<String, List<String>> bound(
            String tenant, Link.Kind kind, Collection<String> targets) {
        return bound(tenant, kind, targets, List.of());
    }

    /**
     * The orders that are bound to a thing and have not ended.
     *
     * @param tenant the company
     * @param kind in which way
     * @param target the number of the thing
     * @return oldest first
     */
    public List<String> openBound(String tenant, Link.Kind kind, String target) {
        return bound(tenant, kind, List.of(target), ENDS).getOrDefault(target, List.of());
    }

    private Map<String, List<String>> bound(
            String tenant, Link.Kind kind, Collection<String> targets, List<WorkOrderState> not) {
        Map<String, List<String>> orders = new TreeMap<>();
        db.sql(BOUND)
                .param("tenant", tenant)
                .param("kind", kind.name())
                .param("targets", Sql.array(targets, target -> target))
                .param("not", Sql.array(not, WorkOrderState::name))
                .query(
                        (row, index) ->
                                orders.computeIfAbsent(
                                                row.getString("target"), key -> new ArrayList<>())
                                        .add(row.getString("work_order_id")))
                .list();
        return orders;
    }

    private List<String> children(String tenant, String order, List<WorkOrderState> not) {
        return db.sql(CHILDREN)
                .param("tenant", tenant)
                .param("order", order)
                .param("not", Sql.array(not, WorkOrderState::name))
                .query(String.class)
                .list();
    }

    private static LinkRow row(ResultSet row, int index) throws SQLException {
        return new LinkRow(
                row.getLong("seq"),
                new Link(
                        new WorkOrderId(row.getString("work_order_id")),
                        Link.Kind.valueOf(row.getString("kind")),
                        row.getString("target")),
                Sql.instant(row, "recorded_at"));
    }
}
