-- The company that uses the server, and what it looks after. The tenant leads every key.
create table company (
    tenant text primary key,
    name text not null,
    template text not null,
    office_opens time not null,
    office_closes time not null,
    created_at timestamptz not null,
    version bigint not null default 1
);

create table authority_limit (
    tenant text not null,
    id text not null,
    seq bigint generated always as identity,
    kind text not null,
    post text not null,
    limit_minor bigint not null check (limit_minor > 0),
    currency char(3) not null,
    from_day date not null,
    demo boolean not null,
    primary key (tenant, id),
    unique (tenant, kind, post, from_day)
);

create table community (
    tenant text not null,
    id text not null,
    seq bigint generated always as identity,
    name text not null,
    time_zone text not null,
    primary key (tenant, id),
    unique (tenant, name)
);

create table building (
    tenant text not null,
    id text not null,
    seq bigint generated always as identity,
    community_id text not null,
    code text not null,
    name text not null,
    primary key (tenant, id),
    unique (tenant, community_id, code),
    foreign key (tenant, community_id) references community (tenant, id)
);

create table owner (
    tenant text not null,
    id text not null,
    seq bigint generated always as identity,
    name text not null,
    mobile text,
    version bigint not null default 1,
    primary key (tenant, id)
);

create table unit (
    tenant text not null,
    id text not null,
    seq bigint generated always as identity,
    community_id text not null,
    building_id text not null,
    number text not null,
    use text not null,
    area numeric(14, 6) not null check (area > 0),
    owner_id text not null,
    primary key (tenant, id),
    unique (tenant, community_id, number),
    foreign key (tenant, community_id) references community (tenant, id),
    foreign key (tenant, building_id) references building (tenant, id),
    foreign key (tenant, owner_id) references owner (tenant, id)
);
create index unit_by_order on unit (tenant, community_id, seq);

create table meter (
    tenant text not null,
    id text not null,
    seq bigint generated always as identity,
    unit_id text not null,
    kind text not null,
    serial_no text not null,
    installed_on date not null,
    initial_value numeric(25, 6) not null check (initial_value >= 0),
    primary key (tenant, id),
    unique (tenant, kind, serial_no),
    foreign key (tenant, unit_id) references unit (tenant, id)
);
create index meter_by_unit on meter (tenant, unit_id);

-- one reading per meter and day
create table meter_reading (
    tenant text not null,
    id text not null,
    seq bigint generated always as identity,
    meter_id text not null,
    read_on date not null,
    value numeric(25, 6) not null check (value >= 0),
    source text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    primary key (tenant, id),
    unique (tenant, meter_id, read_on),
    foreign key (tenant, meter_id) references meter (tenant, id)
);
