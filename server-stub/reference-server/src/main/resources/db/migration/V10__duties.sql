-- Occurrences of one day may differ by their shift or by the event that called for them.
alter table duty_record add column part text not null default '';
alter table duty_record drop constraint duty_record_duty_id_post_cadence_period_start_tenant_key;
alter table duty_record add unique (duty_id, post, cadence, period_start, part, tenant);

-- What a company adds to the duties of the catalogue, changes or retires; cells as the catalogue
-- writes them, applied in the order of seq.
create table duty_overlay (
    tenant text not null,
    seq bigint generated always as identity,
    op text not null check (op in ('add', 'change', 'retire')),
    duty_id text not null,
    zh text not null default '',
    en text not null default '',
    posts text not null default '',
    cadence text not null default '',
    deadline text not null default '',
    evidence text not null default '',
    approver text not null default '',
    from_day date not null,
    source text not null,
    recorded_at timestamptz not null,
    primary key (tenant, seq)
);

-- How a company reads times; no row means what holds without one. Changes of anything below and
-- of the overlay take its lock.
create table duty_policy (
    tenant text primary key,
    working_day_rule text not null default 'KEEP',
    strictly_before boolean not null default false,
    week_end text not null default 'SUNDAY',
    biweekly_anchor date not null default '2007-01-01',
    setup_on date,
    version bigint not null default 1
);

create table duty_interval (
    tenant text not null,
    id text not null,
    duty_id text not null,
    every text not null,
    from_day date not null,
    primary key (tenant, id),
    unique (duty_id, from_day, tenant)
);

create table duty_shift (
    tenant text not null,
    id text collate "C" not null,
    zh text not null,
    en text not null,
    begins time not null,
    minutes int not null check (minutes between 1 and 1440),
    days text[] not null,
    posts text[] not null,
    from_day date not null,
    primary key (tenant, id, from_day)
);

create table duty_allowance (
    tenant text not null,
    word text not null,
    allowance text not null,
    from_day date not null,
    primary key (tenant, word, from_day)
);

-- What happened and called for duties; which occurrences it made due follows from the catalogue,
-- their ids are kept so that an id leads back to its event.
create table duty_call (
    tenant text not null,
    id text not null,
    seq bigint generated always as identity,
    duty_id text not null,
    happened_at timestamptz not null,
    reference text,
    note text,
    reported_by text not null,
    occurrence_ids text[] not null,
    recorded_at timestamptz not null,
    primary key (tenant, id)
);
create index duty_call_by_time on duty_call (happened_at, tenant);
create index duty_call_by_occurrence on duty_call using gin (occurrence_ids);

create table patrol_area (
    tenant text not null,
    id text collate "C" not null,
    zh text not null,
    en text not null,
    posts text[] not null,
    from_day date not null,
    to_day date,
    primary key (tenant, id)
);

create table duty_round (
    tenant text not null,
    id text not null,
    seq bigint generated always as identity,
    occurrence_id text not null,
    area_id text collate "C" not null,
    covered_at timestamptz not null,
    covered_by text not null,
    recorded_at timestamptz not null,
    primary key (tenant, id),
    foreign key (tenant, area_id) references patrol_area (tenant, id)
);
create index duty_round_by_occurrence on duty_round (occurrence_id, tenant);

create table company_day (
    tenant text not null,
    id text not null,
    seq bigint generated always as identity,
    falls_on date not null,
    kind text not null,
    zh text not null,
    en text not null,
    reason text,
    recorded_at timestamptz not null,
    primary key (tenant, id)
);
create index company_day_by_day on company_day (falls_on, tenant);

-- The hash of the key in a feed's address, never the key.
create table duty_feed (
    tenant text not null,
    id text not null,
    seq bigint generated always as identity,
    staff_id text not null,
    label text not null,
    hash text not null unique,
    recorded_at timestamptz not null,
    read_at timestamptz,
    revoked_at timestamptz,
    primary key (tenant, id)
);
create index duty_feed_by_staff on duty_feed (staff_id, tenant);
