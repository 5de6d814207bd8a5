-- Some of a run's units are calculated at the same time as others, in transactions of their own.
-- Each leaves what it found here until the run has added it up; what a crash left is kept, so that
-- only the units between are calculated again.
create table bill_run_part (
    tenant text collate "C" not null,
    bill_run_id text collate "C" not null,
    after_unit_seq bigint not null,
    last_unit_seq bigint not null check (last_unit_seq > after_unit_seq),
    units int not null check (units >= 0),
    charged int not null check (charged >= 0),
    unchanged int not null check (unchanged >= 0),
    skipped int not null check (skipped >= 0),
    total_minor bigint not null check (total_minor >= 0),
    primary key (tenant, bill_run_id, after_unit_seq),
    foreign key (tenant, bill_run_id) references bill_run (tenant, id)
);

-- charges of a run are due on one day, so that in this order each comes after the one before
drop index charge_by_order;
create index charge_by_due_day on charge (due_on, id, tenant);

-- Who is charged for a unit is or was its owner, or has or had a term of payment for it, and of both
-- nothing is ever deleted: so the charges of a payer are found through units. They are few, while
-- each charge of a run would have to be put between all others of its payer.
drop index charge_by_payer;
create index unit_fact_by_owner on unit_fact (('OWNER:' || owner_id), tenant)
    where owner_id is not null;
create index payer_term_by_payer on payer_term
    ((coalesce('OWNER:' || owner_id, 'OCCUPANT:' || occupant_id)), tenant);

-- The tables that charges point at grow, and what is added does not: each row is looked up by its
-- key, which offset 0 asks for; without it, whole tables are read to compare them.
create or replace function refuse_charge_of_nothing() returns trigger language plpgsql as $$
begin
    if exists (
            select from (select distinct tenant, bill_run_id, unit_id, work_order_id, late_with,
                replaces from added) a
            where not exists (select from unit u
                    where u.tenant = a.tenant and u.id = a.unit_id offset 0)
                or bill_run_id is not null and not exists (select from bill_run r
                    where r.tenant = a.tenant and r.id = a.bill_run_id offset 0)
                or work_order_id is not null and not exists (select from work_order w
                    where w.tenant = a.tenant and w.id = a.work_order_id offset 0)
                or late_with is not null and not exists (select from charge c
                    where c.tenant = a.tenant and c.id = a.late_with offset 0)
                or replaces is not null and not exists (select from charge_reversal v
                    where v.tenant = a.tenant and v.charge_id = a.replaces offset 0)) then
        raise exception 'a charge points at what does not exist'
            using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;
