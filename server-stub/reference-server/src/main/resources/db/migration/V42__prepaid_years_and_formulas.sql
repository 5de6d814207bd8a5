-- Years that are paid ahead, each by a payment that is kept for its charges; a year whose payment is
-- reversed earns nothing any longer. And what the formulas of tariffs know.
create table prepaid_year (
    tenant text collate "C" not null,
    id text collate "C" not null,
    seq bigint generated always as identity,
    unit_id text collate "C" not null,
    fee_item text collate "C" not null,
    first_day date not null,
    end_day date not null check (end_day > first_day),
    payer text collate "C" not null,
    payment_id text collate "C" not null,
    full_minor bigint not null,
    reduced_minor bigint not null check (reduced_minor > 0 and reduced_minor <= full_minor),
    currency char(3) not null,
    recorded_at timestamptz not null,
    primary key (tenant, id),
    foreign key (tenant, unit_id) references unit (tenant, id),
    foreign key (tenant, payment_id) references payment (tenant, id)
);
create index prepaid_year_by_unit on prepaid_year (unit_id, seq, tenant);
create unique index prepaid_year_by_payment on prepaid_year (payment_id, tenant);
create trigger prepaid_year_append_only before update or delete on prepaid_year
    for each row execute function refuse_change();

-- what a price is multiplied by, as it was typed; null where the fee is not by a formula
alter table tariff add column formula text;

-- for a unit, for a building, or for all of the community; what was stated last counts
create table formula_fact (
    tenant text collate "C" not null,
    id text collate "C" not null,
    seq bigint generated always as identity,
    community_id text collate "C" not null,
    building_id text collate "C",
    unit_id text collate "C",
    name text collate "C" not null,
    value numeric not null check (value >= 0 and scale(value) <= 6),
    from_day date not null,
    until_day date check (until_day > from_day),
    source text not null,
    recorded_at timestamptz not null,
    primary key (tenant, id),
    check (building_id is null or unit_id is null),
    foreign key (tenant, community_id) references community (tenant, id),
    foreign key (tenant, building_id) references building (tenant, id),
    foreign key (tenant, unit_id) references unit (tenant, id)
);
create index formula_fact_by_community on formula_fact (community_id, seq, tenant);
create trigger formula_fact_append_only before update or delete on formula_fact
    for each row execute function refuse_change();
