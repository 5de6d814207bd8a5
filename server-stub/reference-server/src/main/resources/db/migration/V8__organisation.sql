-- What changed in the tree of a company since it was created from its template, in order.
create table organisation_event (
    tenant text collate "C" not null references tenant,
    line int not null,
    id text collate "C" not null,
    kind text collate "C" not null,
    subject text collate "C" not null,
    from_day date not null,
    facts jsonb not null,
    recorded_at timestamptz not null,
    primary key (tenant, line),
    unique (tenant, id)
);

alter table assignment add column end_reason text;

create table stand_in (
    tenant text collate "C" not null,
    id text collate "C" not null,
    post text collate "C" not null,
    replaced_id text collate "C",
    staff_id text collate "C" not null,
    from_day date not null,
    to_day date not null,
    end_reason text,
    created_at timestamptz not null,
    primary key (tenant, id),
    foreign key (tenant, staff_id) references staff,
    foreign key (tenant, replaced_id) references staff,
    check (to_day > from_day),
    check (replaced_id <> staff_id)
);

create table qualification (
    tenant text collate "C" not null,
    id text collate "C" not null,
    staff_id text collate "C" not null,
    kind text collate "C" not null,
    number text not null,
    from_day date not null,
    to_day date,
    created_at timestamptz not null,
    primary key (tenant, id),
    unique (tenant, staff_id, kind, number),
    foreign key (tenant, staff_id) references staff,
    check (to_day > from_day)
);
