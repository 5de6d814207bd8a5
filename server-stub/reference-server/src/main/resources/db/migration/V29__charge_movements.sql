-- All that changes what is open of a charge, in one place and in the order it happened: open is the
-- amount less the sum of its movements. What settles a charge writes here in its own transaction.
create table charge_movement (
    tenant text collate "C" not null,
    charge_id text collate "C" not null,
    line bigint generated always as identity,
    on_day date not null,
    kind text collate "C" not null,
    amount_minor bigint not null check (amount_minor <> 0),
    source_id text collate "C" not null,
    primary key (tenant, charge_id, line),
    foreign key (tenant, charge_id) references charge (tenant, id)
);
create index charge_movement_by_charge on charge_movement (charge_id, tenant)
    include (on_day, amount_minor);
create index charge_movement_by_source on charge_movement (source_id, tenant);
create trigger charge_movement_append_only before update or delete on charge_movement
    for each row execute function refuse_change();

insert into charge_movement (tenant, charge_id, on_day, kind, amount_minor, source_id)
select tenant, charge_id, on_day, kind, amount_minor, source_id from (
    select a.tenant, a.charge_id, p.paid_on as on_day, 'ALLOCATION' as kind, a.amount_minor,
        a.payment_id as source_id, p.recorded_at, a.line
    from payment_allocation a join payment p on p.tenant = a.tenant and p.id = a.payment_id
    union all
    select tenant, charge_id, signed_on, 'WAIVER', amount_minor, id, recorded_at, 0
    from waiver where state = 'POSTED'
    union all
    select tenant, charge_id, refunded_on, 'REFUND', amount_minor - paid_out_minor, id,
        recorded_at, 0
    from charge_refund where amount_minor > paid_out_minor
) past order by recorded_at, source_id, line;

-- who owes it; where it is not said, the owner of the unit does
alter table charge add column payer text collate "C";
create index charge_by_payer on charge (payer, tenant);
