-- The books. Append-only: corrections point at what they correct.
create table journal_entry (
    tenant text not null,
    id text not null,
    seq bigint generated always as identity,
    posted_on date not null,
    period date not null,
    narrative text not null,
    source_kind text not null,
    source_id text not null,
    reverses_id text,
    recorded_at timestamptz not null,
    recorded_by text not null,
    primary key (tenant, id),
    -- one entry per source document: a retry cannot post twice
    unique (source_kind, source_id, tenant)
);
create index journal_entry_by_period on journal_entry (period, seq, tenant);

create table journal_line (
    tenant text not null,
    entry_id text not null,
    line int not null,
    account text not null,
    side text not null check (side in ('DEBIT', 'CREDIT')),
    amount_minor bigint not null check (amount_minor > 0),
    currency char(3) not null,
    counterparty text,
    primary key (tenant, entry_id, line),
    foreign key (tenant, entry_id) references journal_entry (tenant, id)
);
create index journal_line_by_account on journal_line (account, tenant);

create table accounting_period (
    tenant text not null,
    period date not null,
    state text not null,
    closed_on date,
    closed_by text,
    primary key (tenant, period)
);

-- the last guard behind the code: what is booked or paid is never changed
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;

create trigger journal_entry_append_only before update or delete on journal_entry
    for each row execute function refuse_change();
create trigger journal_line_append_only before update or delete on journal_line
    for each row execute function refuse_change();
create trigger payment_append_only before update or delete on payment
    for each row execute function refuse_change();
create trigger payment_allocation_append_only before update or delete on payment_allocation
    for each row execute function refuse_change();
create trigger charge_append_only before update or delete on charge
    for each row execute function refuse_change();
create trigger meter_reading_append_only before update or delete on meter_reading
    for each row execute function refuse_change();
create trigger audit_entry_append_only before update or delete on audit_entry
    for each row execute function refuse_change();
