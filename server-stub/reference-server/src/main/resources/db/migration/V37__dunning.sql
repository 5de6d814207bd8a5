-- Who is reminded of what is owed. What is owed itself is never kept: it is the charges less their
-- movements up to the day that is asked for.
create table dunning_case (
    tenant text collate "C" not null,
    id text collate "C" not null,
    seq bigint generated always as identity,
    community_id text collate "C" not null,
    payer text collate "C" not null,
    state text collate "C" not null,
    level text collate "C",
    opened_on date not null,
    promised_on date,
    promised_by date check (promised_by >= promised_on),
    promised_minor bigint check (promised_minor > 0),
    currency char(3) not null,
    version bigint not null default 1,
    primary key (tenant, id),
    check ((state = 'AGREED') = (promised_on is not null)
        and (promised_on is null) = (promised_by is null)
        and (promised_on is null) = (promised_minor is null)),
    foreign key (tenant, community_id) references community (tenant, id)
);
-- a payer has one case in a community until it is closed
create unique index dunning_case_open on dunning_case (community_id, payer, tenant)
    where state <> 'CLOSED';
create index dunning_case_by_order on dunning_case (community_id, seq, tenant);

create table dunning_contact (
    tenant text collate "C" not null,
    case_id text collate "C" not null,
    number int not null,
    action text collate "C" not null,
    channel text collate "C" not null,
    outcome text collate "C" not null,
    note text not null,
    promised_by date,
    promised_minor bigint,
    currency char(3) not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    staff_id text collate "C" not null,
    acting_post text collate "C" not null,
    authority_version text not null,
    primary key (tenant, case_id, number),
    foreign key (tenant, case_id) references dunning_case (tenant, id)
);
create trigger dunning_contact_append_only before update or delete on dunning_contact
    for each row execute function refuse_change();

create table dunning_round (
    tenant text collate "C" not null,
    id text collate "C" not null,
    seq bigint generated always as identity,
    community_id text collate "C" not null,
    on_day date not null,
    opened int not null,
    continued int not null,
    skipped int not null,
    recorded_at timestamptz not null,
    staff_id text collate "C" not null,
    acting_post text collate "C" not null,
    authority_version text not null,
    primary key (tenant, id),
    foreign key (tenant, community_id) references community (tenant, id)
);
create index dunning_round_by_order on dunning_round (community_id, seq, tenant);
create trigger dunning_round_append_only before update or delete on dunning_round
    for each row execute function refuse_change();

create table dunning_outcome (
    tenant text collate "C" not null,
    round_id text collate "C" not null,
    payer text collate "C" not null,
    case_id text collate "C",
    result text collate "C" not null,
    reason text collate "C" not null,
    level text collate "C",
    overdue_minor bigint not null,
    currency char(3) not null,
    primary key (tenant, round_id, payer),
    foreign key (tenant, round_id) references dunning_round (tenant, id),
    foreign key (tenant, case_id) references dunning_case (tenant, id)
);
create trigger dunning_outcome_append_only before update or delete on dunning_outcome
    for each row execute function refuse_change();

create table out_of_remit_request (
    tenant text collate "C" not null,
    id text collate "C" not null,
    seq bigint generated always as identity,
    case_id text collate "C" not null,
    request text not null,
    explanation text not null,
    solutions jsonb not null,
    recorded_at timestamptz not null,
    staff_id text collate "C" not null,
    acting_post text collate "C" not null,
    authority_version text not null,
    primary key (tenant, id),
    foreign key (tenant, case_id) references dunning_case (tenant, id)
);
create index out_of_remit_request_by_order on out_of_remit_request (case_id, seq, tenant);
create trigger out_of_remit_request_append_only before update or delete on out_of_remit_request
    for each row execute function refuse_change();

create table fee_question (
    tenant text collate "C" not null references tenant,
    id text collate "C" not null,
    seq bigint generated always as identity,
    question text not null,
    answer text not null,
    recorded_at timestamptz not null,
    staff_id text collate "C" not null,
    acting_post text collate "C" not null,
    authority_version text not null,
    primary key (tenant, id)
);
create index fee_question_by_order on fee_question (seq, tenant);
create trigger fee_question_append_only before update or delete on fee_question
    for each row execute function refuse_change();
