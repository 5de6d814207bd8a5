package dev.guanjia.server.store;

import dev.guanjia.asset.maintenance.MaintenancePlan;
import dev.guanjia.asset.maintenance.MaintenanceStandard;
import dev.guanjia.asset.maintenance.MaintenanceTask;
import dev.guanjia.organisation.staff.QualificationKey;
import dev.guanjia.server.ids.Ids;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Brings the tasks of a plan into the table {@code maintenance_task}. */
@Repository
public class MaintenanceDraftStore {

    private static final String INSERT =
            """
            insert into maintenance_task (tenant, id, plan_id, key, equipment_id, standard,
                standard_from, work_zh, work_en, kind, cadence, evidence, qualification,
                period_start, period_end, origin_on, planned_on, due_on, adjustments)
            select :tenant, id, :plan, key, equipment, standard, standard_from, work_zh, work_en,
                kind, cadence, evidence, qualification, period_start, period_end, origin_on,
                planned_on, planned_on, adjustments
            from jsonb_to_recordset(cast(:rows as jsonb)) as row (id text, key text,
                equipment text, standard text, standard_from date, work_zh text, work_en text,
                kind text, cadence text, evidence text, qualification text, period_start date,
                period_end date, origin_on date, planned_on date, adjustments text)
            on conflict (key, tenant) do update
            set plan_id = excluded.plan_id, version = maintenance_task.version + 1
            where maintenance_task.plan_id <> excluded.plan_id
                and maintenance_task.origin_on >= :today
                and maintenance_task.performed_on is null
                and maintenance_task.work_order_id is null
            """;
    private static final String WITHDRAW =
            """
            delete from maintenance_task t
            where tenant = :tenant and plan_id = :plan and origin_on >= :today
                and work_order_id is null
                and key || to_char(period_end, ' YYYY-MM-DD') <> all(cast(:keys as text[]))
                and not exists (select 1 from maintenance_task_event e
                    where e.tenant = t.tenant and e.task_id = t.id)
            """;

    private static final String DROP =
            """
            delete from maintenance_task t
            where tenant = :tenant and equipment_id = :equipment and origin_on >= :from
                and performed_on is null and work_order_id is null and orders_given_up = 0
                and not exists (select 1 from maintenance_task_event e
                    where e.tenant = t.tenant and e.task_id = t.id)
            """;

    private final JdbcClient db;
    private final JsonMapper mapper;

    MaintenanceDraftStore(JdbcClient db, JsonMapper mapper) {
        this.db = db;
        this.mapper = mapper;
    }

    /**
     * Whose tasks they are.
     *
     * @param tenant the company
     * @param planId the plan
     */
    public record Owner(String tenant, String planId) {}

    /**
     * Adds the tasks that are not there yet, and takes over those to come of what moved here.
     *
     * @param owner whose they are
     * @param plan what is to be done
     * @param today the day; what should have been done before stays where it was
     * @return how many were added
     */
    public int add(Owner owner, MaintenancePlan plan, LocalDate today) {
        List<Map<String, String>> rows =
                plan.tasks().stream().map(MaintenanceDraftStore::row).toList();
        return db.sql(INSERT)
                .param("tenant", owner.tenant())
                .param("plan", owner.planId())
                .param("rows", mapper.writeValueAsString(rows))
                .param("today", today)
                .update();
    }

    /**
     * Takes away what is still to come, without history or order, and no longer in the plan.
     *
     * @param owner whose they are
     * @param plan what is to be done
     * @param today the day; what should have been done before stays
     * @return how many were taken away
     */
    public int withdraw(Owner owner, MaintenancePlan plan, LocalDate today) {
        return db.sql(WITHDRAW)
                .param("tenant", owner.tenant())
                .param("plan", owner.planId())
                .param("today", today)
                .param(
                        "keys",
                        Sql.array(plan.tasks(), task -> task.key() + " " + task.period().end()))
                .update();
    }

    /**
     * Takes away what nobody has touched yet of the tasks of a piece of equipment.
     *
     * @param tenant the company
     * @param equipment which
     * @param from asked for on this day or later
     * @return how many were taken away
     */
    public int drop(String tenant, String equipment, LocalDate from) {
        return db.sql(DROP)
                .param("tenant", tenant)
                .param("equipment", equipment)
                .param("from", from)
                .update();
    }

    private static Map<String, String> row(MaintenanceTask task) {
        MaintenanceStandard standard = task.standard();
        Map<String, String> row = new TreeMap<>();
        row.put("id", Ids.next("ta"));
        row.put("key", task.key());
        row.put("equipment", task.equipment().value());
        row.put("standard", standard.id());
        row.put("standard_from", standard.from().toString());
        row.put("work_zh", standard.work().zh());
        row.put("work_en", standard.work().en());
        row.put("kind", standard.kind().value());
        row.put("cadence", standard.cadence().name());
        row.put("evidence", standard.evidence());
        standard.qualification()
                .map(QualificationKey::value)
                .ifPresent(key -> row.put("qualification", key));
        row.put("period_start", task.period().start().toString());
        row.put("period_end", task.period().end().toString());
        row.put("origin_on", task.origin().toString());
        task.planned().day().ifPresent(day -> row.put("planned_on", day.toString()));
        row.put(
                "adjustments",
                String.join(" ", task.planned().adjustments().stream().map(Enum::name).toList()));
        return row;
    }
}
