package dev.guanjia.server.store;

import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.WorkOrderEventStore.Author;
import dev.guanjia.workorder.Act;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import dev.guanjia.workorder.request.RequestLife;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code service_request} and {@code service_request_answer}, only ever added to. */
@Repository
public class ServiceRequestStore {

    private static final String INSERT =
            """
            insert into service_request (tenant, id, community_id, unit_id, words, channel,
                source_reference, received_at, requester_class, requester_contact, requester_name,
                requester_phone, attachments, staff_id, acting_post, authority_version, recorded_at)
            values (:tenant, :id, :community, :unit, :words, :channel,
                :reference, :received, :customer, :contact, :name,
                :phone, cast(:attachments as jsonb), :staff, :post, :authority, :recorded)
            on conflict (community_id, source_reference, tenant) do nothing
            """;
    private static final String ANSWER =
            """
            insert into service_request_answer (tenant, request_id, said, answered_at, staff_id,
                acting_post, authority_version, recorded_at)
            values (:tenant, :id, :said, :answered, :staff, :post, :authority, :recorded)
            """;
    // the state is that of RequestLife, so that pages can be found by it
    private static final String SELECT =
            """
            select * from (
                select r.*, a.said, a.answered_at, a.staff_id as answered_by,
                    a.acting_post as answered_as, a.authority_version as answered_under,
                    w.ids, w.kinds, w.states, w.outcomes,
                    case when w.orders = 0 and a.said is null then 'RECORDED'
                        when w.orders = 0 then 'ANSWERED'
                        when 'OPEN' = any(w.outcomes) then 'IN_HAND'
                        when w.states <@ cast(:ends as text[]) then 'CLOSED'
                        else 'ANSWERED' end as state
                from service_request r
                left join service_request_answer a on a.tenant = r.tenant and a.request_id = r.id
                cross join lateral (
                    select count(*) as orders,
                        coalesce(array_agg(o.id order by l.seq), '{}') as ids,
                        coalesce(array_agg(o.kind order by l.seq), '{}') as kinds,
                        coalesce(array_agg(o.state order by l.seq), '{}') as states,
                        coalesce(array_agg(coalesce(o.exclusion,
                            case when o.resolved_at is null then 'OPEN' else 'HANDLED' end)
                            order by l.seq), '{}') as outcomes
                    from work_order_link l
                    join work_order o on o.tenant = l.tenant and o.id = l.work_order_id
                    where l.tenant = r.tenant and l.kind = 'REQUEST' and l.target = r.id) w
                where r.tenant = :tenant) request
            """;
    private static final String LIST =
            SELECT
                    + """
                      where (cast(:state as text) is null or state = :state)
                          and (cast(:channel as text) is null or channel = :channel)
                          and (cast(:community as text) is null or community_id = :community)
                          and (cast(:unit as text) is null or unit_id = :unit)
                          and (cast(:kind as text) is null or :kind = any(kinds))
                          and (cast(:requester as text) is null or requester_contact = :requester
                              or requester_name = :requester or requester_phone = :requester)
                          and (cast(:from as timestamptz) is null or received_at >= :from)
                          and (cast(:to as timestamptz) is null or received_at < :to)
                          and (received_at, id) < (:at, :after)
                      order by received_at desc, id desc limit :fetch
                      """;
    private static final String NUMBERED =
            SELECT
                    + """
                      where community_id = :community
                          and source_reference = any(cast(:references as text[]))
                      """;
    private static final String LOCK =
            "select id from service_request where tenant = :tenant and id = :id for update";
    private static final List<WorkOrderState> ENDS =
            Arrays.stream(WorkOrderState.values()).filter(WorkOrderState::isEnd).toList();

    private final JdbcClient db;
    private final NamedParameterJdbcTemplate batches;
    private final ServiceRequestColumns columns;

    ServiceRequestStore(
            JdbcClient db, NamedParameterJdbcTemplate batches, ServiceRequestColumns columns) {
        this.db = db;
        this.batches = batches;
        this.columns = columns;
    }

    /**
     * A request.
     *
     * @param life what was said, and what came of it
     * @param author who wrote it down
     * @param recordedAt when
     */
    public record RequestRow(RequestLife life, Author author, Instant recordedAt) {

