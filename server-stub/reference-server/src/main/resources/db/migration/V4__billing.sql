-- Tariffs, bill runs, charges, payments, receipts and waivers. Amounts are whole minor units.
-- Prices keep the decimals they were given with: 2.40 stays 2.40.
create table tariff (
    tenant text collate "C" not null,
    id text collate "C" not null,
    seq bigint generated always as identity,
    community_id text collate "C" not null,
    fee_item text collate "C" not null,
    use text collate "C" not null,
    price numeric not null check (price > 0 and scale(price) <= 6),
    currency char(3) not null,
    from_day date not null,
    primary key (tenant, id),
    unique (community_id, fee_item, use, from_day, tenant),
    foreign key (tenant, community_id) references community (tenant, id)
);

-- last_unit_seq is how far the run has come: a run that was cut off goes on behind it.
-- entered_on is the day from which its charges bind; they themselves are never changed.
create table bill_run (
    tenant text collate "C" not null,
    id text collate "C" not null,
    seq bigint generated always as identity,
    community_id text collate "C" not null,
    period date not null,
    due_on date not null,
    state text collate "C" not null,
    units_total int not null,
    units_done int not null default 0,
    charged int not null default 0,
    unchanged int not null default 0,
    skipped int not null default 0,
    total_minor bigint not null default 0,
    currency char(3) not null,
    last_unit_seq bigint not null default 0,
    created_at timestamptz not null,
    created_by text collate "C" not null,
    acting_post text collate "C" not null,
    authority_version text not null,
    entered_on date,
    version bigint not null default 1,
    primary key (tenant, id),
    foreign key (tenant, community_id) references community (tenant, id)
);
create index bill_run_by_order on bill_run (seq, tenant);
create index bill_run_unfinished on bill_run (seq) where state = 'CALCULATING';

create table bill_run_event (
    tenant text collate "C" not null,
    bill_run_id text collate "C" not null,
    seq bigint generated always as identity,
    action text collate "C" not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    staff_id text collate "C" not null,
    acting_post text collate "C" not null,
    authority_version text not null,
    primary key (tenant, bill_run_id, seq),
    foreign key (tenant, bill_run_id) references bill_run (tenant, id)
);

-- the natural key (unit, fee item, service period) is what makes a run repeatable
create table charge (
    tenant text collate "C" not null,
    id text collate "C" not null,
    seq bigint generated always as identity,
    bill_run_id text collate "C" not null,
    unit_id text collate "C" not null,
    fee_item text collate "C" not null,
    period_start date not null,
    period_end date not null,
    amount_minor bigint not null check (amount_minor > 0),
    currency char(3) not null,
    due_on date not null,
    trace jsonb not null,
    primary key (tenant, id),
    unique (unit_id, fee_item, period_start, period_end, tenant),
    foreign key (tenant, bill_run_id) references bill_run (tenant, id),
    foreign key (tenant, unit_id) references unit (tenant, id)
);
create index charge_by_order on charge (due_on, fee_item, id, tenant);
create index charge_by_run on charge (bill_run_id, tenant);
create index charge_by_period on charge (period_start, tenant);

-- consumption that was billed: a fee item takes a reading as its end once at most
create table charge_reading (
    tenant text collate "C" not null,
    charge_id text collate "C" not null,
    meter_id text collate "C" not null,
    fee_item text collate "C" not null,
    opening_reading_id text collate "C",
    opening_value numeric not null,
    closing_reading_id text collate "C" not null,
    closing_value numeric not null,
    closing_on date not null,
    primary key (tenant, charge_id, meter_id),
    unique (meter_id, fee_item, closing_reading_id, tenant),
    foreign key (tenant, charge_id) references charge (tenant, id),
    foreign key (tenant, meter_id) references meter (tenant, id),
    foreign key (tenant, opening_reading_id) references meter_reading (tenant, id),
    foreign key (tenant, closing_reading_id) references meter_reading (tenant, id)
);

create table bill_run_skip (
    tenant text collate "C" not null,
    bill_run_id text collate "C" not null,
    seq bigint generated always as identity,
    unit_id text collate "C" not null,
    fee_item text collate "C" not null,
    reason text collate "C" not null,
    primary key (tenant, bill_run_id, unit_id, fee_item),
    foreign key (tenant, bill_run_id) references bill_run (tenant, id)
);

-- counted in the transaction of the payment, so that a payment that fails leaves no gap
create table receipt_counter (
    tenant text collate "C" primary key references tenant,
    last_no bigint not null
);

create table payment (
    tenant text collate "C" not null,
    id text collate "C" not null,
    seq bigint generated always as identity,
    unit_id text collate "C" not null,
    amount_minor bigint not null check (amount_minor > 0),
    prepayment_minor bigint not null check (prepayment_minor >= 0),
    currency char(3) not null,
    method text collate "C" not null,
    paid_on date not null,
    receipt_no bigint not null,
    external_reference text collate "C",
    recorded_at timestamptz not null,
    recorded_by text collate "C" not null,
    acting_post text collate "C" not null,
    authority_version text not null,
    primary key (tenant, id),
    unique (receipt_no, tenant),
    unique (external_reference, tenant),
    foreign key (tenant, unit_id) references unit (tenant, id)
);
create index payment_by_unit on payment (unit_id, tenant);
create index payment_by_day on payment (paid_on, receipt_no, tenant);

create table payment_allocation (
    tenant text collate "C" not null,
    payment_id text collate "C" not null,
    line int not null,
    charge_id text collate "C" not null,
    amount_minor bigint not null check (amount_minor > 0),
    primary key (tenant, payment_id, line),
    foreign key (tenant, payment_id) references payment (tenant, id),
    foreign key (tenant, charge_id) references charge (tenant, id)
);
create index payment_allocation_by_charge on payment_allocation (charge_id, tenant);

create table waiver (
    tenant text collate "C" not null,
    id text collate "C" not null,
    seq bigint generated always as identity,
    charge_id text collate "C" not null,
    amount_minor bigint not null check (amount_minor > 0),
    currency char(3) not null,
    reason text not null,
    attachments jsonb not null,
    state text collate "C" not null,
    proposed_on date not null,
    proposed_by text collate "C" not null,
    proposed_as text collate "C" not null,
    proposed_under text not null,
    recorded_at timestamptz not null,
    signed_on date,
    signed_by text collate "C",
    signed_as text collate "C",
    authority_version text,
    version bigint not null default 1,
    primary key (tenant, id),
    foreign key (tenant, charge_id) references charge (tenant, id)
);
create index waiver_by_charge on waiver (charge_id, tenant);
create index waiver_by_order on waiver (seq, tenant);
