-- Years that no notice had announced when the company entered them, a calendar per community, and
-- due times that a stopped clock or an unknown holiday leaves open.
create table company_year (
    tenant text collate "C" not null references tenant,
    id text collate "C" not null,
    calendar text collate "C" not null,
    year integer not null,
    version integer not null,
    days jsonb not null,
    source text not null,
    recorded_at timestamptz not null,
    primary key (tenant, id),
    unique (tenant, calendar, year, version)
);
create trigger company_year_append_only before update or delete on company_year
    for each row execute function refuse_change();

alter table community add column calendar text collate "C" not null default 'CN';

alter table work_order
    add column due_paused_since timestamptz,
    add column due_unknown jsonb;
create index work_order_due_unknown on work_order (tenant, id) where due_unknown is not null;
