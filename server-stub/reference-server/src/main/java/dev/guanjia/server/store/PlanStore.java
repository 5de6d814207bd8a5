package dev.guanjia.server.store;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.company.DepartmentKey;
import dev.guanjia.plan.PlanAction;
import dev.guanjia.plan.PlanEvent;
import dev.guanjia.plan.PlanHead;
import dev.guanjia.plan.PlanId;
import dev.guanjia.plan.PlanItem;
import dev.guanjia.plan.PlanKind;
import dev.guanjia.plan.PlanPeriod;
import dev.guanjia.plan.PlanPosts;
import dev.guanjia.plan.PlanResult;
import dev.guanjia.plan.WorkPlan;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.PlanningStepStore.Place;
import dev.guanjia.server.store.PlanningStepStore.StepRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code work_plan}: plans with their items and results. */
@Repository
public class PlanStore {

    private static final String INSERT =
            """
            insert into work_plan (tenant, id, kind, title, department, period, parent_id,
                preparer, reviewer, approver, state, items)
            values (:tenant, :id, :kind, :title, :department, :period, :parent,
                :preparer, :reviewer, :approver, :state, cast(:items as jsonb))
            """;
    private static final String UPDATE =
            """
            update work_plan set state = :state, items = cast(:items as jsonb),
                results = cast(:results as jsonb), duties_from = :from, version = version + 1
            where tenant = :tenant and id = :id
            """;
    private static final String SELECT =
            """
            select id, kind, title, department, period, parent_id, preparer, reviewer, approver,
                items, results, duties_from, version
            from work_plan where tenant = :tenant
            """;
    private static final String LIST =
            SELECT
                    + """
                     and (period, department, id)
                        > (:afterPeriod, :afterDepartment, :afterId)
                     and (cast(:kind as text) is null or kind = :kind)
                     and (cast(:department as text) is null or department = :department)
                     and (cast(:period as text) is null or period = :period)
                     and (cast(:state as text) is null or state = :state)
                    order by period, department, id
                    limit :fetch
                    """;
    private static final List<String> FIRST = List.of("", "", "");

    private final JdbcClient db;
    private final PlanningStepStore steps;
    private final JsonMapper mapper;

    PlanStore(JdbcClient db, PlanningStepStore steps, JsonMapper mapper) {
        this.db = db;
        this.steps = steps;
        this.mapper = mapper;
    }

    /**
     * A plan.
     *
     * @param plan the plan
     * @param dutiesFrom the first day on which its items are duties; empty until it is in force
     * @param version counted from one
     */
    public record PlanRow(WorkPlan plan, Optional<LocalDate> dutiesFrom, long version) {}

    /**
     * Which plans are asked for; null for any.
     *
     * @param kind the kind
     * @param department the department
     * @param period exactly this period
     * @param state the state
     */
    public record Filter(
            @Nullable String kind,
            @Nullable String department,
            @Nullable String period,
            @Nullable String state) {}

    /** A row of the table, without what was done with the plan. */
    private record Raw(
            PlanHead head,
            List<PlanItem> items,
            List<PlanResult> results,
            Optional<LocalDate> dutiesFrom,
            long version) {

        String id() {
            return head.id().value();
        }

        PlanRow with(List<StepRow> steps) {
            List<PlanEvent> events = steps.stream().map(PlanStore::event).toList();
            return new PlanRow(new WorkPlan(head, items, events, results), dutiesFrom, version);
        }
    }

    /**
     * Adds a plan in draft.
     *
     * @param tenant the company
     * @param plan the plan
     */
    public void add(String tenant, WorkPlan plan) {
        PlanHead head = plan.head();
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", head.id().value())
                .param("kind", head.kind().name())
                .param("title", head.title())
                .param("department", head.department().value())
                .param("period", head.period().toString())
                .param("parent", head.parent().map(PlanId::value).orElse(null))
                .param("preparer", head.posts().preparer().value())
                .param("reviewer", head.posts().reviewer().value())
                .param("approver", head.posts().approver().map(PostKey::value).orElse(null))
                .param("state", plan.state().name())
                .param("items", PlanJson.items(mapper, plan.items()))
                .update();
    }

