package dev.guanjia.server.store;

import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.workorder.WorkOrder;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code work_order}. */
@Repository
public class WorkOrderStore {

    private static final Instant BEGIN = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("3000-01-01T00:00:00Z");
    private static final String INSERT =
            """
            insert into work_order (tenant, id, kind, community_id, unit_id, title, description,
                channel, source_reference, source_content, state, received_at, due_origin, due_at,
                service_level_id, due_steps, assignee_id, resolved_at, exclusion, call_backs,
                last_event_at, recorded_at, version)
            values (:tenant, :id, :kind, :community, :unit, :title, :description,
                :channel, :reference, :content, :state, :received, :origin, :due,
                :level, cast(:steps as jsonb), :assignee, :resolved, :exclusion, :callBacks,
                :last, :recorded, :version)
            """;
    private static final String UPDATE =
            """
            update work_order set state = :state, assignee_id = :assignee, resolved_at = :resolved,
                exclusion = :exclusion, call_backs = :callBacks, last_event_at = :last,
                version = :version
            where tenant = :tenant and id = :id
            """;
    static final String SELECT =
            """
            select id, kind, community_id, unit_id, title, description, channel, source_reference,
                source_content, state, received_at, due_origin, due_at, service_level_id,
                due_steps, assignee_id, resolved_at, exclusion, call_backs, last_event_at,
                recorded_at, version
            from work_order where tenant = :tenant
            """;
    private static final String IMPORTED =
            SELECT
                    + " and community_id = :community and kind = :kind"
                    + " and source_reference = any(cast(:references as text[]))";
    private static final String LIST =
            SELECT
                    + """
                      and (cast(:kind as text) is null or kind = :kind)
                      and (cast(:state as text) is null or state = :state)
                      and (cast(:community as text) is null or community_id = :community)
                      and received_at >= :from and received_at < :to
                      and (received_at, id) < (:at, :after)
                      order by received_at desc, id desc limit :fetch
                      """;

    private final JdbcClient db;
    private final NamedParameterJdbcTemplate batches;
    private final WorkOrderColumns columns;

    WorkOrderStore(JdbcClient db, NamedParameterJdbcTemplate batches, WorkOrderColumns columns) {
        this.db = db;
        this.batches = batches;
        this.columns = columns;
    }

    /**
     * A work order.
     *
     * @param order where it stands
     * @param recordedAt when the row was made
     * @param version counted from 1
     */
    public record WorkOrderRow(WorkOrder order, Instant recordedAt, long version) {

        /**
         * The name of the row.
         *
         * @return the work order id
         */
        public String id() {
            return order.id().value();
        }
    }

    /**
     * A work order of another system.
     *
     * @param row the order
     * @param content all that the other system said of it, to tell another version of it
     */
    public record Imported(WorkOrderRow row, String content) {

        /**
         * Its number there.
         *
         * @return the source reference
         */
        public String reference() {
            return String.valueOf(row.order().intake().reception().sourceReference());
        }
    }

    /**
     * Which work orders are asked for; null stands for any.
     *
     * @param kind of this kind
     * @param state in this state
     * @param communityId of this community
     * @param from received at this moment or later
     * @param to received before this moment
     */
    public record Filter(
            @Nullable String kind,
            @Nullable String state,
            @Nullable String communityId,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /**
     * Adds an order.
     *
     * @param tenant the company
     * @param row the order
     */
    public void add(String tenant, WorkOrderRow row) {
        batches.update(INSERT, columns.all(tenant, row).addValue("content", null));
    }

    /**
     * Adds orders of another system.
     *
     * @param tenant the company
     * @param rows orders whose numbers are new
     */
    public void addAll(String tenant, List<Imported> rows) {
        batches.batchUpdate(
                INSERT,
                rows.stream()
                        .map(
                                one ->
                                        columns.all(tenant, one.row())
                                                .addValue("content", one.content()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /**
     * Writes where an order stands now.
     *
     * @param tenant the company
     * @param row the order with its new version
     */
    public void update(String tenant, WorkOrderRow row) {
        batches.update(UPDATE, WorkOrderColumns.changing(tenant, row));
    }

    /**
     * Reads an order.
     *
     * @param tenant the company
     * @param id the order
     * @return empty if there is none
     */
    public Optional<WorkOrderRow> find(String tenant, String id) {
        return one(SELECT + " and id = :id", tenant, id);
    }

    /**
     * Reads an order that is about to change.
     *
     * @param tenant the company
     * @param id the order
     * @return empty if there is none
     */
    public Optional<WorkOrderRow> lock(String tenant, String id) {
        return one(SELECT + " and id = :id for update", tenant, id);
    }

    private Optional<WorkOrderRow> one(String sql, String tenant, String id) {
        return db.sql(sql).param("tenant", tenant).param("id", id).query(columns::row).optional();
    }

    /**
     * Reads what was imported before.
     *
     * @param tenant the company
     * @param like an order of the kind and community
     * @param references numbers in the other system
     * @return those that are known, by number
     */
    public Map<String, Imported> imported(
            String tenant, WorkOrder like, Collection<String> references) {
        Map<String, Imported> known = new TreeMap<>();
        db.sql(IMPORTED)
                .param("tenant", tenant)
                .param("community", like.intake().community().value())
                .param("kind", like.intake().kind().name())
                .param("references", Sql.array(references, reference -> reference))
                .query(
                        (row, index) ->
                                new Imported(
                                        columns.row(row, index), row.getString("source_content")))
                .list()
                .forEach(one -> known.put(one.reference(), one));
        return known;
    }

    /**
     * Lists orders, latest received first.
     *
     * @param tenant the company
     * @param filter which
     * @param request which page
     * @return the page
     */
    public Page<WorkOrderRow> list(String tenant, Filter filter, PageRequest request) {
        List<String> after = request.afterParts(List.of(END.toString(), ""));
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("kind", filter.kind())
                        .param("state", filter.state())
                        .param("community", filter.communityId())
                        .param("from", Sql.at(filter.from() == null ? BEGIN : filter.from()))
                        .param("to", Sql.at(filter.to() == null ? END : filter.to()))
                        .param("at", Sql.at(instant(after.get(0))))
                        .param("after", after.get(1))
                        .param("fetch", request.fetch())
                        .query(columns::row)
                        .list(),
                request,
                WorkOrderStore::key);
    }

    private static String key(WorkOrderRow row) {
        return PageRequest.join(row.order().intake().reception().receivedAt().toString(), row.id());
    }

    private static Instant instant(String part) {
        try {
            Instant at = Instant.parse(part);
            if (at.isBefore(BEGIN) || at.isAfter(END)) {
                throw PageRequest.invalid();
            }
            return at;
        } catch (DateTimeException forged) {
            throw PageRequest.invalid();
        }
    }
}
