-- A run is entered some of its charges at a time, in the order of calculation: those up to
-- entered_seq bind, from the day entered_on. failure is why the background does not get on with it.
alter table bill_run
    add column entered int not null default 0,
    add column entered_seq bigint not null default 0,
    add column failed_at timestamptz,
    add column failure jsonb,
    add constraint bill_run_failure check ((failed_at is null) = (failure is null));
update bill_run set entered = charged, entered_seq = 9223372036854775807
    where entered_on is not null;
drop index bill_run_unfinished;
create index bill_run_unfinished on bill_run (seq) where state in ('CALCULATING', 'ENTERING');
create index bill_run_entering on bill_run (entered_on, tenant) where state = 'ENTERING';

-- the next charges to be entered
create index charge_of_run on charge (bill_run_id, seq, tenant) where bill_run_id is not null;

-- The day from which a charge binds; null while it does not. A charge of a run binds with the run,
-- all others from a day of their own.
create function binds_on(c charge, r bill_run) returns date language sql immutable as $$
    select coalesce(c.entered_on, case when c.seq <= r.entered_seq then r.entered_on end)
$$;

-- Lines point at an entry. That is looked up once per statement instead of once per row, which is
-- as good as a foreign key: entries are never changed or deleted. The books grow, and what is added
-- does not: each entry is looked up by its key.
alter table journal_line drop constraint journal_line_tenant_entry_id_fkey;
create function refuse_line_of_nothing() returns trigger language plpgsql
set enable_hashjoin = off set enable_mergejoin = off as $$
begin
    if exists (
            select from (select distinct tenant, entry_id from added) a
            where not exists (select from journal_entry e
                where e.tenant = a.tenant and e.id = a.entry_id)) then
        raise exception 'a line points at no entry' using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;
create trigger journal_line_of_entry after insert on journal_line
    referencing new table as added
    for each statement execute function refuse_line_of_nothing();

-- lists by unit of a community, page by page
create index unit_by_community on unit (community_id, id, tenant);
