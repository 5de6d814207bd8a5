-- Emergency plans as a company keeps them, incidents and drills. The steps of a version are read and
-- written with it, never alone, and no version is ever lost; an incident keeps the plan of its day.
create table emergency_plan (
    tenant text collate "C" not null references tenant,
    kind text collate "C" not null,
    version bigint not null default 1,
    primary key (tenant, kind)
);

create table emergency_plan_version (
    tenant text collate "C" not null,
    kind text collate "C" not null,
    number int not null,
    content jsonb not null,
    recorded_at timestamptz not null,
    primary key (tenant, kind, number),
    foreign key (tenant, kind) references emergency_plan (tenant, kind)
);
create trigger emergency_plan_version_append_only before update or delete on emergency_plan_version
    for each row execute function refuse_change();

create table emergency_plan_event (
    tenant text collate "C" not null,
    kind text collate "C" not null,
    line int not null,
    action text not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    staff_id text not null,
    acting_post text not null,
    authority_version text not null,
    note text not null default '',
    primary key (tenant, kind, line),
    foreign key (tenant, kind) references emergency_plan (tenant, kind)
);
create trigger emergency_plan_event_append_only before update or delete on emergency_plan_event
    for each row execute function refuse_change();

create table incident (
    tenant text collate "C" not null references tenant,
    id text collate "C" not null,
    kind text collate "C" not null,
    community_id text collate "C" not null,
    place text not null,
    what text not null,
    reported_by text not null,
    reported_at timestamptz not null,
    plan jsonb not null,
    plan_version int not null,
    state text not null,
    -- who was to be told when it was confirmed, until when, and when they were and said so
    told text[] not null default '{}',
    notice_due_at timestamptz,
    told_at timestamptz,
    acknowledged_at timestamptz,
    recorded_at timestamptz not null,
    version bigint not null default 1,
    primary key (tenant, id),
    foreign key (tenant, community_id) references community (tenant, id)
);
create index incident_latest on incident (reported_at, id, tenant);
create index incident_told on incident using gin (told);

create table incident_event (
    tenant text collate "C" not null,
    incident_id text collate "C" not null,
    line int not null,
    action text not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    staff_id text not null,
    acting_post text not null,
    authority_version text not null,
    step text,
    report jsonb,
    reason text,
    to_staff_id text,
    to_post text,
    primary key (tenant, incident_id, line),
    foreign key (tenant, incident_id) references incident (tenant, id)
);
create trigger incident_event_append_only before update or delete on incident_event
    for each row execute function refuse_change();

create table drill (
    tenant text collate "C" not null references tenant,
    id text collate "C" not null,
    kind text collate "C" not null,
    community_id text collate "C" not null,
    planned_first_on date not null,
    planned_on date not null,
    cancelled boolean not null default false,
    held_at timestamptz,
    participants int,
    passed boolean,
    lessons jsonb not null default '[]',
    primary key (tenant, id),
    foreign key (tenant, community_id) references community (tenant, id),
    check (held_at is null or not cancelled),
    check ((held_at is null) = (participants is null) and (held_at is null) = (passed is null))
);
create index drill_by_day on drill (planned_on, id, tenant);

create table drill_change (
    tenant text collate "C" not null,
    drill_id text collate "C" not null,
    line int not null,
    to_day date,
    occurred_at timestamptz not null,
    staff_id text not null,
    acting_post text not null,
    authority_version text not null,
    reason text not null,
    primary key (tenant, drill_id, line),
    foreign key (tenant, drill_id) references drill (tenant, id)
);
create trigger drill_change_append_only before update or delete on drill_change
    for each row execute function refuse_change();
