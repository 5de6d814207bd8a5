package dev.guanjia.server.audit;

import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads the trail, newest first. */
@Component
public class AuditReader {

    private static final String LIST =
            """
            select seq, id, action, outcome, subject, reasons, recorded_at, staff_id, acting_post,
                authority_version
            from audit_entry
            where tenant = :tenant and seq < :before
                and (cast(:action as text) is null or action = :action)
                and (cast(:outcome as text) is null or outcome = :outcome)
            order by seq desc limit :fetch
            """;

    private static final String REFUSED =
            """
            select seq, id, action, outcome, subject, reasons, recorded_at, staff_id, acting_post,
                authority_version
            from audit_entry
            where tenant = :tenant and subject = :subject and outcome = 'REFUSED'
                and action = any(string_to_array(:actions, ','))
            order by seq
            """;

    private final JdbcClient db;
    private final JsonMapper mapper;

    AuditReader(JdbcClient db, JsonMapper mapper) {
        this.db = db;
        this.mapper = mapper;
    }

    /**
     * Which entries are listed.
     *
     * @param action only of this action
     * @param outcome only with this outcome
     */
    public record Filter(Optional<String> action, Optional<String> outcome) {}

    /**
     * Who acted.
     *
     * @param staffId the person
     * @param post the post; null where none was needed
     * @param authorityVersion which rows let them, or did not
     */
    public record Who(String staffId, @Nullable String post, String authorityVersion) {}

    /**
     * One entry of the trail.
     *
     * @param seq grows with every entry
     * @param id its name
     * @param attempt what was asked for
     * @param who who asked
     * @param recordedAt when
     */
    public record AuditRow(long seq, String id, Attempt attempt, Who who, Instant recordedAt) {}

    /**
     * What was asked for, and what came of it.
     *
     * @param action the command
     * @param subject what it was aimed at
     * @param outcome whether it was carried out
     * @param reasons why not; empty where it was
     */
    public record Attempt(
            String action, String subject, String outcome, List<AuditReason> reasons) {}

    /**
     * Lists entries, newest first.
     *
     * @param tenant the company
     * @param filter which entries
     * @param request which page
     * @return the page
     */
    public Page<AuditRow> list(String tenant, Filter filter, PageRequest request) {
        List<AuditRow> rows =
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("before", request.beforeNumber())
                        .param("action", filter.action().orElse(null))
                        .param("outcome", filter.outcome().orElse(null))
                        .param("fetch", request.fetch())
                        .query(this::row)
                        .list();
        return Page.of(rows, request, row -> String.valueOf(row.seq()));
    }

    /**
     * The refused attempts at one thing.
     *
     * @param tenant the company
     * @param subject its id
     * @param actions the commands that count
     * @return oldest first
     */
    public List<AuditRow> refused(String tenant, String subject, List<String> actions) {
        return db.sql(REFUSED)
                .param("tenant", tenant)
                .param("subject", subject)
                .param("actions", String.join(",", actions))
                .query(this::row)
                .list();
    }

    private AuditRow row(ResultSet row, int index) throws SQLException {
        AuditReason[] reasons = mapper.readValue(row.getString("reasons"), AuditReason[].class);
        Attempt attempt =
                new Attempt(
                        row.getString("action"),
                        row.getString("subject"),
                        row.getString("outcome"),
                        List.of(reasons));
        Who who =
                new Who(
                        row.getString("staff_id"),
                        row.getString("acting_post"),
                        row.getString("authority_version"));
        return new AuditRow(
                row.getLong("seq"),
                row.getString("id"),
                attempt,
                who,
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
