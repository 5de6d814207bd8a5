package dev.guanjia.server.store;

/** What is said to the table {@code work_order}. */
final class WorkOrderSql {

    static final String INSERT =
            """
            insert into work_order (tenant, id, kind, community_id, unit_id, title, description,
                channel, source_reference, source_content, state, received_at, due_origin, due_at,
                service_level_id, due_steps, due_paused_since, due_unknown, assignee_id,
                resolved_at, exclusion, call_backs, last_event_at, recorded_at, version, severity,
                place_kind, requester_class, requester_contact, requester_name, requester_phone,
                workers, building_id, area, needs)
            values (:tenant, :id, :kind, :community, :unit, :title, :description,
                :channel, :reference, :content, :state, :received, :origin, :due,
                :level, cast(:steps as jsonb), :pausedSince, cast(:unknown as jsonb), :assignee,
                :resolved, :exclusion, :callBacks,
                :last, :recorded, :version, :severity, :placeKind, :customer,
                :contact, :name, :phone, cast(:workers as text[]), :building, :area,
                cast(:needs as text[]))
            """;
    static final String UPDATE =
            """
            update work_order set state = :state, assignee_id = :assignee, resolved_at = :resolved,
                exclusion = :exclusion, call_backs = :callBacks, last_event_at = :last,
                workers = cast(:workers as text[]), version = :version
            where tenant = :tenant and id = :id
            """;
    static final String MOVE =
            """
            update work_order set due_at = :due, due_steps = cast(:steps as jsonb),
                due_paused_since = :pausedSince, due_unknown = cast(:unknown as jsonb)
            where tenant = :tenant and id = :id
            """;
    static final String RECLASS =
            """
            update work_order set severity = :severity, due_origin = :origin, due_at = :due,
                service_level_id = :level, due_steps = cast(:steps as jsonb),
                due_paused_since = :pausedSince, due_unknown = cast(:unknown as jsonb),
                last_event_at = :last, version = :version
            where tenant = :tenant and id = :id
            """;
    static final String SELECT =
            """
            select id, kind, community_id, unit_id, title, description, channel, source_reference,
                source_content, state, received_at, due_origin, due_at, service_level_id,
                due_steps, due_paused_since, due_unknown, assignee_id, resolved_at, exclusion,
                call_backs, last_event_at, recorded_at, version, severity, place_kind,
                requester_class, requester_contact, requester_name, requester_phone, workers,
                building_id, area, needs,
                (select target from work_order_link link
                 where link.tenant = work_order.tenant and link.work_order_id = work_order.id
                     and link.kind = 'PARENT') as parent_id,
                (select equipment_id from work_order_equipment piece
                 where piece.tenant = work_order.tenant
                     and piece.work_order_id = work_order.id) as equipment_id
            from work_order where tenant = :tenant
            """;
    static final String UNDATED =
            "select distinct tenant from work_order where due_unknown is not null order by tenant";
    static final String IMPORTED =
            SELECT
                    + " and community_id = :community and kind = :kind"
                    + " and source_reference = any(cast(:references as text[]))";

    private WorkOrderSql() {}
}
