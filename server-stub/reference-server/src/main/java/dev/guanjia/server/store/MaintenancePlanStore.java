package dev.guanjia.server.store;

import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code maintenance_plan}, and what its tasks add up to. */
@Repository
public class MaintenancePlanStore {

    private static final String INSERT =
            """
            insert into maintenance_plan (tenant, id, community_id, year, made_at)
            values (:tenant, :id, :community, :year, :at)
            on conflict (community_id, year, tenant) do update set made_at = :at
            returning id
            """;
    private static final String SELECT =
            """
            select p.id, p.community_id, p.year, p.made_at, c.time_zone
            from maintenance_plan p
            join community c on c.tenant = p.tenant and c.id = p.community_id
            where p.tenant = :tenant
            """;
    private static final String LIST =
            SELECT
                    + """
                     and (cast(:community as text) is null or p.community_id = :community)
                     and (p.year, p.id) < (:year, :after)
                    order by p.year desc, p.id desc limit :fetch
                    """;
    private static final String COUNTS =
            "select t.plan_id, "
                    + MaintenanceTaskSql.STATE
                    + " as state, count(*) as tasks "
                    + MaintenanceTaskSql.FROM
                    + " where t.tenant = :tenant and t.plan_id = any(cast(:ids as text[]))"
                    + " group by 1, 2";
    private static final String MONTHS =
            """
            select period, count(*) filter (where state <> 'WITHDRAWN') as planned,
                count(*) filter (where moved) as moved,
                count(performed_on) as done,
                count(*) filter (where performed_on <= coalesce(due_on, performed_on)) as in_time,
                count(verified_on) as verified,
                count(*) filter (where state = 'OVERDUE') as overdue
            from (select t.*, to_char(t.origin_on, 'YYYY-MM') collate "C" as period,
            """
                    + MaintenanceTaskSql.STATE
                    + " as state "
                    + MaintenanceTaskSql.FROM
                    + """
                     where t.tenant = :tenant and t.plan_id = :plan) task
                    where period > :after group by period order by period limit :fetch
                    """;

    private final JdbcClient db;

    MaintenancePlanStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A plan.
     *
     * @param id the row
     * @param community where
     * @param zone its zone
     * @param year when
     * @param madeAt when it was last made
     */
    public record PlanRow(String id, String community, ZoneId zone, int year, Instant madeAt) {}

    /**
     * Plan against done in a month.
     *
     * @param period the month
     * @param planned how many tasks
     * @param moved how many were rescheduled
     * @param done how many are done, and how many of them in time
     * @param verified how many are verified
     * @param overdue how many are overdue
     */
    public record MonthRow(
            String period, int planned, int moved, Done done, int verified, int overdue) {}

    /**
     * How many are done.
     *
     * @param all in time or not
     * @param inTime by their due day
     */
    public record Done(int all, int inTime) {}

    /**
     * Begins a plan or makes it again, and keeps others from making it until the transaction ends.
     *
     * @param tenant the company
     * @param id the row, if there is none yet
     * @param place which community and year
     * @param at now
     * @return the row
     */
    public String make(String tenant, String id, Place place, Instant at) {
        return db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", id)
                .param("community", place.community())
                .param("year", place.year())
                .param("at", Sql.at(at))
                .query(String.class)
                .single();
    }

    /**
     * What a plan is for.
     *
     * @param community where
     * @param year when
     */
    public record Place(String community, int year) {}

    /**
     * Reads a plan.
     *
     * @param tenant the company
     * @param id which
     * @return empty if there is none
     */
    public Optional<PlanRow> find(String tenant, String id) {
        return db.sql(SELECT + " and p.id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .query(MaintenancePlanStore::row)
                .optional();
    }

    /**
     * Lists plans, latest year first.
     *
     * @param tenant the company
     * @param community where; null for anywhere
     * @param request which page
     * @return the page
     */
    public Page<PlanRow> list(String tenant, @Nullable String community, PageRequest request) {
        List<String> after = request.afterParts(List.of("9999", ""));
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("community", community)
                        .param("year", year(after.get(0)))
                        .param("after", after.get(1))
                        .param("fetch", request.fetch())
                        .query(MaintenancePlanStore::row)
                        .list(),
                request,
                row -> PageRequest.join(Integer.toString(row.year()), row.id()));
    }

    private static int year(String part) {
        try {
            return Integer.parseInt(part);
        } catch (NumberFormatException forged) {
            throw PageRequest.invalid();
        }
    }

    /**
     * Counts the tasks of plans.
     *
     * @param tenant the company
     * @param ids which plans
     * @param now the moment that says what day it is
     * @return by plan and state; a plan without tasks is left out
     */
    public Map<String, Map<String, Integer>> counts(
            String tenant, Collection<String> ids, Instant now) {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        db.sql(COUNTS)
                .param("tenant", tenant)
                .param("ids", Sql.array(ids, id -> id))
                .param("now", Sql.at(now))
                .query(
                        (row, index) ->
                                counts.computeIfAbsent(
                                                row.getString("plan_id"), key -> new TreeMap<>())
                                        .merge(
                                                row.getString("state"),
                                                row.getInt("tasks"),
                                                Integer::sum))
                .list();
        return counts;
    }

    /**
     * Lists plan against done by month.
     *
     * @param tenant the company
     * @param plan which plan
     * @param now the moment that says what day it is
     * @param request which page
     * @return the page
     */
    public Page<MonthRow> months(String tenant, String plan, Instant now, PageRequest request) {
        return Page.of(
                db.sql(MONTHS)
                        .param("tenant", tenant)
                        .param("plan", plan)
                        .param("now", Sql.at(now))
                        .param("after", request.afterText())
                        .param("fetch", request.fetch())
                        .query(
                                (row, index) ->
                                        new MonthRow(
                                                row.getString("period"),
                                                row.getInt("planned"),
                                                row.getInt("moved"),
                                                new Done(row.getInt("done"), row.getInt("in_time")),
                                                row.getInt("verified"),
                                                row.getInt("overdue")))
                        .list(),
                request,
                MonthRow::period);
    }

    private static PlanRow row(ResultSet row, int index) throws SQLException {
        return new PlanRow(
                row.getString("id"),
                row.getString("community_id"),
                ZoneId.of(row.getString("time_zone")),
                row.getInt("year"),
                Sql.instant(row, "made_at"));
    }
}