    /**
     * Keeps a plan after a step.
     *
     * @param tenant the company
     * @param row the plan afterwards
     * @param recordedAt when the row is made
     */
    public void step(String tenant, PlanRow row, Instant recordedAt) {
        WorkPlan plan = row.plan();
        String id = plan.head().id().value();
        int line = plan.events().size();
        PlanEvent last = plan.events().get(line - 1);
        db.sql(UPDATE)
                .param("tenant", tenant)
                .param("id", id)
                .param("state", plan.state().name())
                .param("items", PlanJson.items(mapper, plan.items()))
                .param("results", PlanJson.results(mapper, plan.results()))
                .param("from", row.dutiesFrom().orElse(null))
                .update();
        PlanEvent.Act act = last.act();
        steps.add(
                new Place(tenant, id, line),
                new StepRow(last.action().name(), act.actor(), act.at(), act.note()),
                recordedAt);
    }

    /**
     * Reads a plan.
     *
     * @param tenant the company
     * @param id which
     * @return the plan, or empty
     */
    public Optional<PlanRow> find(String tenant, String id) {
        return one(tenant, id, SELECT + " and id = :id");
    }

    /**
     * Reads a plan that is about to change.
     *
     * @param tenant the company
     * @param id which
     * @return the plan, locked, or empty
     */
    public Optional<PlanRow> lock(String tenant, String id) {
        return one(tenant, id, SELECT + " and id = :id for update");
    }

    private Optional<PlanRow> one(String tenant, String id, String sql) {
        return read(tenant, db.sql(sql).param("tenant", tenant).param("id", id)).stream()
                .findFirst();
    }

    /**
     * Lists plans by period, department and id.
     *
     * @param tenant the company
     * @param filter which
     * @param request which page
     * @return the page
     */
    public Page<PlanRow> list(String tenant, Filter filter, PageRequest request) {
        List<String> after = request.afterParts(FIRST);
        JdbcClient.StatementSpec statement =
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("afterPeriod", after.get(0))
                        .param("afterDepartment", after.get(1))
                        .param("afterId", after.get(2))
                        .param("kind", filter.kind())
                        .param("department", filter.department())
                        .param("period", filter.period())
                        .param("state", filter.state())
                        .param("fetch", request.fetch());
        return Page.of(read(tenant, statement), request, PlanStore::key);
    }

    /**
     * Reads the plans whose items are duties from a day in a range.
     *
     * @param tenant the company
     * @param range the days
     * @return the plans by id
     */
    public List<PlanRow> givingDuties(String tenant, DateRange range) {
        return read(
                tenant,
                db.sql(
                                SELECT
                                        + " and duties_from >= :start and duties_from < :end"
                                        + " order by id")
                        .param("tenant", tenant)
                        .param("start", range.start())
                        .param("end", range.end()));
    }

    private static String key(PlanRow row) {
        PlanHead head = row.plan().head();
        return PageRequest.join(
                head.period().toString(), head.department().value(), head.id().value());
    }

    private List<PlanRow> read(String tenant, JdbcClient.StatementSpec statement) {
        List<Raw> rows = statement.query((row, index) -> raw(row)).list();
        Map<String, List<StepRow>> done = steps.of(tenant, rows.stream().map(Raw::id).toList());
        return rows.stream().map(row -> row.with(done.getOrDefault(row.id(), List.of()))).toList();
    }

    private Raw raw(ResultSet row) throws SQLException {
        return new Raw(
                head(row),
                PlanJson.items(mapper, row.getString("items")),
                PlanJson.results(mapper, row.getString("results")),
                Optional.ofNullable(row.getObject("duties_from", LocalDate.class)),
                row.getLong("version"));
    }

    private static PlanHead head(ResultSet row) throws SQLException {
        PlanPosts posts =
                new PlanPosts(
                        new PostKey(row.getString("preparer")),
                        new PostKey(row.getString("reviewer")),
                        Optional.ofNullable(row.getString("approver")).map(PostKey::new));
        return new PlanHead(
                new PlanId(row.getString("id")),
                PlanKind.valueOf(row.getString("kind")),
                row.getString("title"),
                new DepartmentKey(row.getString("department")),
                PlanPeriod.parse(row.getString("period")),
                Optional.ofNullable(row.getString("parent_id")).map(PlanId::new),
                posts);
    }

    private static PlanEvent event(StepRow step) {
        return new PlanEvent(
                PlanAction.valueOf(step.action()),
                new PlanEvent.Act(step.actor(), step.at(), step.note()));
    }
}
