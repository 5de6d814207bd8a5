-- Limits per severity, place and customer, for the response too, and who hears of those missed.
-- What was there were limits of the resolution, for any matter of a kind.
alter table service_level
    add column goal text not null default 'RESOLUTION',
    add column severity text,
    add column place_kind text,
    add column customer_class text,
    add column shift_id text,
    add column recorded_at timestamptz not null default '1970-01-01 00:00:00+00',
    drop constraint service_level_kind_from_day_tenant_key,
    add check ((clock = 'SHIFT') = (shift_id is not null));
alter table service_level
    alter column goal drop default,
    alter column recorded_at drop default;
create unique index service_level_once on service_level
    (kind, from_day, goal, coalesce(severity, ''), coalesce(place_kind, ''),
        coalesce(customer_class, ''), tenant);
create trigger service_level_append_only before update or delete on service_level
    for each row execute function refuse_change();

create table service_ladder (
    tenant text not null,
    id text not null,
    seq bigint generated always as identity,
    kind text not null,
    severity text,
    place_kind text,
    customer_class text,
    goal text not null,
    near_share numeric(6, 4) check (near_share > 0 and near_share < 1),
    near_hours numeric(10, 4) check (near_hours > 0),
    step_hours numeric(10, 4) not null check (step_hours > 0),
    levels int not null check (levels >= 0),
    from_day date not null,
    recorded_at timestamptz not null,
    primary key (tenant, id)
);
create unique index service_ladder_once on service_ladder
    (kind, from_day, goal, coalesce(severity, ''), coalesce(place_kind, ''),
        coalesce(customer_class, ''), tenant);
create trigger service_ladder_append_only before update or delete on service_ladder
    for each row execute function refuse_change();

-- what is still open or ended late enough to have missed a limit in a range
create index work_order_by_end on work_order (resolved_at, received_at, tenant);
