-- Complaints and repairs. The events are the history; the order is where they led.
create table service_level (
    tenant text not null,
    id text not null,
    seq bigint generated always as identity,
    kind text not null,
    hours numeric(10, 4) not null check (hours > 0),
    clock text not null,
    from_day date not null,
    primary key (tenant, id),
    unique (kind, from_day, tenant)
);

create table work_order (
    tenant text not null,
    id text not null,
    seq bigint generated always as identity,
    kind text not null,
    community_id text not null,
    unit_id text,
    title text not null,
    description text,
    channel text not null,
    source_reference text,
    source_content text,
    state text not null,
    received_at timestamptz not null,
    due_origin text not null,
    due_at timestamptz,
    service_level_id text,
    due_steps jsonb not null default '[]',
    assignee_id text,
    resolved_at timestamptz,
    exclusion text,
    call_backs int not null default 0,
    last_event_at timestamptz not null,
    recorded_at timestamptz not null,
    version bigint not null default 1,
    primary key (tenant, id),
    unique (community_id, kind, source_reference, tenant),
    foreign key (tenant, community_id) references community (tenant, id),
    foreign key (tenant, unit_id) references unit (tenant, id)
);
create index work_order_by_reception on work_order (kind, received_at, tenant);
create index work_order_latest on work_order (received_at, id, tenant);

create table work_order_event (
    tenant text not null,
    id text not null,
    seq bigint generated always as identity,
    work_order_id text not null,
    action text not null,
    from_state text,
    to_state text not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    staff_id text not null,
    acting_post text not null,
    authority_version text not null,
    assignee_id text,
    note text,
    primary key (tenant, id),
    foreign key (tenant, work_order_id) references work_order (tenant, id)
);
create index work_order_event_by_order on work_order_event (work_order_id, seq, tenant);
create trigger work_order_event_append_only before update or delete on work_order_event
    for each row execute function refuse_change();
-- the function stands in V5, after the table
create trigger duty_event_append_only before update or delete on duty_event
    for each row execute function refuse_change();
