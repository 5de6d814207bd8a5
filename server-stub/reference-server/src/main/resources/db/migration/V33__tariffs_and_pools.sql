-- Tariffs in full, and costs that units share. A tariff has one price or graduated ones; one
-- without terms is from before there were any and has the usual ones.
alter table tariff
    alter column price drop not null,
    add column slabs jsonb,
    add column terms jsonb,
    add column until_day date,
    add constraint tariff_priced check ((price is null) <> (slabs is null)),
    add constraint tariff_days check (until_day > from_day);

-- what a company charges for beside the catalogue, never changed
create table fee_item (
    tenant text collate "C" not null references tenant,
    id text collate "C" not null,
    label_zh text not null,
    label_en text not null,
    basis text collate "C" not null,
    management_fee boolean not null,
    ord int not null,
    from_day date not null,
    source text not null,
    primary key (tenant, id),
    unique (ord, tenant)
);

-- the units that share are named, or all of a building, or all of the community
create table pool (
    tenant text collate "C" not null,
    id text collate "C" not null,
    seq bigint generated always as identity,
    community_id text collate "C" not null,
    building_id text collate "C",
    unit_ids text[] collate "C",
    fee_item text collate "C" not null,
    period_start date not null,
    period_end date not null check (period_end > period_start),
    amount_minor bigint not null check (amount_minor >= 0),
    currency char(3) not null,
    share_key text collate "C" not null,
    meter_kind text collate "C",
    apportionments int not null default 0,
    recorded_at timestamptz not null,
    primary key (tenant, id),
    foreign key (tenant, community_id) references community (tenant, id),
    foreign key (tenant, building_id) references building (tenant, id)
);
create index pool_by_community on pool (community_id, seq, tenant);

create table pool_weight (
    tenant text collate "C" not null,
    pool_id text collate "C" not null,
    unit_id text collate "C" not null,
    weight numeric not null check (weight >= 0 and scale(weight) <= 6),
    primary key (tenant, pool_id, unit_id),
    foreign key (tenant, pool_id) references pool (tenant, id),
    foreign key (tenant, unit_id) references unit (tenant, id)
);

-- what each apportionment gave each unit; rows are never changed, the latest number stands.
-- unit_key is null where a unit shared before and does no longer. Keys are exact text.
create table pool_share (
    tenant text collate "C" not null,
    pool_id text collate "C" not null,
    number int not null,
    unit_id text collate "C" not null,
    unit_key text,
    key_total text,
    leftover boolean not null,
    amount_minor bigint not null check (amount_minor >= 0),
    before_minor bigint not null check (before_minor >= 0),
    currency char(3) not null,
    primary key (tenant, pool_id, number, unit_id),
    foreign key (tenant, pool_id) references pool (tenant, id),
    foreign key (tenant, unit_id) references unit (tenant, id)
);
create index pool_share_by_unit on pool_share (unit_id, tenant);
