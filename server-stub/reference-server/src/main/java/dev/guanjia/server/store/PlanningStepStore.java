package dev.guanjia.server.store;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code planning_step}: what was done with plans, meetings and reports. */
@Repository
public class PlanningStepStore {

    private static final String INSERT =
            """
            insert into planning_step (tenant, subject, line, action, occurred_at, recorded_at,
                staff_id, acting_post, authority_version, note)
            values (:tenant, :subject, :line, :action, :at, :recorded, :staff, :post, :authority,
                :note)
            """;
    private static final String SELECT =
            """
            select subject, action, occurred_at, staff_id, acting_post, authority_version, note
            from planning_step
            where tenant = :tenant and subject = any(cast(:subjects as text[]))
            order by subject, line
            """;

    private final JdbcClient db;

    PlanningStepStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * What was done.
     *
     * @param action the name of the action
     * @param actor by whom
     * @param at when
     * @param note what was said about it, possibly empty
     */
    public record StepRow(String action, Actor actor, Instant at, String note) {}

    /**
     * Where the next step goes.
     *
     * @param tenant the company
     * @param subject the plan, meeting or report
     * @param line its number, from one
     */
    public record Place(String tenant, String subject, int line) {}

    /**
     * Adds a step.
     *
     * @param place where
     * @param step the step
     * @param recordedAt when the row is made
     */
    public void add(Place place, StepRow step, Instant recordedAt) {
        db.sql(INSERT)
                .param("tenant", place.tenant())
                .param("subject", place.subject())
                .param("line", place.line())
                .param("action", step.action())
                .param("at", Sql.at(step.at()))
                .param("recorded", Sql.at(recordedAt))
                .param("staff", step.actor().staff().value())
                .param("post", step.actor().post().value())
                .param("authority", step.actor().authorityVersion())
                .param("note", step.note())
                .update();
    }

    /**
     * Reads what was done.
     *
     * @param tenant the company
     * @param subjects with which plans, meetings or reports
     * @return the steps of each in order; those with which nothing was done are left out
     */
    public Map<String, List<StepRow>> of(String tenant, Collection<String> subjects) {
        Map<String, List<StepRow>> steps = new TreeMap<>();
        if (subjects.isEmpty()) {
            return steps;
        }
        db.sql(SELECT)
                .param("tenant", tenant)
                .param("subjects", Sql.array(subjects, subject -> subject))
                .query(
                        (row, index) ->
                                steps.computeIfAbsent(
                                                row.getString("subject"), key -> new ArrayList<>())
                                        .add(step(row)))
                .list();
        return steps;
    }

    private static StepRow step(ResultSet row) throws SQLException {
        return new StepRow(
                row.getString("action"),
                new Actor(
                        new StaffId(row.getString("staff_id")),
                        new PostKey(row.getString("acting_post")),
                        row.getString("authority_version")),
                Sql.instant(row, "occurred_at"),
                row.getString("note"));
    }
}
