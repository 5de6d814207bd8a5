package dev.guanjia.server.store;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.plan.report.ExpectedReport;
import dev.guanjia.plan.report.Report;
import dev.guanjia.plan.report.ReportAction;
import dev.guanjia.plan.report.ReportKey;
import dev.guanjia.plan.report.ReportKind;
import dev.guanjia.plan.report.ReportStep;
import dev.guanjia.server.store.PlanningStepStore.Place;
import dev.guanjia.server.store.PlanningStepStore.StepRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code report}: reports on which somebody acted, as they were owed then. */
@Repository
public class ReportStore {

    /** Makes the row or takes the one that is there; either way it is locked. */
    private static final String LOCK =
            """
            insert into report (tenant, id, kind, post, period_start, period_end, due_on, to_post)
            values (:tenant, :id, :kind, :post, :start, :end, :due, :to)
            on conflict (tenant, id) do update set id = excluded.id
            """;

    private static final String SELECT =
            """
            select id, kind, post, period_start, period_end, due_on, to_post
            from report where tenant = :tenant
            """;

    private final JdbcClient db;
    private final PlanningStepStore steps;
    private final List<ReportKind> kinds = ReportKind.load();

    ReportStore(JdbcClient db, PlanningStepStore steps) {
        this.db = db;
        this.steps = steps;
    }

    private record Raw(String id, ExpectedReport expected) {}

    /**
     * Reads a report that is about to change.
     *
     * @param tenant the company
     * @param id the report
     * @param expected as it is owed now; kept with the first step
     * @return the report as it is owed and what was done with it, locked
     */
    public Report lock(String tenant, String id, ExpectedReport expected) {
        db.sql(LOCK)
                .param("tenant", tenant)
                .param("id", id)
                .param("kind", expected.kind().id())
                .param("post", expected.key().by().value())
                .param("start", expected.period().start())
                .param("end", expected.period().end())
                .param("due", expected.dueDay())
                .param("to", expected.to().value())
                .update();
        return read(
                        tenant,
                        db.sql(SELECT + " and id = :id").param("tenant", tenant).param("id", id))
                .get(0);
    }

    /**
     * Adds the last step of a report.
     *
     * @param tenant the company
     * @param id the report
     * @param report the report afterwards
     * @param recordedAt when the row is made
     */
    public void step(String tenant, String id, Report report, Instant recordedAt) {
        int line = report.steps().size();
        ReportStep last = report.steps().get(line - 1);
        steps.add(
                new Place(tenant, id, line),
                new StepRow(last.action().name(), last.actor(), last.at(), last.note()),
                recordedAt);
    }

    /**
     * Reads the reports on which somebody acted.
     *
     * @param tenant the company
     * @param range the days in which their periods begin
     * @return the reports in any order
     */
    public List<Report> between(String tenant, DateRange range) {
        return read(
                tenant,
                db.sql(SELECT + " and period_start >= :start and period_start < :end")
                        .param("tenant", tenant)
                        .param("start", range.start())
                        .param("end", range.end()));
    }

    private List<Report> read(String tenant, JdbcClient.StatementSpec statement) {
        List<Raw> rows = statement.query((row, index) -> raw(row)).list();
        Map<String, List<StepRow>> done = steps.of(tenant, rows.stream().map(Raw::id).toList());
        return rows.stream()
                .map(row -> report(row, done.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static Report report(Raw row, List<StepRow> done) {
        return new Report(
                row.expected(),
                done.stream()
                        .map(
                                step ->
                                        new ReportStep(
                                                ReportAction.valueOf(step.action()),
                                                step.actor(),
                                                step.at(),
                                                step.note()))
                        .toList());
    }

    private Raw raw(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        LocalDate start = row.getObject("period_start", LocalDate.class);
        ReportKey key = new ReportKey(kind, new PostKey(row.getString("post")), start);
        return new Raw(
                row.getString("id"),
                new ExpectedReport(
                        key,
                        kinds.stream()
                                .filter(known -> known.id().equals(kind))
                                .findFirst()
                                .orElseThrow(),
                        new DateRange(start, row.getObject("period_end", LocalDate.class)),
                        row.getObject("due_on", LocalDate.class),
                        new PostKey(row.getString("to_post"))));
    }
}
