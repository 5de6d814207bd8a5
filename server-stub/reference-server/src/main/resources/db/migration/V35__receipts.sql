-- Receipts on paper, numbered by book and year, and the takings of each collector, day by day.
-- payment.receipt_no goes on as the running number of the company's payments.
create table receipt_book (
    tenant text collate "C" not null references tenant,
    name text collate "C" not null,
    year int not null,
    last_no bigint not null check (last_no >= 0),
    last_on date not null,
    primary key (tenant, name, year)
);

create table receipt (
    tenant text collate "C" not null,
    id text collate "C" not null,
    book text collate "C" not null,
    year int not null,
    number bigint not null check (number > 0),
    payment_id text collate "C" not null,
    issued_on date not null,
    state text collate "C" not null,
    payer_name text not null default '',
    prints int not null default 0,
    handed_on date,
    void_reason text not null default '',
    voided_by text collate "C",
    voided_as text collate "C",
    voided_under text,
    voided_at timestamptz,
    issued_by text collate "C" not null,
    issued_as text collate "C" not null,
    issued_under text not null,
    recorded_at timestamptz not null,
    version bigint not null default 1,
    primary key (tenant, id),
    unique (year, book, number, tenant),
    foreign key (tenant, book, year) references receipt_book (tenant, name, year),
    foreign key (tenant, payment_id) references payment (tenant, id)
);
-- a payment has one receipt that stands
create unique index receipt_standing on receipt (payment_id, tenant) where state <> 'VOID';
create index receipt_of_payment on receipt (payment_id, tenant);

create table collector_day (
    tenant text collate "C" not null references tenant,
    id text collate "C" not null,
    collector_id text collate "C" not null,
    day date not null,
    currency char(3) not null,
    counted_minor bigint check (counted_minor >= 0),
    explanation text not null default '',
    closed_by text collate "C",
    closed_as text collate "C",
    closed_under text,
    closed_at timestamptz,
    handed_minor bigint check (handed_minor >= 0),
    handed_on date,
    approval text not null default '',
    received_by text collate "C",
    received_as text collate "C",
    received_under text,
    handed_at timestamptz,
    version bigint not null default 1,
    primary key (tenant, id),
    unique (day, collector_id, tenant)
);
create index payment_by_collector on payment (recorded_by, paid_on, tenant);

-- what was paid before has its receipt and its day, too
insert into receipt_book (tenant, name, year, last_no, last_on)
select tenant, 'A', extract(year from day)::int, count(*), max(day)
from (select tenant, (recorded_at at time zone 'Asia/Shanghai')::date as day from payment) paid
group by tenant, extract(year from day)::int;

insert into receipt (tenant, id, book, year, number, payment_id, issued_on, state, issued_by,
    issued_as, issued_under, recorded_at)
select tenant, 'rc_' || substr(md5(tenant || ' ' || id), 1, 26), 'A', extract(year from day)::int,
    row_number() over (partition by tenant, extract(year from day) order by receipt_no), id, day,
    'ISSUED', recorded_by, acting_post, authority_version, recorded_at
from (select *, (recorded_at at time zone 'Asia/Shanghai')::date as day from payment) paid;

insert into collector_day (tenant, id, collector_id, day, currency)
select distinct on (tenant, recorded_by, paid_on) tenant,
    'td_' || substr(md5(tenant || ' ' || recorded_by || ' ' || paid_on), 1, 26), recorded_by,
    paid_on, currency
from payment;
