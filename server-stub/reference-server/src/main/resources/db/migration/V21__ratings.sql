-- how customers rated the work without being called
create table work_order_rating (
    tenant text collate "C" not null references tenant,
    id text collate "C" not null,
    seq bigint generated always as identity,
    work_order_id text not null,
    result text not null,
    reasons text[] not null,
    note text,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    staff_id text not null,
    acting_post text not null,
    authority_version text not null,
    primary key (tenant, id),
    foreign key (tenant, work_order_id) references work_order (tenant, id)
);
create index work_order_rating_by_order on work_order_rating (work_order_id, seq, tenant);
create trigger work_order_rating_append_only before update or delete on work_order_rating
    for each row execute function refuse_change();
