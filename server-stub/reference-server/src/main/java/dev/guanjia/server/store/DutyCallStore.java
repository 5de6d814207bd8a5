package dev.guanjia.server.store;

import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code duty_call}: what happened and called for duties. */
@Repository
public class DutyCallStore {

    private static final String INSERT =
            """
            insert into duty_call (tenant, id, duty_id, happened_at, reference, note, reported_by,
                occurrence_ids, recorded_at)
            values (:tenant, :id, :duty, :at, :reference, :note, :by,
                cast(:occurrences as text[]), :recorded)
            """;
    private static final String SELECT =
            """
            select id, seq, duty_id, happened_at, reference, note, reported_by, occurrence_ids
            from duty_call where tenant = :tenant
            """;
    private static final String BETWEEN =
            SELECT + " and happened_at >= :from and happened_at < :to order by seq";
    private static final String OF_OCCURRENCE =
            SELECT + " and occurrence_ids @> cast(:ids as text[])";
    private static final String LIST =
            SELECT
                    + """
                     and happened_at >= :from and happened_at < :to
                    and (cast(:duty as text) is null or duty_id = :duty) and seq < :before
                    order by seq desc limit :fetch
                    """;

    private final JdbcClient db;

    DutyCallStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * What was said about it.
     *
     * @param reference what it was; null if that was not said
     * @param note null if nothing was
     */
    public record Said(@Nullable String reference, @Nullable String note) {}

    /**
     * Something that happened.
     *
     * @param id the row
     * @param seq the number of the row; 0 for a new one
     * @param dutyId the duty that it calls for
     * @param at when
     * @param said what was said about it
     * @param reportedBy who reported it
     * @param occurrenceIds what it made due
     */
    public record CallRow(
            String id,
            long seq,
            String dutyId,
            Instant at,
            Said said,
            String reportedBy,
            List<String> occurrenceIds) {}

    /**
     * A stretch of time.
     *
     * @param from its beginning
     * @param to its end, excluded
     */
    public record Span(Instant from, Instant to) {}

    /** Adds what happened. */
    public void add(String tenant, CallRow row, Instant recordedAt) {
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("duty", row.dutyId())
                .param("at", Sql.at(row.at()))
                .param("reference", row.said().reference())
                .param("note", row.said().note())
                .param("by", row.reportedBy())
                .param("occurrences", row.occurrenceIds().toArray(new String[0]))
                .param("recorded", Sql.at(recordedAt))
                .update();
    }

    /** What happened in a stretch of time, in the order in which it was reported. */
    public List<CallRow> between(String tenant, Span span) {
        return db.sql(BETWEEN)
                .param("tenant", tenant)
                .param("from", Sql.at(span.from()))
                .param("to", Sql.at(span.to()))
                .query(DutyCallStore::row)
                .list();
    }

    /** What made an occurrence due. */
    public Optional<CallRow> ofOccurrence(String tenant, String occurrenceId) {
        return db.sql(OF_OCCURRENCE)
                .param("tenant", tenant)
                .param("ids", new String[] {occurrenceId})
                .query(DutyCallStore::row)
                .optional();
    }

    /** A page of what happened, newest first; of one duty where that is not null. */
    public Page<CallRow> list(
            String tenant, @Nullable String duty, Span span, PageRequest request) {
        long after = request.afterNumber();
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("duty", duty)
                        .param("from", Sql.at(span.from()))
                        .param("to", Sql.at(span.to()))
                        .param("before", after == 0 ? Long.MAX_VALUE : after)
                        .param("fetch", request.fetch())
                        .query(DutyCallStore::row)
                        .list(),
                request,
                row -> String.valueOf(row.seq()));
    }

    private static CallRow row(ResultSet row, int index) throws SQLException {
        return new CallRow(
                row.getString("id"),
                row.getLong("seq"),
                row.getString("duty_id"),
                Sql.instant(row, "happened_at"),
                new Said(row.getString("reference"), row.getString("note")),
                row.getString("reported_by"),
                DutyRhythmStore.texts(row, "occurrence_ids"));
    }
}
