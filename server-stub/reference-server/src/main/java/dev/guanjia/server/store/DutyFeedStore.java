package dev.guanjia.server.store;

import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code duty_feed}: fingerprints of keys, never keys. */
@Repository
public class DutyFeedStore {

    private static final String INSERT =
            """
            insert into duty_feed (tenant, id, staff_id, label, hash, recorded_at)
            values (:tenant, :id, :staff, :label, :hash, :at)
            """;
    private static final String SELECT =
            """
            select tenant, id, seq, staff_id, label, recorded_at, read_at from duty_feed
            where revoked_at is null
            """;
    private static final String LIST =
            SELECT
                    + """
                     and tenant = :tenant and staff_id = :staff and seq < :before
                    order by seq desc limit :fetch
                    """;
    private static final String REVOKE =
            """
            update duty_feed set revoked_at = :at
            where tenant = :tenant and id = :id and staff_id = :staff and revoked_at is null
            """;
    private static final String READ =
            """
            update duty_feed set read_at = :at where tenant = :tenant and id = :id
            """;

    private final JdbcClient db;

    DutyFeedStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Whose feed it is.
     *
     * @param tenant the company
     * @param staffId the person
     */
    public record Reader(String tenant, String staffId) {}

    /**
     * A feed.
     *
     * @param id its id
     * @param seq the number of the row; 0 for a new one
     * @param of whose
     * @param label what it is for
     * @param recordedAt when it was made
     * @param readAt when it was last read; null if never
     */
    public record FeedRow(
            String id,
            long seq,
            Reader of,
            String label,
            Instant recordedAt,
            @Nullable Instant readAt) {}

    /** Adds a feed with the fingerprint of its key. */
    public void add(FeedRow row, String hash) {
        db.sql(INSERT)
                .param("tenant", row.of().tenant())
                .param("id", row.id())
                .param("staff", row.of().staffId())
                .param("label", row.label())
                .param("hash", hash)
                .param("at", Sql.at(row.recordedAt()))
                .update();
    }

    /** The feed of a key, unless it was revoked. */
    public Optional<FeedRow> find(String hash) {
        return db.sql(SELECT + " and hash = :hash")
                .param("hash", hash)
                .query(DutyFeedStore::row)
                .optional();
    }

    /** A page of a person's feeds, newest first. */
    public Page<FeedRow> list(Reader of, PageRequest request) {
        long after = request.afterNumber();
        return Page.of(
                db.sql(LIST)
                        .param("tenant", of.tenant())
                        .param("staff", of.staffId())
                        .param("before", after == 0 ? Long.MAX_VALUE : after)
                        .param("fetch", request.fetch())
                        .query(DutyFeedStore::row)
                        .list(),
                request,
                row -> String.valueOf(row.seq()));
    }

    /** Revokes a feed; false if the person has no such feed. */
    public boolean revoke(Reader of, String id, Instant at) {
        return db.sql(REVOKE)
                        .param("tenant", of.tenant())
                        .param("staff", of.staffId())
                        .param("id", id)
                        .param("at", Sql.at(at))
                        .update()
                == 1;
    }

    /** Takes note that a feed was read. */
    public void read(FeedRow row, Instant at) {
        db.sql(READ)
                .param("tenant", row.of().tenant())
                .param("id", row.id())
                .param("at", Sql.at(at))
                .update();
    }

    private static FeedRow row(ResultSet row, int index) throws SQLException {
        OffsetDateTime read = row.getObject("read_at", OffsetDateTime.class);
        return new FeedRow(
                row.getString("id"),
                row.getLong("seq"),
                new Reader(row.getString("tenant"), row.getString("staff_id")),
                row.getString("label"),
                Sql.instant(row, "recorded_at"),
                read == null ? null : read.toInstant());
    }
}
