-- Deferrals, what being late costs, bad debts, and money held for others. Rows that tell what was
-- done are only added to; what stands is told by the latest step.
create table deferral (
    tenant text collate "C" not null,
    id text collate "C" not null,
    seq bigint generated always as identity,
    charge_id text collate "C" not null,
    due_on date not null,
    reason text not null,
    stated_on date not null,
    stated_by text collate "C" not null,
    stated_as text collate "C" not null,
    stated_under text not null,
    confirmed_on date,
    confirmed_by text collate "C",
    confirmed_as text collate "C",
    confirmed_under text,
    approval text,
    granted_on date,
    promised_on date,
    recorded_at timestamptz not null,
    version bigint not null default 1,
    primary key (tenant, id),
    foreign key (tenant, charge_id) references charge (tenant, id),
    check (granted_on is null or confirmed_on is not null)
);
create index deferral_by_charge on deferral (charge_id, tenant);
create index deferral_by_order on deferral (seq, tenant);

create table late_charge_rule (
    tenant text collate "C" not null,
    id text collate "C" not null,
    community_id text collate "C",
    fee_item text collate "C" not null,
    from_day date not null,
    rate text not null,
    per text collate "C" not null,
    grace_days integer not null check (grace_days >= 0),
    cap text,
    source text not null,
    recorded_by text collate "C" not null,
    recorded_at timestamptz not null,
    primary key (tenant, id),
    foreign key (tenant, community_id) references community (tenant, id)
);
create unique index late_charge_rule_starts_once
    on late_charge_rule (tenant, coalesce(community_id, ''), fee_item, from_day);
create index late_charge_rule_by_community on late_charge_rule (community_id, tenant);

create table write_off (
    tenant text collate "C" not null,
    id text collate "C" not null,
    seq bigint generated always as identity,
    charge_id text collate "C" not null,
    amount_minor bigint not null check (amount_minor > 0),
    currency char(3) not null,
    reason text not null,
    evidence text[] not null,
    proposed_on date not null,
    proposed_by text collate "C" not null,
    proposed_as text collate "C" not null,
    proposed_under text not null,
    approved_on date,
    approved_by text collate "C",
    approved_as text collate "C",
    approved_under text,
    approval text,
    posted_on date,
    recorded_at timestamptz not null,
    version bigint not null default 1,
    primary key (tenant, id),
    foreign key (tenant, charge_id) references charge (tenant, id)
);
create index write_off_by_charge on write_off (charge_id, tenant);
create index write_off_by_order on write_off (seq, tenant);

create table write_off_recovery (
    tenant text collate "C" not null,
    write_off_id text collate "C" not null,
    line integer not null,
    payment text not null,
    amount_minor bigint not null check (amount_minor > 0),
    recovered_on date not null,
    recorded_by text collate "C" not null,
    recorded_at timestamptz not null,
    primary key (tenant, write_off_id, line),
    foreign key (tenant, write_off_id) references write_off (tenant, id)
);
create trigger write_off_recovery_append_only before update or delete on write_off_recovery
    for each row execute function refuse_change();

create table deposit (
    tenant text collate "C" not null,
    id text collate "C" not null,
    seq bigint generated always as identity,
    unit_id text collate "C" not null,
    kind text collate "C" not null,
    amount_minor bigint not null check (amount_minor > 0),
    currency char(3) not null,
    method text collate "C" not null,
    receipt_no text collate "C" not null,
    taken_on date not null,
    taken_by text collate "C" not null,
    taken_as text collate "C" not null,
    taken_under text not null,
    state text collate "C" not null,
    recorded_at timestamptz not null,
    version bigint not null default 1,
    primary key (tenant, id),
    unique (tenant, receipt_no),
    foreign key (tenant, unit_id) references unit (tenant, id)
);
create index deposit_by_unit on deposit (unit_id, tenant);
create index deposit_by_order on deposit (seq, tenant);

create table deposit_step (
    tenant text collate "C" not null,
    deposit_id text collate "C" not null,
    line integer not null,
    action text collate "C" not null,
    done_on date not null,
    done_by text collate "C" not null,
    done_as text collate "C" not null,
    done_under text not null,
    amount_minor bigint not null check (amount_minor >= 0),
    reason text not null,
    paper text not null,
    method text collate "C",
    recorded_at timestamptz not null,
    primary key (tenant, deposit_id, line),
    foreign key (tenant, deposit_id) references deposit (tenant, id)
);
create trigger deposit_step_append_only before update or delete on deposit_step
    for each row execute function refuse_change();

create table deposit_summary (
    tenant text collate "C" not null,
    id text collate "C" not null,
    seq bigint generated always as identity,
    drawn_up_on date not null,
    drawn_up_by text collate "C" not null,
    drawn_up_as text collate "C" not null,
    drawn_up_under text not null,
    signed_on date,
    signed_by text collate "C",
    signed_as text collate "C",
    signed_under text,
    recorded_at timestamptz not null,
    version bigint not null default 1,
    primary key (tenant, id)
);
create index deposit_summary_by_order on deposit_summary (seq, tenant);

create table deposit_summary_line (
    tenant text collate "C" not null,
    summary_id text collate "C" not null,
    line integer not null,
    deposit_id text collate "C" not null,
    amount_minor bigint not null check (amount_minor > 0),
    currency char(3) not null,
    primary key (tenant, summary_id, line),
    unique (tenant, deposit_id),
    foreign key (tenant, summary_id) references deposit_summary (tenant, id),
    foreign key (tenant, deposit_id) references deposit (tenant, id)
);
create trigger deposit_summary_line_append_only before update or delete on deposit_summary_line
    for each row execute function refuse_change();
