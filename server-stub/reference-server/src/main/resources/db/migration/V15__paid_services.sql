-- Paid repairs and special services: prices, the paid work of an order, its charge and refunds.
-- A charge is of a run or of an order; that of an order binds from the day it was made.
alter table charge alter column bill_run_id drop not null;
alter table charge add column work_order_id text;
alter table charge add column entered_on date;
alter table charge add constraint charge_of_run_or_order check (
    (bill_run_id is null) = (work_order_id is not null)
    and (work_order_id is null) = (entered_on is null));
alter table charge add foreign key (tenant, work_order_id) references work_order (tenant, id);
-- the natural keys: unit, fee item and service period of a run's, the order of the others
alter table charge drop constraint charge_unit_id_fee_item_period_start_period_end_tenant_key;
create unique index charge_key_of_run
    on charge (unit_id, fee_item, period_start, period_end, tenant) where work_order_id is null;
create unique index charge_key_of_order on charge (work_order_id, tenant);
create index charge_by_unit on charge (unit_id, tenant);

create table service_price (
    tenant text not null references tenant,
    id text not null,
    item text collate "C" not null,
    label_zh text not null,
    label_en text not null,
    kind text not null,
    unit_zh text not null,
    unit_en text not null,
    price_minor bigint not null check (price_minor >= 0),
    currency char(3) not null,
    from_day date not null,
    last_day date check (last_day >= from_day),
    primary key (tenant, id),
    unique (item, from_day, tenant)
);

-- content: terms, quote, consent and work done, as they stand; the events are the history
create table paid_work (
    tenant text not null,
    work_order_id text not null,
    state text not null,
    content jsonb not null,
    charge_id text collate "C",
    version bigint not null default 1,
    primary key (tenant, work_order_id),
    unique (charge_id, tenant),
    foreign key (tenant, work_order_id) references work_order (tenant, id),
    foreign key (tenant, charge_id) references charge (tenant, id)
);

create table paid_work_event (
    tenant text not null,
    work_order_id text not null,
    seq bigint generated always as identity,
    action text not null,
    total_minor bigint not null,
    currency char(3) not null,
    means text,
    attachment text,
    note text,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    staff_id text not null,
    acting_post text not null,
    authority_version text not null,
    primary key (tenant, work_order_id, seq),
    foreign key (tenant, work_order_id) references paid_work (tenant, work_order_id)
);
create trigger paid_work_event_append_only before update or delete on paid_work_event
    for each row execute function refuse_change();

-- paid_out_minor is what went back to the customer; the rest was no longer owed
create table charge_refund (
    tenant text not null,
    id text not null,
    seq bigint generated always as identity,
    work_order_id text not null,
    charge_id text collate "C" not null,
    amount_minor bigint not null check (amount_minor > 0),
    paid_out_minor bigint not null check (paid_out_minor between 0 and amount_minor),
    currency char(3) not null,
    method text,
    reason text not null,
    refunded_on date not null,
    approved_at timestamptz not null,
    recorded_at timestamptz not null,
    approved_by text not null,
    acting_post text not null,
    authority_version text not null,
    check ((method is null) = (paid_out_minor = 0)),
    primary key (tenant, id),
    foreign key (tenant, work_order_id) references paid_work (tenant, work_order_id),
    foreign key (tenant, charge_id) references charge (tenant, id)
);
create index charge_refund_by_charge on charge_refund (charge_id, tenant);
create index charge_refund_by_order on charge_refund (work_order_id, tenant);
create trigger charge_refund_append_only before update or delete on charge_refund
    for each row execute function refuse_change();
