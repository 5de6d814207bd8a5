-- Patrols: routes never change, plans are replaced by later ones; what was found on a round, and the
-- work order it opened, are kept for good.
create table patrol_route (
    tenant text collate "C" not null references tenant,
    id text collate "C" not null,
    seq bigint generated always as identity,
    community_id text collate "C" not null,
    zh text not null,
    en text not null,
    checkpoints jsonb not null,
    recorded_at timestamptz not null,
    primary key (tenant, id),
    foreign key (tenant, community_id) references community (tenant, id)
);

create table patrol_plan (
    tenant text collate "C" not null references tenant,
    id text collate "C" not null,
    seq bigint generated always as identity,
    community_id text collate "C" not null,
    shift_id text collate "C" not null,
    duty_id text not null,
    post text not null,
    minimum int not null check (minimum > 0),
    route_ids text[] not null,
    windows jsonb not null,
    from_day date not null,
    recorded_at timestamptz not null,
    primary key (tenant, id),
    unique (community_id, shift_id, from_day, tenant),
    foreign key (tenant, community_id) references community (tenant, id)
);

create table patrol_round (
    tenant text collate "C" not null references tenant,
    id text collate "C" not null,
    seq bigint generated always as identity,
    community_id text collate "C" not null,
    plan_id text collate "C" not null,
    route_id text collate "C" not null,
    walked_by text not null,
    started_at timestamptz not null,
    started_on date not null,
    finished_at timestamptz,
    filed_at timestamptz,
    state text not null,
    recorded_at timestamptz not null,
    primary key (tenant, id),
    foreign key (tenant, plan_id) references patrol_plan (tenant, id),
    foreign key (tenant, route_id) references patrol_route (tenant, id)
);
create index patrol_round_by_day on patrol_round (started_on, seq, tenant);
create index patrol_round_by_route on patrol_round (route_id, started_at, tenant);

create table patrol_result (
    tenant text collate "C" not null,
    round_id text collate "C" not null,
    line int not null,
    checkpoint text not null,
    found_by text not null,
    reached_at timestamptz not null,
    readings jsonb not null,
    recorded_at timestamptz not null,
    primary key (tenant, round_id, line),
    unique (tenant, round_id, checkpoint),
    foreign key (tenant, round_id) references patrol_round (tenant, id)
);
create trigger patrol_result_append_only before update or delete on patrol_result
    for each row execute function refuse_change();

create table patrol_finding (
    tenant text collate "C" not null,
    round_id text collate "C" not null,
    checkpoint text not null,
    item text not null,
    work_order_id text not null,
    primary key (tenant, round_id, checkpoint, item),
    foreign key (tenant, round_id) references patrol_round (tenant, id),
    foreign key (tenant, work_order_id) references work_order (tenant, id)
);
create trigger patrol_finding_append_only before update or delete on patrol_finding
    for each row execute function refuse_change();

-- Manned stations. Whoever changes anything about one holds the lock of its row.
create table station (
    tenant text collate "C" not null references tenant,
    id text collate "C" not null,
    seq bigint generated always as identity,
    community_id text collate "C" not null,
    zh text not null,
    en text not null,
    post text not null,
    leader text not null,
    kit jsonb not null,
    recorded_at timestamptz not null,
    primary key (tenant, id),
    foreign key (tenant, community_id) references community (tenant, id)
);

create table roster_turn (
    tenant text collate "C" not null,
    id text collate "C" not null,
    seq bigint generated always as identity,
    station_id text collate "C" not null,
    staff_id text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    recorded_at timestamptz not null,
    primary key (tenant, id),
    check (starts_at < ends_at),
    foreign key (tenant, station_id) references station (tenant, id)
);
create index roster_turn_by_station on roster_turn (station_id, ends_at, tenant);
create index roster_turn_by_staff on roster_turn (staff_id, ends_at, tenant);

create table watch_event (
    tenant text collate "C" not null,
    station_id text collate "C" not null,
    line int not null,
    kind text not null,
    staff_id text not null,
    occurred_at timestamptz not null,
    consent_staff text,
    consent_post text,
    consent_authority text,
    recorded_at timestamptz not null,
    primary key (tenant, station_id, line),
    foreign key (tenant, station_id) references station (tenant, id)
);
create trigger watch_event_append_only before update or delete on watch_event
    for each row execute function refuse_change();

create table shift_log (
    tenant text collate "C" not null,
    id text collate "C" not null,
    seq bigint generated always as identity,
    station_id text collate "C" not null,
    holder text not null,
    opened_at timestamptz not null,
    opening jsonb not null,
    primary key (tenant, id),
    foreign key (tenant, station_id) references station (tenant, id)
);
create index shift_log_by_station on shift_log (station_id, seq, tenant);

create table shift_log_entry (
    tenant text collate "C" not null,
    log_id text collate "C" not null,
    line int not null,
    seq bigint generated always as identity,
    kind text not null,
    subject text not null,
    text text not null,
    amount_minor bigint,
    currency text,
    occurred_at timestamptz not null,
    written_by text not null,
    recorded_at timestamptz not null,
    primary key (tenant, log_id, line),
    foreign key (tenant, log_id) references shift_log (tenant, id)
);
create trigger shift_log_entry_append_only before update or delete on shift_log_entry
    for each row execute function refuse_change();

create table handover (
    tenant text collate "C" not null,
    id text collate "C" not null,
    seq bigint generated always as identity,
    station_id text collate "C" not null,
    log_id text collate "C" not null,
    log_lines int not null,
    relief text not null,
    state text not null,
    prepared_at timestamptz not null,
    version bigint not null default 1,
    primary key (tenant, id),
    foreign key (tenant, station_id) references station (tenant, id),
    foreign key (tenant, log_id) references shift_log (tenant, id)
);
create index handover_by_station on handover (station_id, seq, tenant);

create table handover_step (
    tenant text collate "C" not null,
    handover_id text collate "C" not null,
    line int not null,
    action text not null,
    staff_id text not null,
    occurred_at timestamptz not null,
    item text not null,
    text text not null,
    recorded_at timestamptz not null,
    primary key (tenant, handover_id, line),
    foreign key (tenant, handover_id) references handover (tenant, id)
);
create trigger handover_step_append_only before update or delete on handover_step
    for each row execute function refuse_change();
