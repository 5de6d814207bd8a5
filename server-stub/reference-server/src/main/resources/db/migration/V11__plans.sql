-- Work plans, meetings and reports up the line. What was done with each is a line of its own; the
-- items of a plan and the decisions of a meeting are read and written with it, never alone.
create table planning_step (
    tenant text collate "C" not null references tenant,
    subject text collate "C" not null,
    line int not null,
    action text not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    staff_id text not null,
    acting_post text not null,
    authority_version text not null,
    note text not null default '',
    primary key (tenant, subject, line)
);
create trigger planning_step_append_only before update or delete on planning_step
    for each row execute function refuse_change();

create table work_plan (
    tenant text collate "C" not null references tenant,
    id text collate "C" not null,
    kind text not null,
    title text not null,
    department text collate "C" not null,
    period text collate "C" not null,
    parent_id text collate "C",
    preparer text not null,
    reviewer text not null,
    approver text,
    state text not null,
    items jsonb not null,
    results jsonb not null default '[]',
    duties_from date,
    version bigint not null default 1,
    primary key (tenant, id),
    foreign key (tenant, parent_id) references work_plan (tenant, id)
);
create index work_plan_by_period on work_plan (period, department, id, tenant);
-- since when its items are duties; null until it is in force
create index work_plan_by_duties on work_plan (duties_from, tenant) where duties_from is not null;

create table meeting_schedule (
    tenant text collate "C" not null references tenant,
    id text collate "C" not null,
    kind text collate "C" not null,
    every text not null,
    from_day date not null,
    primary key (tenant, id),
    unique (kind, from_day, tenant)
);

create table meeting (
    tenant text collate "C" not null references tenant,
    id text collate "C" not null,
    seq bigint generated always as identity,
    kind text collate "C" not null,
    subject text not null,
    held_on date not null,
    chair text not null,
    recorder text not null,
    state text not null,
    items jsonb not null default '[]',
    version bigint not null default 1,
    primary key (tenant, id)
);
create index meeting_by_day on meeting (held_on, seq, tenant);

create table report_rule (
    tenant text collate "C" not null references tenant,
    id text collate "C" not null,
    kind text collate "C" not null,
    post text collate "C" not null,
    days_after int not null check (days_after >= 0),
    from_day date not null,
    primary key (tenant, id),
    unique (kind, post, from_day, tenant)
);

-- A report as it was owed when somebody acted on it; until then it follows from the rules.
create table report (
    tenant text collate "C" not null references tenant,
    id text collate "C" not null,
    kind text collate "C" not null,
    post text collate "C" not null,
    period_start date not null,
    period_end date not null,
    due_on date not null,
    to_post text not null,
    primary key (tenant, id),
    check (period_start < period_end)
);
create index report_by_start on report (period_start, tenant);
