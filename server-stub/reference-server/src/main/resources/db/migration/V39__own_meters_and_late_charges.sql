-- which meters a company's own fee item bills
alter table fee_item
    add column meters text collate "C",
    add constraint fee_item_meters check ((basis = 'METER') = (meters is not null));

-- A charge is of a run, of an order, or for being late with another charge; of that it names the
-- charge, and binds from the day it was entered.
alter table charge
    add column late_with text collate "C",
    drop constraint charge_of_run_or_order,
    add constraint charge_of_run_or_order check (
        num_nonnulls(bill_run_id, work_order_id, late_with) = 1
        and (bill_run_id is null or replaces is not null) = (entered_on is not null)),
    add foreign key (tenant, late_with) references charge (tenant, id);
create index charge_by_late on charge (late_with, tenant) where late_with is not null;
drop index charge_key_of_run;
create unique index charge_key_of_run
    on charge (unit_id, fee_item, period_start, generation, tenant)
    where work_order_id is null and late_with is null;
