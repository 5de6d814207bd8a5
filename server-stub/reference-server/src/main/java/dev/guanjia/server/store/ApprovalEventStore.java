package dev.guanjia.server.store;

import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.AuthorityKind;
import dev.guanjia.organisation.AuthorityLimit;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.authority.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code approval_event}: the history of an approval. Rows are only added. */
@Repository
public class ApprovalEventStore {

    private static final String INSERT =
            """
            insert into approval_event (tenant, approval_id, ordinal, action, at, on_day, staff_id,
                post, authority_version, reason, step_id, verdict, limit_minor, limit_currency,
                limit_from, limit_demo, delegation_id)
            select :tenant, :approval, 1 + count(*), :action, :at, :on, :staff, :post, :authority,
                :reason, :step, :verdict, cast(:limit as bigint), :currency,
                cast(:from as date), cast(:demo as boolean), :delegation
            from approval_event where tenant = :tenant and approval_id = :approval
            """;
    private static final String SELECT =
            """
            select e.approval_id, e.action, e.at, e.on_day, e.staff_id, e.post,
                e.authority_version, e.reason, e.step_id, e.verdict, e.limit_minor,
                e.limit_currency, e.limit_from, e.limit_demo, e.delegation_id, a.kind
            from approval_event e join approval a on a.tenant = e.tenant and a.id = e.approval_id
            where e.tenant = :tenant and e.approval_id = any(cast(:ids as text[]))
            order by e.approval_id, e.ordinal
            """;

    private final JdbcClient db;

    ApprovalEventStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Something that happened to an approval.
     *
     * @param approvalId the approval
     * @param action what: {@code REQUEST}, {@code PASS}, {@code COMPLETE}, {@code DENY} or {@code
     *     WITHDRAW}
     * @param by who, as which post, by which rules
     * @param when at which instant of which day of the company
     * @param reason why; empty if nothing was said
     * @param taken the step that was taken; empty for a request and a withdrawal
     */
    public record EventRow(
            String approvalId,
            String action,
            Actor by,
            When when,
            String reason,
            Optional<Taken> taken) {}

    /**
     * A moment.
     *
     * @param at the instant
     * @param day the day of the company
     */
    public record When(Instant at, LocalDate day) {}

    /**
     * A step that was taken.
     *
     * @param stepId the step
     * @param verdict yes or no
     * @param limit the limit it rested on; empty where the post takes the step by its role
     * @param delegationId the delegation it rested on; null where the post was held
     */
    public record Taken(
            String stepId,
            Verdict verdict,
            Optional<AuthorityLimit> limit,
            @Nullable String delegationId) {}

    /**
     * Adds an event to an approval that is locked, or new.
     *
     * @param tenant the company
     * @param row the event
     */
    public void add(String tenant, EventRow row) {
        Optional<Taken> taken = row.taken();
        Optional<AuthorityLimit> limit = taken.flatMap(Taken::limit);
        Optional<Money> most = limit.map(AuthorityLimit::limit);
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("approval", row.approvalId())
                .param("action", row.action())
                .param("at", Sql.at(row.when().at()))
                .param("on", row.when().day())
                .param("staff", row.by().staff().value())
                .param("post", row.by().post().value())
                .param("authority", row.by().authorityVersion())
                .param("reason", row.reason())
                .param("step", taken.map(Taken::stepId).orElse(null))
                .param("verdict", taken.map(step -> step.verdict().name()).orElse(null))
                .param("limit", most.map(Money::minorUnits).orElse(null))
                .param("currency", most.map(m -> m.currency().getCurrencyCode()).orElse(null))
                .param("from", limit.map(AuthorityLimit::from).orElse(null))
                .param("demo", limit.map(AuthorityLimit::demo).orElse(null))
                .param("delegation", taken.map(Taken::delegationId).orElse(null))
                .update();
    }

    /**
     * Reads what happened.
     *
     * @param tenant the company
     * @param approvals the approvals
     * @return approval to events, oldest first
     */
    public Map<String, List<EventRow>> of(String tenant, Collection<String> approvals) {
        return db
                .sql(SELECT)
                .param("tenant", tenant)
                .param("ids", Sql.array(approvals, id -> id))
                .query(ApprovalEventStore::row)
                .list()
                .stream()
                .collect(Collectors.groupingBy(EventRow::approvalId));
    }

    private static EventRow row(ResultSet row, int index) throws SQLException {
        Actor by =
                new Actor(
                        new StaffId(row.getString("staff_id")),
                        new PostKey(row.getString("post")),
                        row.getString("authority_version"));
        When when = new When(Sql.instant(row, "at"), row.getObject("on_day", LocalDate.class));
        return new EventRow(
                row.getString("approval_id"),
                row.getString("action"),
                by,
                when,
                row.getString("reason"),
                taken(row, by.post()));
    }

    private static Optional<Taken> taken(ResultSet row, PostKey post) throws SQLException {
        String step = row.getString("step_id");
        return step == null
                ? Optional.empty()
                : Optional.of(
                        new Taken(
                                step,
                                Verdict.valueOf(row.getString("verdict")),
                                limit(row, post),
                                row.getString("delegation_id")));
    }

    private static Optional<AuthorityLimit> limit(ResultSet row, PostKey post) throws SQLException {
        String currency = row.getString("limit_currency");
        return currency == null
                ? Optional.empty()
                : Optional.of(
                        new AuthorityLimit(
                                new AuthorityKind(row.getString("kind")),
                                post,
                                new Money(
                                        Currency.getInstance(currency), row.getLong("limit_minor")),
                                row.getObject("limit_from", LocalDate.class),
                                row.getBoolean("limit_demo")));
    }
}
