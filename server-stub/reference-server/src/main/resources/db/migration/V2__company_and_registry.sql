-- The company that uses the server, and what it looks after. The tenant leads every primary key.
-- Keys that are no primary keys end with the tenant: as long as the database has not counted the
-- rows, it takes any key that begins with the tenant for as good as the primary key, and reads all.
-- Areas and values of meters keep the decimals they were given with: 89.50 stays 89.50.
create table company (
    tenant text collate "C" primary key references tenant,
    name text not null,
    template text collate "C" not null,
    office_opens time not null,
    office_closes time not null,
    created_at timestamptz not null,
    version bigint not null default 1
);

-- zero takes the authority away
create table authority_limit (
    tenant text collate "C" not null references tenant,
    id text collate "C" not null,
    seq bigint generated always as identity,
    kind text collate "C" not null,
    post text collate "C" not null,
    limit_minor bigint not null check (limit_minor >= 0),
    currency char(3) not null,
    from_day date not null,
    demo boolean not null,
    primary key (tenant, id),
    unique (tenant, kind, post, from_day)
);

create table community (
    tenant text collate "C" not null references tenant,
    id text collate "C" not null,
    seq bigint generated always as identity,
    name text collate "C" not null,
    time_zone text collate "C" not null,
    recorded_at timestamptz not null,
    primary key (tenant, id),
    unique (tenant, name)
);

create table building (
    tenant text collate "C" not null,
    id text collate "C" not null,
    seq bigint generated always as identity,
    community_id text collate "C" not null,
    code text collate "C" not null,
    name text not null,
    primary key (tenant, id),
    unique (community_id, code, tenant),
    foreign key (tenant, community_id) references community (tenant, id)
);

create table owner (
    tenant text collate "C" not null references tenant,
    id text collate "C" not null,
    seq bigint generated always as identity,
    name text not null,
    mobile text,
    version bigint not null default 1,
    primary key (tenant, id)
);

create table unit (
    tenant text collate "C" not null,
    id text collate "C" not null,
    seq bigint generated always as identity,
    community_id text collate "C" not null,
    building_id text collate "C" not null,
    number text collate "C" not null,
    use text collate "C" not null,
    area numeric not null check (area > 0 and scale(area) <= 6),
    owner_id text collate "C" not null,
    primary key (tenant, id),
    unique (building_id, number, tenant),
    foreign key (tenant, community_id) references community (tenant, id),
    foreign key (tenant, building_id) references building (tenant, id),
    foreign key (tenant, owner_id) references owner (tenant, id)
);
create index unit_by_order on unit (community_id, seq);

create table meter (
    tenant text collate "C" not null,
    id text collate "C" not null,
    seq bigint generated always as identity,
    unit_id text collate "C" not null,
    kind text collate "C" not null,
    serial_no text collate "C" not null,
    installed_on date not null,
    initial_value numeric not null check (initial_value >= 0 and scale(initial_value) <= 6),
    primary key (tenant, id),
    unique (kind, serial_no, tenant),
    foreign key (tenant, unit_id) references unit (tenant, id)
);
create index meter_by_unit on meter (unit_id);

-- one reading per meter and day
create table meter_reading (
    tenant text collate "C" not null,
    id text collate "C" not null,
    seq bigint generated always as identity,
    meter_id text collate "C" not null,
    read_on date not null,
    value numeric not null check (value >= 0 and scale(value) <= 6),
    source text collate "C" not null,
    recorded_at timestamptz not null,
    recorded_by text collate "C" not null,
    primary key (tenant, id),
    unique (meter_id, read_on, tenant),
    foreign key (tenant, meter_id) references meter (tenant, id)
);
