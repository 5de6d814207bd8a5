drop index charge_key_of_run;
drop index charge_by_unit;
create unique index charge_key on charge (unit_id, fee_item, period_start, generation, tenant,
    (case when work_order_id is null and late_with is null then '' else id end));
drop index charge_key_of_order;
create unique index charge_key_of_order on charge (work_order_id, tenant)
    where work_order_id is not null;
drop index charge_by_run;
drop index charge_by_period;
create index charge_by_run on charge using brin (bill_run_id, period_start);
