package dev.guanjia.server.store;

/** What is said to the table {@code maintenance_task}. */
final class MaintenanceTaskSql {

    /** A task, its plan, and what day it is where the plan is for. */
    static final String FROM =
            """
            from maintenance_task t
            join maintenance_plan p on p.tenant = t.tenant and p.id = t.plan_id
            join community c on c.tenant = p.tenant and c.id = p.community_id
            cross join lateral (
                select cast(cast(:now as timestamptz) at time zone c.time_zone as date) as day) today
            """;

    /** As {@code MaintenanceTask.state} decides. */
    static final String STATE =
            """
            case when t.withdrawn_on is not null then 'WITHDRAWN'
                when t.verified_on is not null then 'VERIFIED'
                when t.performed_on is not null then 'DONE'
                when t.due_on < today.day then 'OVERDUE'
                when today.day < least(t.period_start, t.due_on) then 'PLANNED'
                else 'DUE' end
            """;

    static final String SELECT =
            """
            select t.id, t.plan_id, p.community_id, c.time_zone, t.equipment_id, t.standard,
                t.standard_from, t.work_zh, t.work_en, t.kind, t.cadence, t.evidence,
                t.qualification, t.period_start, t.period_end, t.origin_on, t.planned_on,
                t.adjustments, t.work_order_id, t.orders_given_up, t.version,
            """
                    + STATE
                    + " as state "
                    + FROM
                    + " where t.tenant = :tenant";
    static final String LIST =
            SELECT
                    + " and (cast(:state as text) is null or :state = "
                    + STATE
                    + ")"
                    + """
                     and (cast(:plan as text) is null or t.plan_id = :plan)
                     and (cast(:community as text) is null or p.community_id = :community)
                     and (cast(:equipment as text) is null or t.equipment_id = :equipment)
                     and (cast(:kind as text) is null or exists (select 1 from equipment e
                         where e.tenant = t.tenant and e.id = t.equipment_id and e.kind = :kind))
                     and (cast(:first as date) is null
                         or (t.origin_on >= :first and t.origin_on < :end))
                     and (cast(:from as date) is null or t.due_on >= :from)
                     and (cast(:to as date) is null or t.due_on <= :to)
                     and (t.origin_on, t.id) > (:origin, :after)
                    order by t.origin_on, t.id limit :fetch
                    """;
    static final String WAITING =
            SELECT
                    + " and "
                    + STATE
                    + " in ('DUE', 'OVERDUE')"
                    + """
                     and p.community_id = :community and t.work_order_id is null
                     and exists (select 1 from equipment e
                         where e.tenant = t.tenant and e.id = t.equipment_id
                             and (e.retired_on is null or e.retired_on > today.day))
                    order by t.origin_on, t.id limit :fetch for update of t
                    """;
    static final String LEFT =
            SELECT
                    + """
                     and t.equipment_id = :equipment and t.origin_on >= :from
                     and t.performed_on is null and t.withdrawn_on is null
                    order by t.origin_on, t.id for update of t
                    """;
    static final String CHANGE =
            """
            update maintenance_task set due_on = :due, moved = :moved, performed_on = :performed,
                verified_on = :verified, withdrawn_on = :withdrawn, version = version + 1
            where tenant = :tenant and id = :id
            """;

    private MaintenanceTaskSql() {}
}