        /**
         * The name of the row.
         *
         * @return the request id
         */
        public String id() {
            return life.request().id().value();
        }
    }

    /**
     * Which requests are asked for; null stands for any.
     *
     * @param state in this state
     * @param kind with a work order of this kind
     * @param channel by this channel
     * @param place about this place
     * @param requester of those with this contact, name or telephone number
     * @param from received at this moment or later
     * @param to received before this moment
     */
    public record Filter(
            @Nullable String state,
            @Nullable String kind,
            @Nullable String channel,
            Place place,
            @Nullable String requester,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /**
     * A place; null stands for any.
     *
     * @param communityId in this community
     * @param unitId of this unit
     */
    public record Place(@Nullable String communityId, @Nullable String unitId) {}

    /**
     * Adds requests.
     *
     * @param tenant the company
     * @param rows the requests
     * @return the source references of those that were not added, for their community has one
     */
    public List<String> addAll(String tenant, List<RequestRow> rows) {
        int[] added =
                batches.batchUpdate(
                        INSERT,
                        rows.stream()
                                .map(row -> columns.all(tenant, row))
                                .toArray(MapSqlParameterSource[]::new));
        return IntStream.range(0, added.length)
                .filter(i -> added[i] == 0)
                .mapToObj(i -> rows.get(i).life().request().reception().sourceReference())
                .map(String::valueOf)
                .toList();
    }

    /**
     * Reads the requests of a community that have these numbers in another system.
     *
     * @param tenant the company
     * @param community the community
     * @param references the numbers
     * @return those that are known
     */
    public List<RequestRow> numbered(
            String tenant, String community, Collection<String> references) {
        return select(NUMBERED, tenant)
                .param("community", community)
                .param("references", Sql.array(references, reference -> reference))
                .query(columns::row)
                .list();
    }

    /**
     * Adds the answer given at once.
     *
     * @param tenant the company
     * @param id the request
     * @param answer the answer
     * @param now when the row is made
     */
    public void answer(String tenant, String id, Act answer, Instant now) {
        db.sql(ANSWER)
                .param("tenant", tenant)
                .param("id", id)
                .param("said", answer.note())
                .param("answered", Sql.at(answer.occurredAt()))
                .param("staff", answer.actor().staff().value())
                .param("post", answer.actor().post().value())
                .param("authority", answer.actor().authorityVersion())
                .param("recorded", Sql.at(now))
                .update();
    }

    /**
     * Reads a request.
     *
     * @param tenant the company
     * @param id the request
     * @return empty if there is none
     */
    public Optional<RequestRow> find(String tenant, String id) {
        return select(SELECT + " where id = :id", tenant)
                .param("id", id)
                .query(columns::row)
                .optional();
    }

    /**
     * Reads a request to which something is about to be added.
     *
     * @param tenant the company
     * @param id the request
     * @return empty if there is none
     */
    public Optional<RequestRow> lock(String tenant, String id) {
        db.sql(LOCK).param("tenant", tenant).param("id", id).query(String.class).optional();
        return find(tenant, id);
    }

    /**
     * Lists requests, latest received first.
     *
     * @param tenant the company
     * @param filter which
     * @param request which page
     * @return the page
     */
    public Page<RequestRow> list(String tenant, Filter filter, PageRequest request) {
        MomentKey after = MomentKey.latestFirst(request);
        Instant from = filter.from();
        Instant to = filter.to();
        return Page.of(
                select(LIST, tenant)
                        .param("state", filter.state())
                        .param("channel", filter.channel())
                        .param("kind", filter.kind())
                        .param("community", filter.place().communityId())
                        .param("unit", filter.place().unitId())
                        .param("requester", filter.requester())
                        .param("from", from == null ? null : Sql.at(from))
                        .param("to", to == null ? null : Sql.at(to))
                        .param("at", Sql.at(after.at()))
                        .param("after", after.id())
                        .param("fetch", request.fetch())
                        .query(columns::row)
                        .list(),
                request,
                row -> MomentKey.text(row.life().request().reception().receivedAt(), row.id()));
    }

    private JdbcClient.StatementSpec select(String sql, String tenant) {
        return db.sql(sql)
                .param("tenant", tenant)
                .param("ends", Sql.array(ENDS, WorkOrderState::name));
    }
}
