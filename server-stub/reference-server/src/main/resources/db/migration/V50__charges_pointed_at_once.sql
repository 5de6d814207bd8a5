-- What the charges of a statement point at is looked up for each unit once, and the charges are gone
-- through once: a run adds tens of thousands of them in one statement.
create or replace function refuse_charge_of_nothing() returns trigger language plpgsql as $$
begin
    if exists (
            select from (select distinct tenant, bill_run_id, unit_id, work_order_id, late_with,
                replaces from added) a
            where not exists (select from unit u
                    where u.tenant = a.tenant and u.id = a.unit_id)
                or bill_run_id is not null and not exists (select from bill_run r
                    where r.tenant = a.tenant and r.id = a.bill_run_id)
                or work_order_id is not null and not exists (select from work_order w
                    where w.tenant = a.tenant and w.id = a.work_order_id)
                or late_with is not null and not exists (select from charge c
                    where c.tenant = a.tenant and c.id = a.late_with)
                or replaces is not null and not exists (select from charge_reversal v
                    where v.tenant = a.tenant and v.charge_id = a.replaces)) then
        raise exception 'a charge points at what does not exist'
            using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;
