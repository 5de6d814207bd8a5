-- Tasks are withdrawn with their equipment; orders name the equipment they are about, and the
-- inspection that they were opened for; equipment runs at hours of its own.
alter table maintenance_task add column withdrawn_on date;

create table work_order_equipment (
    tenant text collate "C" not null,
    work_order_id text not null,
    equipment_id text collate "C" not null,
    inspection text collate "C",
    inspection_due date,
    recorded_at timestamptz not null,
    primary key (tenant, work_order_id),
    foreign key (tenant, work_order_id) references work_order (tenant, id),
    foreign key (tenant, equipment_id) references equipment (tenant, id)
);
create index work_order_equipment_by_piece
    on work_order_equipment (equipment_id, work_order_id, tenant);
create trigger work_order_equipment_append_only before update or delete on work_order_equipment
    for each row execute function refuse_change();
insert into work_order_equipment (tenant, work_order_id, equipment_id, recorded_at)
select tenant, work_order_id, equipment_id, now() from maintenance_task
where work_order_id is not null;

create table equipment_running (
    tenant text collate "C" not null,
    equipment_id text collate "C" not null,
    from_day date not null,
    begins time,
    minutes int check (minutes between 1 and 1440),
    days text[] not null,
    recorded_at timestamptz not null,
    primary key (tenant, equipment_id, from_day),
    foreign key (tenant, equipment_id) references equipment (tenant, id),
    check ((begins is null) = (minutes is null) and (begins is null) = (cardinality(days) = 0))
);
create trigger equipment_running_append_only before update or delete on equipment_running
    for each row execute function refuse_change();
