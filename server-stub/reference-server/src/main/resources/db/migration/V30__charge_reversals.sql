-- A charge is never changed. One that binds is taken back by a reversal, once; its days are charged
-- again at most once, by charges that name it. Those of a run that was cancelled never bound and
-- may go.
create table charge_reversal (
    tenant text collate "C" not null,
    charge_id text collate "C" not null,
    seq bigint generated always as identity,
    reason text not null,
    reversed_on date not null,
    recorded_at timestamptz not null,
    reversed_by text collate "C" not null,
    acting_post text collate "C" not null,
    authority_version text not null,
    primary key (tenant, charge_id),
    foreign key (tenant, charge_id) references charge (tenant, id)
);
create trigger charge_reversal_append_only before update or delete on charge_reversal
    for each row execute function refuse_change();

-- generation counts the replacements that led to a charge. Whatever else may go wrong: of one unit,
-- fee and first day there is one charge per generation, what is replaced was reversed, and no two
-- charges replace the same days of it.
alter table charge
    add column replaces text collate "C",
    add column generation int not null default 0 check (generation >= 0),
    add constraint charge_replaces_reversed
        foreign key (tenant, replaces) references charge_reversal (tenant, charge_id),
    add constraint charge_generation check ((replaces is null) = (generation = 0)),
    drop constraint charge_of_run_or_order,
    add constraint charge_of_run_or_order check (
        (bill_run_id is null) = (work_order_id is not null)
        and (work_order_id is not null or replaces is not null) = (entered_on is not null));
drop index charge_key_of_run;
create unique index charge_key_of_run
    on charge (unit_id, fee_item, period_start, generation, tenant) where work_order_id is null;
create unique index charge_replacement on charge (replaces, period_start, tenant)
    where replaces is not null;

create function refuse_change_of_charge() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and exists (select 1 from bill_run r where r.tenant = old.tenant
            and r.id = old.bill_run_id and r.state = 'CANCELLED' and r.entered_on is null) then
        return old;
    end if;
    raise exception '% is append-only', tg_table_name;
end $$;
drop trigger charge_append_only on charge;
create trigger charge_append_only before update or delete on charge
    for each row execute function refuse_change_of_charge();
