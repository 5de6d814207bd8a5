-- Stations and routes end from a day on; patrol rounds count for duties, where their area is; an
-- order for maintenance may be given up, which frees its task for another.
alter table station
    add column to_day date,
    add column ends_at timestamptz,
    add column end_reason text,
    add check ((to_day is null) = (ends_at is null));

alter table patrol_route
    add column to_day date,
    add column end_reason text;

alter table patrol_area
    add column community_id text collate "C",
    add foreign key (tenant, community_id) references community (tenant, id);

alter table duty_round
    add column patrol_round_id text collate "C",
    add foreign key (tenant, patrol_round_id) references patrol_round (tenant, id);
create unique index duty_round_of_patrol on duty_round (patrol_round_id, area_id, tenant)
    where patrol_round_id is not null;

alter table maintenance_task add column orders_given_up int not null default 0;
create index maintenance_task_by_order on maintenance_task (work_order_id, tenant);
create index equipment_repair_by_order on equipment_repair (work_order_id, tenant);
