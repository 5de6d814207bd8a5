package dev.guanjia.server.store;

import dev.guanjia.calendar.TimeSpan;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.workorder.dispatch.OnDuty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code duty_span}: when somebody can be sent. */
@Repository
public class DutySpanStore {

    private static final String INSERT =
            """
            insert into duty_span (tenant, id, staff_id, start_at, end_at, on_call, recorded_at)
            values (:tenant, :id, :staff, :start, :end, :call, :at)
            """;
    private static final String WITHDRAW =
            """
            update duty_span set withdrawn_at = :at
            where tenant = :tenant and staff_id = :staff and id = :id and withdrawn_at is null
            """;
    private static final String SELECT =
            """
            select id, staff_id, start_at, end_at, on_call from duty_span
            where tenant = :tenant and withdrawn_at is null
            """;
    private static final String LIST =
            SELECT
                    + """
                     and staff_id = :staff and end_at > :ends and (start_at, id) > (:start, :after)
                    order by start_at, id limit :fetch
                    """;
    private static final String AT = SELECT + " and start_at <= :at and end_at > :at";

    private final JdbcClient db;

    DutySpanStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * When somebody is on duty.
     *
     * @param id the row
     * @param staffId the person
     * @param time from when to when
     */
    public record SpanRow(String id, String staffId, OnDuty time) {}

    /**
     * Adds a span.
     *
     * @param tenant the company
     * @param row the span
     * @param at when
     */
    public void add(String tenant, SpanRow row, Instant at) {
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("staff", row.staffId())
                .param("start", Sql.at(row.time().span().start()))
                .param("end", Sql.at(row.time().span().end()))
                .param("call", row.time().onCall())
                .param("at", Sql.at(at))
                .update();
    }

    /**
     * Withdraws a span.
     *
     * @param tenant the company
     * @param row the person and the span
     * @param at when
     * @return false if there is none
     */
    public boolean withdraw(String tenant, Key row, Instant at) {
        return db.sql(WITHDRAW)
                        .param("tenant", tenant)
                        .param("staff", row.staffId())
                        .param("id", row.id())
                        .param("at", Sql.at(at))
                        .update()
                == 1;
    }

    /**
     * Names a span.
     *
     * @param staffId the person
     * @param id the row
     */
    public record Key(String staffId, String id) {}

    /**
     * When everybody who is on duty at a moment is so.
     *
     * @param tenant the company
     * @param at the moment
     * @return by person
     */
    public Map<StaffId, List<OnDuty>> at(String tenant, Instant at) {
        return db
                .sql(AT)
                .param("tenant", tenant)
                .param("at", Sql.at(at))
                .query(DutySpanStore::row)
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                row -> new StaffId(row.staffId()),
                                Collectors.mapping(SpanRow::time, Collectors.toList())));
    }

    /**
     * Lists a person's spans by begin.
     *
     * @param tenant the company
     * @param staffId the person
     * @param endsAfter only those that end later
     * @param request which page
     * @return the page
     */
    public Page<SpanRow> list(
            String tenant, String staffId, Instant endsAfter, PageRequest request) {
        MomentKey after = MomentKey.earliestFirst(request);
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("staff", staffId)
                        .param("ends", Sql.at(endsAfter))
                        .param("start", Sql.at(after.at()))
                        .param("after", after.id())
                        .param("fetch", request.fetch())
                        .query(DutySpanStore::row)
                        .list(),
                request,
                row -> MomentKey.text(row.time().span().start(), row.id()));
    }

    private static SpanRow row(ResultSet row, int index) throws SQLException {
        return new SpanRow(
                row.getString("id"),
                row.getString("staff_id"),
                new OnDuty(
                        new TimeSpan(Sql.instant(row, "start_at"), Sql.instant(row, "end_at")),
                        row.getBoolean("on_call")));
    }
}
