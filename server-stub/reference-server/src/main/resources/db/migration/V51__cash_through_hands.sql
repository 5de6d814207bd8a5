alter table late_charge_rule
    add column rounding text collate "C" not null default 'HALF_UP';

-- The day of the count, beside when it was recorded; and all that went through a collector's hands.
alter table collector_day add column counted_on date;
update collector_day set counted_on =
    least((closed_at at time zone 'Asia/Shanghai')::date, coalesce(handed_on, 'infinity'))
where closed_at is not null;

create index payment_reversal_by_day on payment_reversal (decided_on, tenant)
    where state = 'POSTED';
create index payment_refund_by_payer on payment_refund (paid_by, paid_on, tenant)
    where paid_on is not null;
create index charge_refund_by_approver on charge_refund
    ((approved_by collate "C"), refunded_on, tenant) where paid_out_minor > 0;
create index deposit_by_collector on deposit (taken_by, taken_on, tenant);
create index deposit_refund_by_payer on deposit_step (done_by, done_on, tenant)
    where action = 'REFUND';

-- amount_minor is below zero for what was paid out
create view taking as
select tenant, recorded_by as collector_id, paid_on as day, 'PAYMENT' as kind, id as document,
    method, currency, amount_minor, recorded_at
from payment
union all
select r.tenant, p.recorded_by, r.decided_on, 'PAYMENT_REVERSED', p.id, p.method, p.currency,
    -p.amount_minor, r.recorded_at
from payment_reversal r join payment p on p.tenant = r.tenant and p.id = r.payment_id
where r.state = 'POSTED'
union all
select tenant, paid_by, paid_on, 'PAYMENT_REFUNDED', id, method, currency, -amount_minor,
    recorded_at
from payment_refund
where paid_on is not null
union all
select tenant, taken_by, taken_on, 'DEPOSIT', id, method, currency, amount_minor, recorded_at
from deposit
union all
select s.tenant, s.done_by, s.done_on, 'DEPOSIT_REFUNDED', d.id, s.method, d.currency,
    -s.amount_minor, s.recorded_at
from deposit_step s join deposit d on d.tenant = s.tenant and d.id = s.deposit_id
where s.action = 'REFUND' and s.amount_minor > 0
union all
select tenant collate "C", approved_by collate "C", refunded_on, 'SERVICE_REFUNDED',
    id collate "C", method collate "C", currency, -paid_out_minor, recorded_at
from charge_refund
where paid_out_minor > 0;

-- what went through somebody's hands before has its day, too
insert into collector_day (tenant, id, collector_id, day, currency)
select distinct on (tenant, collector_id, day) tenant,
    'td_' || substr(md5(tenant || ' ' || collector_id || ' ' || day), 1, 26), collector_id, day,
    currency
from taking
on conflict (day, collector_id, tenant) do nothing;

-- rows of a company's own that are laid over a table of the product, or take its place, from a day on
create table rule_table (
    tenant text collate "C" not null references tenant,
    id text collate "C" not null,
    catalogue text collate "C" not null,
    from_day date not null,
    rows text not null,
    source text not null,
    recorded_by text collate "C" not null,
    recorded_at timestamptz not null,
    primary key (tenant, id),
    unique (catalogue, from_day, tenant)
);
create trigger rule_table_append_only before update or delete on rule_table
    for each row execute function refuse_change();
