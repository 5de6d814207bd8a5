-- What became of a duty occurrence. Occurrences follow from catalogue, assignments and calendar;
-- a row stands here only once somebody acted on one.
create table duty_record (
    tenant text not null,
    id text not null,
    seq bigint generated always as identity,
    duty_id text not null,
    post text not null,
    period_start date not null,
    period_end date not null,
    due_at timestamptz not null,
    responsible_id text not null,
    state text not null,
    performed_at timestamptz,
    performed_by text,
    evidence jsonb not null default '[]',
    confirmed_at timestamptz,
    confirmed_by text,
    note text,
    version bigint not null default 1,
    primary key (tenant, id),
    unique (tenant, duty_id, post, period_start)
);
create index duty_record_by_due on duty_record (tenant, due_at);
