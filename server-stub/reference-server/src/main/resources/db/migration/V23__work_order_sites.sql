-- Where an order is beside its unit, and which qualifications the work takes. What stands in the
-- tables was told without: it is in its unit or the community, and takes what is usual.
alter table work_order
    add column building_id text,
    add column area text,
    add column needs text[] not null default '{}',
    add foreign key (tenant, building_id) references building (tenant, id);

create index roster_turn_by_end on roster_turn (ends_at, tenant);
