-- Who decides for whom, what is kept apart, and decisions on their way. Rows that decided something
-- are added and ended, never removed: what held on a past day stays known.

create table delegation (
    tenant text collate "C" not null,
    id text collate "C" not null,
    from_id text collate "C" not null,
    post text collate "C" not null,
    to_id text collate "C" not null,
    kinds jsonb not null,
    limit_minor bigint,
    currency text collate "C",
    from_day date not null,
    to_day date not null,
    delegated_under text not null,
    created_at timestamptz not null,
    revoked_from date,
    revoked_at timestamptz,
    revocation_reason text,
    primary key (tenant, id),
    foreign key (tenant, from_id) references staff,
    foreign key (tenant, to_id) references staff,
    check (to_day > from_day),
    check ((limit_minor is null) = (currency is null)),
    check ((revoked_from is null) = (revoked_at is null))
);
create index delegation_by_delegate on delegation (tenant, to_id);

create table keeping (
    tenant text collate "C" not null,
    id text collate "C" not null,
    staff_id text collate "C" not null,
    thing text collate "C" not null,
    from_day date not null,
    to_day date,
    end_reason text,
    created_at timestamptz not null,
    primary key (tenant, id),
    foreign key (tenant, staff_id) references staff,
    check (to_day >= from_day)
);
create index keeping_by_staff on keeping (tenant, staff_id);

create table segregation_rule (
    tenant text collate "C" not null references tenant,
    id text collate "C" not null,
    zh text not null,
    en text not null,
    kind text collate "C" not null,
    left_keys jsonb not null,
    right_keys jsonb not null,
    effect text collate "C" not null,
    overridden_by text collate "C",
    from_day date not null,
    created_at timestamptz not null,
    primary key (tenant, id)
);

create table segregation_override (
    tenant text collate "C" not null,
    id text collate "C" not null,
    staff_id text collate "C" not null,
    rule text collate "C" not null,
    left_key text collate "C" not null,
    right_key text collate "C" not null,
    reason text not null,
    approved_by text collate "C" not null,
    approved_as text collate "C" not null,
    approved_under text not null,
    approved_on date not null,
    from_day date not null,
    to_day date not null,
    created_at timestamptz not null,
    primary key (tenant, id),
    foreign key (tenant, staff_id) references staff,
    foreign key (tenant, approved_by) references staff,
    check (to_day > from_day)
);
create index segregation_override_by_staff on segregation_override (tenant, staff_id);

create table approval (
    tenant text collate "C" not null,
    id text collate "C" not null,
    seq bigint generated always as identity,
    kind text collate "C" not null,
    amount_minor bigint,
    currency text collate "C",
    subject text not null,
    reference text,
    attachments jsonb not null,
    acts jsonb not null,
    requested_by text collate "C" not null,
    requested_as text collate "C" not null,
    requested_under text not null,
    requested_on date not null,
    requested_at timestamptz not null,
    state text collate "C" not null,
    version bigint not null default 1,
    primary key (tenant, id),
    unique (tenant, seq),
    foreign key (tenant, requested_by) references staff,
    check ((amount_minor is null) = (currency is null))
);

-- What happened to an approval, counted from one: the request, every step taken, the withdrawal.
create table approval_event (
    tenant text collate "C" not null,
    approval_id text collate "C" not null,
    ordinal int not null,
    action text collate "C" not null,
    at timestamptz not null,
    on_day date not null,
    staff_id text collate "C" not null,
    post text collate "C" not null,
    authority_version text not null,
    reason text not null,
    step_id text collate "C",
    verdict text collate "C",
    limit_minor bigint,
    limit_currency text collate "C",
    limit_from date,
    limit_demo boolean,
    delegation_id text collate "C",
    primary key (tenant, approval_id, ordinal),
    foreign key (tenant, approval_id) references approval,
    foreign key (tenant, staff_id) references staff,
    foreign key (tenant, delegation_id) references delegation,
    check ((step_id is null) = (verdict is null))
);

-- The refused attempts at one thing are part of its history.
create index audit_entry_refused on audit_entry (tenant, subject) where outcome = 'REFUSED';
