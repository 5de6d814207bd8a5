-- What is true of a unit by day, who pays which fee of it, and who lives there. The rows of
-- unit_fact are the truth and are never changed; area, use and owner_id of unit follow them: they
-- are what holds on the day of the last entry, and from changes_on on they are read from the facts.
-- Units that were entered before have one row from 1900-01-01: it is not known since when what was
-- told of them holds, and no bill of an earlier month may read otherwise than it did.
create table unit_fact (
    tenant text collate "C" not null,
    unit_id text collate "C" not null,
    fact text collate "C" not null
        check (fact in ('OPENING', 'AREA', 'USE', 'OWNER', 'VACANCY')),
    from_day date not null,
    seq bigint generated always as identity,
    area numeric check (area > 0 and scale(area) <= 6),
    use text collate "C",
    owner_id text collate "C",
    vacancy text collate "C" check (vacancy in ('OCCUPIED', 'VACANT')),
    note text,
    recorded_at timestamptz not null,
    recorded_by text collate "C",
    primary key (tenant, unit_id, fact, from_day),
    foreign key (tenant, unit_id) references unit (tenant, id),
    foreign key (tenant, owner_id) references owner (tenant, id),
    check ((area is not null) = (fact in ('OPENING', 'AREA'))),
    check ((use is not null) = (fact in ('OPENING', 'USE'))),
    check ((owner_id is not null) = (fact in ('OPENING', 'OWNER'))),
    check ((vacancy is not null) = (fact in ('OPENING', 'VACANCY')))
);
create index unit_fact_by_unit on unit_fact (unit_id, from_day, tenant);
create unique index unit_fact_opening on unit_fact (unit_id, tenant) where fact = 'OPENING';
create trigger unit_fact_append_only before update or delete on unit_fact
    for each row execute function refuse_change();

insert into unit_fact
    (tenant, unit_id, fact, from_day, area, use, owner_id, vacancy, recorded_at)
select tenant, id, 'OPENING', date '1900-01-01', area, use, owner_id, 'OCCUPIED', now()
from unit order by seq;

alter table unit add column changes_on date;

-- no unit had changed hands yet: who owns it owes what was charged, whoever buys it
alter table charge disable trigger charge_append_only;
update charge c set payer = 'OWNER:' || u.owner_id from unit u
where u.tenant = c.tenant and u.id = c.unit_id and c.payer is null;
alter table charge enable trigger charge_append_only;

-- the number that an owner has in the company's own files, where there is one
alter table owner
    add column reference text collate "C",
    add unique (tenant, reference);

create table occupant (
    tenant text collate "C" not null,
    id text collate "C" not null,
    seq bigint generated always as identity,
    unit_id text collate "C" not null,
    name text not null,
    mobile text,
    recorded_at timestamptz not null,
    primary key (tenant, id),
    foreign key (tenant, unit_id) references unit (tenant, id)
);
create index occupant_by_unit on occupant (unit_id, seq, tenant);

-- agreed once and never changed; that one ends is a row of its own
create table payer_term (
    tenant text collate "C" not null,
    id text collate "C" not null,
    seq bigint generated always as identity,
    unit_id text collate "C" not null,
    fee_item text collate "C",
    owner_id text collate "C",
    occupant_id text collate "C",
    from_day date not null,
    until_day date check (until_day > from_day),
    note text,
    recorded_at timestamptz not null,
    recorded_by text collate "C" not null,
    primary key (tenant, id),
    foreign key (tenant, unit_id) references unit (tenant, id),
    foreign key (tenant, owner_id) references owner (tenant, id),
    foreign key (tenant, occupant_id) references occupant (tenant, id),
    check (num_nonnulls(owner_id, occupant_id) = 1)
);
create index payer_term_by_unit on payer_term (unit_id, seq, tenant);
create trigger payer_term_append_only before update or delete on payer_term
    for each row execute function refuse_change();

create table payer_term_end (
    tenant text collate "C" not null,
    term_id text collate "C" not null,
    until_day date not null,
    note text,
    recorded_at timestamptz not null,
    recorded_by text collate "C" not null,
    primary key (tenant, term_id),
    foreign key (tenant, term_id) references payer_term (tenant, id)
);
create trigger payer_term_end_append_only before update or delete on payer_term_end
    for each row execute function refuse_change();
