-- Every table carries the tenant, and the tenant leads its keys, so that data can be split by it.
-- Ids and codes are compared byte by byte, whatever the language of the database.

create table tenant (
    id text collate "C" primary key,
    created_at timestamptz not null
);
insert into tenant (id, created_at) values ('default', now());

create table staff (
    tenant text collate "C" not null references tenant,
    id text collate "C" not null,
    staff_no text collate "C" not null,
    name text not null,
    mobile text,
    version bigint not null default 1,
    created_at timestamptz not null,
    primary key (tenant, id),
    unique (tenant, staff_no)
);

create table assignment (
    tenant text collate "C" not null,
    id text collate "C" not null,
    staff_id text collate "C" not null,
    post text collate "C" not null,
    from_day date not null,
    to_day date,
    created_at timestamptz not null,
    primary key (tenant, id),
    unique (tenant, staff_id, post, from_day),
    foreign key (tenant, staff_id) references staff,
    check (to_day > from_day)
);

create table staff_token (
    tenant text collate "C" not null,
    id text collate "C" not null,
    staff_id text collate "C" not null,
    label text not null,
    hash text collate "C" not null,
    created_at timestamptz not null,
    revoked_at timestamptz,
    primary key (tenant, id),
    unique (tenant, hash),
    foreign key (tenant, staff_id) references staff
);

create table idempotency (
    tenant text collate "C" not null references tenant,
    key_hash text collate "C" not null,
    fingerprint text collate "C" not null,
    status int not null,
    headers jsonb not null,
    body bytea not null,
    created_at timestamptz not null,
    primary key (tenant, key_hash)
);

create table audit_entry (
    tenant text collate "C" not null references tenant,
    seq bigint generated always as identity,
    id text collate "C" not null,
    recorded_at timestamptz not null,
    staff_id text collate "C" not null,
    acting_post text collate "C",
    authority_version text not null,
    action text collate "C" not null,
    subject text not null,
    outcome text collate "C" not null check (outcome in ('ACCEPTED', 'REFUSED')),
    facts jsonb not null,
    reasons jsonb not null default '[]',
    primary key (tenant, seq),
    unique (tenant, id)
);
