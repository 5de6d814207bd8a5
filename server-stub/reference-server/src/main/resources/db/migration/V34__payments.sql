-- What becomes of payments: who paid, how it was shared out, what is undone and given back, and how
-- what is kept is used. What they settle are rows of charge_movement.
alter table payment
    add column payer text collate "C",
    add column allocation_order text collate "C" not null default 'OLDEST_FIRST',
    add column prepaid_item text collate "C";
alter table payment disable trigger payment_append_only;
update payment p set payer = 'OWNER:' || u.owner_id
from unit u where u.tenant = p.tenant and u.id = p.unit_id;
alter table payment enable trigger payment_append_only;
alter table payment alter column payer set not null;

-- kept_minor is what was kept for charges to come until the reversal was posted
create table payment_reversal (
    tenant text collate "C" not null,
    id text collate "C" not null,
    seq bigint generated always as identity,
    payment_id text collate "C" not null,
    cause text collate "C" not null,
    reason text not null,
    state text collate "C" not null,
    proposed_on date not null,
    proposed_by text collate "C" not null,
    proposed_as text collate "C" not null,
    proposed_under text not null,
    recorded_at timestamptz not null,
    decided_on date,
    decided_by text collate "C",
    decided_as text collate "C",
    decided_under text,
    reference text,
    kept_minor bigint not null default 0,
    version bigint not null default 1,
    primary key (tenant, id),
    foreign key (tenant, payment_id) references payment (tenant, id)
);
create index payment_reversal_by_order on payment_reversal (seq, tenant);
create unique index payment_reversal_once on payment_reversal (payment_id, tenant)
    where state = 'POSTED';
create index payment_reversal_by_payment on payment_reversal (payment_id, tenant);

-- kept_minor is how much of what was paid out had been kept for charges to come
create table payment_refund (
    tenant text collate "C" not null,
    id text collate "C" not null,
    seq bigint generated always as identity,
    payment_id text collate "C" not null,
    source text collate "C" not null,
    amount_minor bigint not null check (amount_minor > 0),
    currency char(3) not null,
    reason text not null,
    state text collate "C" not null,
    proposed_on date not null,
    proposed_by text collate "C" not null,
    proposed_as text collate "C" not null,
    proposed_under text not null,
    recorded_at timestamptz not null,
    decided_on date,
    decided_by text collate "C",
    decided_as text collate "C",
    decided_under text,
    reference text,
    method text collate "C",
    paid_on date,
    paid_by text collate "C",
    paid_as text collate "C",
    paid_under text,
    kept_minor bigint not null default 0,
    version bigint not null default 1,
    primary key (tenant, id),
    foreign key (tenant, payment_id) references payment (tenant, id)
);
create index payment_refund_by_order on payment_refund (seq, tenant);
create index payment_refund_by_payment on payment_refund (payment_id, tenant);

-- the row with the latest day holds; before the first one the oldest prepayment is used first
create table prepayment_rule (
    tenant text collate "C" not null references tenant,
    id text collate "C" not null,
    rule text collate "C" not null,
    from_day date not null,
    recorded_at timestamptz not null,
    recorded_by text collate "C" not null,
    primary key (tenant, id),
    unique (from_day, tenant)
);
