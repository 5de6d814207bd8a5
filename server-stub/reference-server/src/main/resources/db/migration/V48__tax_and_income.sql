-- whose income a company's own fee item is
alter table fee_item add column income text collate "C" not null default 'OWN'
    check (income in ('OWN', 'ON_BEHALF'));

-- What of a charge is value-added tax, as the books post it. What binds was posted without: its
-- whole amount is income in the books, so that is what taking it back takes back, and it stays 0.
alter table charge add column tax_minor bigint not null default 0;

-- What was only calculated will be posted with its tax, which is cut out of the amount; that comes
-- to the same for a price with its tax and for one without. Of a part of a period the trace may
-- say a coin more or less: only computing all of it again would tell, and the books post this.
alter table charge disable trigger charge_append_only;
update charge c set tax_minor = div(t.part, t.whole) + case t.rounding
        when 'UP' then (mod(t.part, t.whole) > 0)::int
        when 'CEILING' then (mod(t.part, t.whole) > 0)::int
        when 'HALF_UP' then (2 * mod(t.part, t.whole) >= t.whole)::int
        when 'HALF_DOWN' then (2 * mod(t.part, t.whole) > t.whole)::int
        when 'HALF_EVEN' then (2 * mod(t.part, t.whole) + mod(div(t.part, t.whole), 2)
            > t.whole)::int
        else 0 end
from (select r.tenant, r.id, r.rounding, r.amount_minor * r.above as part, r.above + r.below as whole
    from (select c.tenant, c.id, c.amount_minor, c.trace ->> 'rounding' as rounding,
            split_part(c.trace ->> 'tax_rate', '/', 1)::numeric as above,
            coalesce(nullif(split_part(c.trace ->> 'tax_rate', '/', 2), ''), '1')::numeric as below
        from charge c join bill_run b on b.tenant = c.tenant and b.id = c.bill_run_id
        where c.entered_on is null and b.entered_on is null
            and c.trace ->> 'tax' in ('INCLUSIVE', 'EXCLUSIVE')) r) t
where c.tenant = t.tenant and c.id = t.id;
alter table charge enable trigger charge_append_only;

alter table charge add constraint charge_tax check (tax_minor between 0 and amount_minor);
