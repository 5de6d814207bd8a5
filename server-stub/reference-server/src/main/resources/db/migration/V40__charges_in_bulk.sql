-- A run adds hundreds of thousands of charges, so what is asked of each of them is kept few.

-- The natural key of a run's charges is that of every charge: one of an order or for being late has
-- its id in it, and with that is never taken twice. So it finds the charges of a unit, too.
drop index charge_key_of_run;
drop index charge_by_unit;
create unique index charge_key on charge (unit_id, fee_item, period_start, generation,
    (case when work_order_id is null and late_with is null then '' else id end), tenant);

-- none of these is for a charge of a run
drop index charge_key_of_order;
create unique index charge_key_of_order on charge (work_order_id, tenant)
    where work_order_id is not null;

-- charges of a run and of a month lie together
drop index charge_by_run;
drop index charge_by_period;
create index charge_by_run on charge using brin (bill_run_id, period_start)
    with (autosummarize = on);

-- What charges point at is looked up once per statement instead of once per row. That is as good
-- as a foreign key, for charges are never changed, and what they point at is never deleted or
-- renamed: reversals and charges by triggers of their own, the others by those below.
alter table charge
    drop constraint charge_tenant_bill_run_id_fkey,
    drop constraint charge_tenant_unit_id_fkey,
    drop constraint charge_tenant_work_order_id_fkey,
    drop constraint charge_tenant_late_with_fkey,
    drop constraint charge_replaces_reversed;

create function refuse_charge_of_nothing() returns trigger language plpgsql as $$
begin
    if exists (
            select from (select distinct tenant, bill_run_id from added) a
            where bill_run_id is not null and not exists (select from bill_run r
                where r.tenant = a.tenant and r.id = a.bill_run_id))
        or exists (
            select from (select distinct tenant, unit_id from added) a
            where not exists (select from unit u
                where u.tenant = a.tenant and u.id = a.unit_id))
        or exists (
            select from added a
            where work_order_id is not null and not exists (select from work_order w
                where w.tenant = a.tenant and w.id = a.work_order_id))
        or exists (
            select from added a
            where late_with is not null and not exists (select from charge c
                where c.tenant = a.tenant and c.id = a.late_with))
        or exists (
            select from added a
            where replaces is not null and not exists (select from charge_reversal v
                where v.tenant = a.tenant and v.charge_id = a.replaces)) then
        raise exception 'a charge points at what does not exist'
            using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;
create trigger charge_points_at_something after insert on charge
    referencing new table as added
    for each statement execute function refuse_charge_of_nothing();

create trigger unit_stays before delete or update of tenant, id on unit
    for each row execute function refuse_change();
create trigger bill_run_stays before delete or update of tenant, id on bill_run
    for each row execute function refuse_change();
create trigger work_order_stays before delete or update of tenant, id on work_order
    for each row execute function refuse_change();
