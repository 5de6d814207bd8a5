-- A charge that was reversed keeps nothing from being charged. A run may charge its days again, as
-- the next generation of the key, and the same readings are billed again.
alter table charge
    drop constraint charge_generation,
    add constraint charge_generation check (replaces is null or generation > 0);

alter table charge_reading
    drop constraint charge_reading_meter_id_fee_item_closing_reading_id_tenant_key,
    add column period_start date,
    add column period_end date;
create index charge_reading_by_meter on charge_reading (meter_id, fee_item, closing_on, tenant);

-- until now what replaced a charge billed what that had billed, without saying so
with recursive chain as (
    select tenant, id, replaces as first from charge where replaces is not null
    union all
    select n.tenant, n.id, c.replaces
    from chain n join charge c on c.tenant = n.tenant and c.id = n.first
    where c.replaces is not null
)
insert into charge_reading (tenant, charge_id, meter_id, fee_item, opening_reading_id,
    opening_value, closing_reading_id, closing_value, closing_on, adjustment)
select n.tenant, n.id, r.meter_id, r.fee_item, r.opening_reading_id, r.opening_value,
    r.closing_reading_id, r.closing_value, r.closing_on, r.adjustment
from chain n join charge_reading r on r.tenant = n.tenant and r.charge_id = n.first;

update charge_reading r set period_start = c.period_start, period_end = c.period_end
from charge c where c.tenant = r.tenant and c.id = r.charge_id;
alter table charge_reading
    alter column period_start set not null,
    alter column period_end set not null;
