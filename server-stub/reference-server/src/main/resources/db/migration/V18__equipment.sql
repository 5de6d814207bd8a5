-- Equipment, where it was from which day on, what it passed, when it was out of service and what
-- was done to it; what its upkeep needs, and the tasks of each year.
create table equipment (
    tenant text collate "C" not null references tenant,
    id text collate "C" not null,
    kind text collate "C" not null,
    serial text collate "C" not null,
    name text not null,
    community_id text collate "C" not null,
    retired_on date,
    warranty_from date,
    warranty_to date,
    recorded_at timestamptz not null,
    version bigint not null default 1,
    primary key (tenant, id),
    unique (kind, serial, tenant),
    foreign key (tenant, community_id) references community (tenant, id)
);
create index equipment_by_community on equipment (community_id, kind, tenant);

create table equipment_stay (
    tenant text collate "C" not null,
    equipment_id text collate "C" not null,
    from_day date not null,
    community_id text collate "C" not null,
    building_id text collate "C",
    area text,
    primary key (tenant, equipment_id, from_day),
    foreign key (tenant, equipment_id) references equipment (tenant, id),
    foreign key (tenant, community_id) references community (tenant, id),
    foreign key (tenant, building_id) references building (tenant, id)
);
create trigger equipment_stay_append_only before update or delete on equipment_stay
    for each row execute function refuse_change();

create table equipment_certificate (
    tenant text collate "C" not null,
    equipment_id text collate "C" not null,
    kind text collate "C" not null,
    number text collate "C" not null,
    from_day date not null,
    to_day date,
    recorded_at timestamptz not null,
    primary key (tenant, equipment_id, kind, number),
    foreign key (tenant, equipment_id) references equipment (tenant, id)
);
create trigger equipment_certificate_append_only before update or delete on equipment_certificate
    for each row execute function refuse_change();

create table equipment_downtime (
    tenant text collate "C" not null,
    id text collate "C" not null,
    equipment_id text collate "C" not null,
    reference text collate "C" not null,
    cause text not null,
    began_at timestamptz not null,
    ended_at timestamptz check (ended_at > began_at),
    recorded_at timestamptz not null,
    primary key (tenant, id),
    unique (reference, tenant),
    foreign key (tenant, equipment_id) references equipment (tenant, id)
);
create index equipment_downtime_latest on equipment_downtime (equipment_id, began_at, id, tenant);

create table equipment_repair (
    tenant text collate "C" not null,
    id text collate "C" not null,
    equipment_id text collate "C" not null,
    work_order_id text not null,
    repaired_on date not null,
    work text not null,
    cost_minor bigint,
    currency text,
    recorded_at timestamptz not null,
    primary key (tenant, id),
    foreign key (tenant, equipment_id) references equipment (tenant, id),
    foreign key (tenant, work_order_id) references work_order (tenant, id),
    check ((cost_minor is null) = (currency is null))
);
create index equipment_repair_by_day on equipment_repair (equipment_id, repaired_on, id, tenant);
create trigger equipment_repair_append_only before update or delete on equipment_repair
    for each row execute function refuse_change();

create table maintenance_standard (
    tenant text collate "C" not null references tenant,
    id text collate "C" not null,
    from_day date not null,
    work_zh text not null,
    work_en text not null,
    kind text not null,
    cadence text not null,
    evidence text not null,
    qualification text,
    recorded_at timestamptz not null,
    primary key (tenant, id, from_day)
);
create trigger maintenance_standard_append_only before update or delete on maintenance_standard
    for each row execute function refuse_change();

create table maintenance_plan (
    tenant text collate "C" not null references tenant,
    id text collate "C" not null,
    community_id text collate "C" not null,
    year int not null,
    made_at timestamptz not null,
    primary key (tenant, id),
    unique (community_id, year, tenant),
    foreign key (tenant, community_id) references community (tenant, id)
);
create index maintenance_plan_latest on maintenance_plan (year, id, tenant);

-- The standard stands in the task as it was when the plan was made. What is known of its life in
-- single columns follows from the events.
create table maintenance_task (
    tenant text collate "C" not null,
    id text collate "C" not null,
    plan_id text collate "C" not null,
    key text collate "C" not null,
    equipment_id text collate "C" not null,
    standard text collate "C" not null,
    standard_from date not null,
    work_zh text not null,
    work_en text not null,
    kind text not null,
    cadence text not null,
    evidence text not null,
    qualification text,
    period_start date not null,
    period_end date not null,
    origin_on date not null,
    planned_on date,
    adjustments text not null default '',
    due_on date,
    moved boolean not null default false,
    performed_on date,
    verified_on date,
    work_order_id text,
    version bigint not null default 1,
    primary key (tenant, id),
    unique (key, tenant),
    foreign key (tenant, plan_id) references maintenance_plan (tenant, id),
    foreign key (tenant, equipment_id) references equipment (tenant, id),
    foreign key (tenant, work_order_id) references work_order (tenant, id)
);
create index maintenance_task_by_origin on maintenance_task (origin_on, id, tenant);
create index maintenance_task_by_plan on maintenance_task (plan_id, tenant);

create table maintenance_task_event (
    tenant text collate "C" not null,
    task_id text collate "C" not null,
    line int not null,
    action text not null,
    acted_on date not null,
    recorded_at timestamptz not null,
    staff_id text not null,
    acting_post text not null,
    authority_version text not null,
    note text not null,
    moved_to date,
    primary key (tenant, task_id, line),
    foreign key (tenant, task_id) references maintenance_task (tenant, id)
);
create trigger maintenance_task_event_append_only before update or delete on maintenance_task_event
    for each row execute function refuse_change();
