package dev.guanjia.server.store;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.workorder.Act;
import dev.guanjia.workorder.request.Progress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code requester_note}, and every telephone call with those of other tables. */
@Repository
public class RequesterNoteStore {

    private static final String INSERT =
            """
            insert into requester_note (tenant, id, request_id, said, channel, told_at, staff_id,
                acting_post, authority_version, recorded_at)
            values (:tenant, :id, :request, :said, :channel, :told, :staff,
                :post, :authority, :recorded)
            """;
    private static final String LIST =
            """
            select seq, id, request_id, said, channel, told_at, staff_id, acting_post,
                authority_version, recorded_at
            from requester_note
            where tenant = :tenant and request_id = :request and seq > :after
            order by seq limit :fetch
            """;
    private static final String CALLS =
            """
            select direction, id, called_at, request_id, work_order_id, said, staff_id, acting_post
            from (
                select 'IN' as direction, id, received_at as called_at, id as request_id,
                    null as work_order_id, words as said, staff_id, acting_post, community_id
                from service_request
                where tenant = :tenant and channel = any(cast(:phones as text[]))
                union all
                select 'OUT', n.id, n.told_at, n.request_id, null, n.said, n.staff_id,
                    n.acting_post, r.community_id
                from requester_note n
                join service_request r on r.tenant = n.tenant and r.id = n.request_id
                where n.tenant = :tenant and n.channel = any(cast(:phones as text[]))
                union all
                select 'OUT', c.id, c.occurred_at, null, c.work_order_id, c.note, c.staff_id,
                    c.acting_post, o.community_id
                from call_back c
                join work_order o on o.tenant = c.tenant and o.id = c.work_order_id
                where c.tenant = :tenant and c.way = 'PHONE') call
            where (cast(:direction as text) is null or direction = :direction)
                and (cast(:community as text) is null or community_id = :community)
                and (cast(:staff as text) is null or staff_id = :staff)
                and (cast(:from as timestamptz) is null or called_at >= :from)
                and (cast(:to as timestamptz) is null or called_at < :to)
                and (called_at, id) < (:at, :after)
            order by called_at desc, id desc limit :fetch
            """;

    private final JdbcClient db;

    RequesterNoteStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * What a requester was told.
     *
     * @param seq grows with every row; zero before it is stored
     * @param id the note
     * @param requestId the request
     * @param progress what was told
     * @param recordedAt when the row was made
     */
    public record NoteRow(
            long seq, String id, String requestId, Progress progress, Instant recordedAt) {}

    /**
     * Which calls are asked for; null stands for any.
     *
     * @param direction those that came in, or those made
     * @param communityId about something in this community
     * @param staffId that this person took or made
     * @param from at this moment or later
     * @param to before this moment
     */
    public record CallFilter(
            @Nullable String direction,
            @Nullable String communityId,
            @Nullable String staffId,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /**
     * A call.
     *
     * @param id the row that tells of it
     * @param direction whether somebody called us
     * @param at when
     * @param about what it was about
     * @param staffId who called or was called
     * @param post as which post
     */
    public record CallRow(
            String id, String direction, Instant at, About about, String staffId, String post) {}

    /**
     * What a call was about.
     *
     * @param requestId the request; null where it was about a work order
     * @param orderId the work order; null where it was about a request
     * @param words what was said; null where nobody wrote it down
     */
    public record About(
            @Nullable String requestId, @Nullable String orderId, @Nullable String words) {}

    /**
     * Adds a note.
     *
     * @param tenant the company
     * @param row the note
     */
    public void add(String tenant, NoteRow row) {
        Act act = row.progress().act();
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("request", row.requestId())
                .param("said", act.note())
                .param("channel", row.progress().channel())
                .param("told", Sql.at(act.occurredAt()))
                .param("staff", act.actor().staff().value())
                .param("post", act.actor().post().value())
                .param("authority", act.actor().authorityVersion())
                .param("recorded", Sql.at(row.recordedAt()))
                .update();
    }

    /**
     * Lists what a requester was told, oldest first.
     *
     * @param tenant the company
     * @param requestId the request
     * @param request which page
     * @return the page
     */
    public Page<NoteRow> list(String tenant, String requestId, PageRequest request) {
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("request", requestId)
                        .param("after", request.afterNumber())
                        .param("fetch", request.fetch())
                        .query(RequesterNoteStore::row)
                        .list(),
                request,
                row -> String.valueOf(row.seq()));
    }

    /**
     * Lists calls, latest first.
     *
     * @param tenant the company
     * @param phones the channels by which somebody calls
     * @param filter which calls
     * @param request which page
     * @return the page
     */
    public Page<CallRow> calls(
            String tenant, Collection<String> phones, CallFilter filter, PageRequest request) {
        MomentKey after = MomentKey.latestFirst(request);
        Instant from = filter.from();
        Instant to = filter.to();
        return Page.of(
                db.sql(CALLS)
                        .param("tenant", tenant)
                        .param("phones", Sql.array(phones, key -> key))
                        .param("direction", filter.direction())
                        .param("community", filter.communityId())
                        .param("staff", filter.staffId())
                        .param("from", from == null ? null : Sql.at(from))
                        .param("to", to == null ? null : Sql.at(to))
                        .param("at", Sql.at(after.at()))
                        .param("after", after.id())
                        .param("fetch", request.fetch())
                        .query(RequesterNoteStore::call)
                        .list(),
                request,
                row -> MomentKey.text(row.at(), row.id()));
    }

    private static NoteRow row(ResultSet row, int index) throws SQLException {
        Actor actor =
                new Actor(
                        new StaffId(row.getString("staff_id")),
                        new PostKey(row.getString("acting_post")),
                        row.getString("authority_version"));
        Act act = new Act(actor, Sql.instant(row, "told_at"), row.getString("said"));
        return new NoteRow(
                row.getLong("seq"),
                row.getString("id"),
                row.getString("request_id"),
                new Progress(row.getString("channel"), act),
                Sql.instant(row, "recorded_at"));
    }

    private static CallRow call(ResultSet row, int index) throws SQLException {
        return new CallRow(
                row.getString("id"),
                row.getString("direction"),
                Sql.instant(row, "called_at"),
                new About(
                        row.getString("request_id"),
                        row.getString("work_order_id"),
                        row.getString("said")),
                row.getString("staff_id"),
                row.getString("acting_post"));
    }
}
