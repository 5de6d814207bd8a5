-- Who can be sent to work orders, how each was given away, and which customers were called back.
-- What was done is added and never changed; what somebody sets holds from a day on.
create table dispatch_profile (
    tenant text collate "C" not null references tenant,
    id text collate "C" not null,
    staff_id text collate "C" not null,
    post text collate "C" not null,
    areas text[] not null,
    load_limit int not null check (load_limit >= 0),
    from_day date not null,
    recorded_at timestamptz not null,
    primary key (tenant, id),
    unique (staff_id, from_day, tenant),
    foreign key (tenant, staff_id) references staff
);

create table duty_span (
    tenant text collate "C" not null references tenant,
    id text collate "C" not null,
    staff_id text collate "C" not null,
    start_at timestamptz not null,
    end_at timestamptz not null,
    on_call boolean not null,
    recorded_at timestamptz not null,
    withdrawn_at timestamptz,
    primary key (tenant, id),
    foreign key (tenant, staff_id) references staff,
    check (end_at > start_at)
);
create index duty_span_by_staff on duty_span (staff_id, start_at, id, tenant)
    where withdrawn_at is null;
create index duty_span_by_end on duty_span (end_at, tenant) where withdrawn_at is null;

create table dispatch (
    tenant text collate "C" not null references tenant,
    id text collate "C" not null,
    seq bigint generated always as identity,
    work_order_id text not null,
    way text not null,
    state text not null,
    assignee_id text collate "C",
    needs text[] not null,
    place int,
    criterion text,
    offered text[] not null,
    reason text,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    staff_id text not null,
    acting_post text not null,
    primary key (tenant, id),
    foreign key (tenant, work_order_id) references work_order (tenant, id)
);
create index dispatch_by_order on dispatch (work_order_id, seq, tenant);
create index dispatch_by_worker on dispatch (assignee_id, occurred_at, tenant);
create trigger dispatch_append_only before update or delete on dispatch
    for each row execute function refuse_change();

-- whose turn it is in a community, the next one first
create table dispatch_rota (
    tenant text collate "C" not null references tenant,
    community_id text collate "C" not null,
    queue text[] not null,
    turns bigint not null,
    primary key (tenant, community_id)
);

create table call_back_policy (
    tenant text collate "C" not null references tenant,
    id text collate "C" not null,
    kind text collate "C" not null,
    customer text collate "C" not null default '',
    mode text not null,
    percent numeric(7, 4),
    seed bigint,
    callers text[] not null,
    same_department boolean not null,
    zh text not null,
    en text not null,
    from_day date not null,
    recorded_at timestamptz not null,
    primary key (tenant, id),
    unique (kind, customer, from_day, tenant)
);

create table call_back (
    tenant text collate "C" not null references tenant,
    id text collate "C" not null,
    seq bigint generated always as identity,
    work_order_id text not null,
    way text not null,
    result text not null,
    reasons text[] not null,
    note text,
    state text not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    staff_id text not null,
    acting_post text not null,
    authority_version text not null,
    primary key (tenant, id),
    foreign key (tenant, work_order_id) references work_order (tenant, id)
);
create index call_back_by_order on call_back (work_order_id, seq, tenant);
create trigger call_back_append_only before update or delete on call_back
    for each row execute function refuse_change();

create table call_back_sample (
    tenant text collate "C" not null references tenant,
    id text collate "C" not null,
    seq bigint generated always as identity,
    community_id text not null,
    period text not null,
    kind text,
    percent numeric(7, 4) not null,
    seed bigint not null,
    finished int not null,
    drawn int not null,
    recorded_at timestamptz not null,
    primary key (tenant, id)
);

create table call_back_sample_order (
    tenant text collate "C" not null references tenant,
    sample_id text collate "C" not null,
    work_order_id text collate "C" not null,
    place text not null,
    primary key (tenant, sample_id, work_order_id),
    foreign key (tenant, sample_id) references call_back_sample
);
create index call_back_sample_order_by_order
    on call_back_sample_order (work_order_id, sample_id, tenant);
