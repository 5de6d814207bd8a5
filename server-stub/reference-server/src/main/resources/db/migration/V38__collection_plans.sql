-- Collection plans: who is to collect what of the arrears that were listed when the plan was drawn
-- up, and the quarterly assessment of collectors. The lists never change; targets are worked out.
create table collection_plan (
    tenant text collate "C" not null,
    id text collate "C" not null,
    seq bigint generated always as identity,
    community_id text collate "C" not null,
    name text not null,
    from_day date not null,
    to_day date not null check (to_day > from_day),
    listed_on date not null,
    state text collate "C" not null,
    author_id text collate "C" not null,
    acting_post text collate "C" not null,
    authority_version text not null,
    recorded_at timestamptz not null,
    version bigint not null default 1,
    primary key (tenant, id),
    foreign key (tenant, community_id) references community (tenant, id)
);
create index collection_plan_by_order on collection_plan (seq, tenant);

create table collection_group (
    tenant text collate "C" not null,
    collection_plan_id text collate "C" not null,
    key text collate "C" not null,
    line int not null,
    level text collate "C" not null,
    above text collate "C",
    name text not null,
    leader_id text collate "C",
    primary key (tenant, collection_plan_id, key),
    foreign key (tenant, collection_plan_id) references collection_plan (tenant, id),
    foreign key (tenant, leader_id) references staff (tenant, id)
);

create table collection_group_building (
    tenant text collate "C" not null,
    collection_plan_id text collate "C" not null,
    building_id text collate "C" not null,
    line int not null,
    key text collate "C" not null,
    primary key (tenant, collection_plan_id, building_id),
    foreign key (tenant, collection_plan_id, key)
        references collection_group (tenant, collection_plan_id, key),
    foreign key (tenant, building_id) references building (tenant, id)
);

create table collection_goal (
    tenant text collate "C" not null,
    collection_plan_id text collate "C" not null,
    fee_item text collate "C" not null,
    line int not null,
    rate numeric not null check (rate > 0 and rate <= 1),
    primary key (tenant, collection_plan_id, fee_item),
    foreign key (tenant, collection_plan_id) references collection_plan (tenant, id)
);

-- what was open when the plan was drawn up; what was paid before it was listed does not count
create table collection_listing (
    tenant text collate "C" not null,
    collection_plan_id text collate "C" not null,
    charge_id text collate "C" not null,
    key text collate "C" not null,
    fee_item text collate "C" not null,
    due_minor bigint not null check (due_minor > 0),
    currency char(3) not null,
    after_line bigint not null,
    primary key (tenant, collection_plan_id, charge_id),
    foreign key (tenant, collection_plan_id, key)
        references collection_group (tenant, collection_plan_id, key),
    foreign key (tenant, charge_id) references charge (tenant, id)
);

create table collection_plan_event (
    tenant text collate "C" not null,
    collection_plan_id text collate "C" not null,
    seq bigint generated always as identity,
    action text collate "C" not null,
    on_day date not null,
    recorded_at timestamptz not null,
    staff_id text collate "C" not null,
    acting_post text collate "C" not null,
    authority_version text not null,
    primary key (tenant, collection_plan_id, seq),
    foreign key (tenant, collection_plan_id) references collection_plan (tenant, id)
);
create trigger collection_plan_event_append_only before update or delete on collection_plan_event
    for each row execute function refuse_change();
create trigger collection_listing_append_only before update or delete on collection_listing
    for each row execute function refuse_change();

create table collector_assessment (
    tenant text collate "C" not null,
    id text collate "C" not null,
    seq bigint generated always as identity,
    collector_id text collate "C" not null,
    year int not null,
    quarter int not null check (quarter between 1 and 4),
    planned_minor bigint not null check (planned_minor >= 0),
    collected_minor bigint not null check (collected_minor >= 0),
    currency char(3) not null,
    accounts_unclear boolean not null,
    note text,
    assessed_by text collate "C" not null,
    acting_post text collate "C" not null,
    authority_version text not null,
    recorded_at timestamptz not null,
    primary key (tenant, id),
    unique (tenant, collector_id, year, quarter),
    foreign key (tenant, collector_id) references staff (tenant, id)
);
create index collector_assessment_by_order on collector_assessment (seq, tenant);
create trigger collector_assessment_append_only before update or delete on collector_assessment
    for each row execute function refuse_change();
