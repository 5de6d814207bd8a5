-- What became of duty occurrences. Occurrences follow from catalogue, assignments and calendar; a
-- row stands here only once somebody acted on one. The events are the history.
create table duty_record (
    tenant text not null,
    id text not null,
    seq bigint generated always as identity,
    duty_id text not null,
    post text not null,
    cadence text not null,
    period_start date not null,
    primary key (tenant, id),
    unique (duty_id, post, cadence, period_start, tenant)
);
create index duty_record_by_start on duty_record (period_start, tenant);

create table duty_event (
    tenant text not null,
    occurrence_id text not null,
    line int not null,
    action text not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    staff_id text not null,
    acting_post text not null,
    authority_version text not null,
    evidence jsonb not null default '[]',
    note text not null default '',
    escalated_to text,
    primary key (tenant, occurrence_id, line),
    foreign key (tenant, occurrence_id) references duty_record (tenant, id)
);
