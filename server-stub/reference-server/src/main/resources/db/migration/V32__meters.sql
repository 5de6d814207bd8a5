-- A meter of no unit belongs to a building or the whole community; one may measure again what
-- others below it measure.
alter table meter
    alter column unit_id drop not null,
    add column community_id text collate "C",
    add column digits int not null default 0 check (digits between 0 and 9),
    add column parent_id text collate "C",
    add column version bigint not null default 1;
update meter set community_id = u.community_id
from unit u where u.tenant = meter.tenant and u.id = meter.unit_id;
alter table meter
    alter column community_id set not null,
    add foreign key (tenant, community_id) references community (tenant, id),
    add foreign key (tenant, parent_id) references meter (tenant, id);
create index meter_by_community on meter (community_id, seq, tenant);
create index meter_by_order on meter (seq, tenant);
create index meter_by_parent on meter (parent_id, tenant) where parent_id is not null;

-- A correction is a reading of its own that stands in for another of its day; so one of a day
-- stands.
alter table meter_reading
    add column rolled_over boolean not null default false,
    add column corrects text collate "C",
    add foreign key (tenant, corrects) references meter_reading (tenant, id),
    add unique (corrects, tenant),
    drop constraint meter_reading_meter_id_read_on_tenant_key;
create unique index meter_reading_of_day on meter_reading (meter_id, read_on, tenant)
    where corrects is null;
create index meter_reading_by_order on meter_reading (meter_id, read_on, seq, tenant);

-- next_serial is null where the meter was removed for good
create table meter_register_change (
    tenant text collate "C" not null,
    id text collate "C" not null,
    meter_id text collate "C" not null,
    changed_on date not null,
    last_value numeric not null check (last_value >= 0 and scale(last_value) <= 6),
    next_serial text collate "C",
    next_first_value numeric check (next_first_value >= 0 and scale(next_first_value) <= 6),
    next_digits int check (next_digits between 0 and 9),
    recorded_at timestamptz not null,
    recorded_by text collate "C" not null,
    primary key (tenant, id),
    unique (meter_id, changed_on, tenant),
    check ((next_serial is null) = (next_first_value is null)),
    check ((next_serial is null) = (next_digits is null)),
    foreign key (tenant, meter_id) references meter (tenant, id)
);
create index meter_register_change_by_serial on meter_register_change (next_serial, tenant)
    where next_serial is not null;
create trigger meter_register_change_append_only before update or delete on meter_register_change
    for each row execute function refuse_change();

-- what roll-overs, replaced registers and corrections add to the difference of the values
alter table charge_reading add column adjustment numeric not null default 0;

create table reading_day (
    tenant text collate "C" not null,
    community_id text collate "C" not null,
    from_month date not null check (extract(day from from_month) = 1),
    day int not null check (day between 1 and 28),
    recorded_at timestamptz not null,
    recorded_by text collate "C" not null,
    primary key (tenant, community_id, from_month),
    foreign key (tenant, community_id) references community (tenant, id)
);
create trigger reading_day_append_only before update or delete on reading_day
    for each row execute function refuse_change();
