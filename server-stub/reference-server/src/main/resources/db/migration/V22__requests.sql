-- What people ask for, before it becomes work; the company's own channels; who was told of a complaint
-- and said so; what a work order is held for; and what was issued for it.
create table service_request (
    tenant text not null,
    id text not null,
    seq bigint generated always as identity,
    community_id text not null,
    unit_id text,
    words text not null,
    channel text not null,
    source_reference text,
    received_at timestamptz not null,
    requester_class text,
    requester_contact text,
    requester_name text,
    requester_phone text,
    attachments jsonb not null,
    staff_id text not null,
    acting_post text not null,
    authority_version text not null,
    recorded_at timestamptz not null,
    primary key (tenant, id),
    unique (community_id, source_reference, tenant),
    foreign key (tenant, community_id) references community (tenant, id),
    foreign key (tenant, unit_id) references unit (tenant, id)
);
create index service_request_latest on service_request (received_at, id, tenant);
create trigger service_request_append_only before update or delete on service_request
    for each row execute function refuse_change();

create table service_request_answer (
    tenant text not null,
    request_id text not null,
    said text not null,
    answered_at timestamptz not null,
    staff_id text not null,
    acting_post text not null,
    authority_version text not null,
    recorded_at timestamptz not null,
    primary key (request_id, tenant),
    foreign key (tenant, request_id) references service_request (tenant, id)
);
create trigger service_request_answer_append_only
    before update or delete on service_request_answer
    for each row execute function refuse_change();

create table requester_note (
    tenant text not null,
    id text not null,
    seq bigint generated always as identity,
    request_id text not null,
    said text not null,
    channel text not null,
    told_at timestamptz not null,
    staff_id text not null,
    acting_post text not null,
    authority_version text not null,
    recorded_at timestamptz not null,
    primary key (tenant, id),
    foreign key (tenant, request_id) references service_request (tenant, id)
);
create index requester_note_by_request on requester_note (request_id, seq, tenant);
create trigger requester_note_append_only before update or delete on requester_note
    for each row execute function refuse_change();

create table company_channel (
    tenant text not null,
    channel text not null,
    from_day date not null,
    seq bigint generated always as identity,
    zh text not null,
    en text not null,
    telephone boolean not null,
    file text,
    used boolean not null,
    recorded_at timestamptz not null,
    primary key (channel, from_day, tenant)
);
create trigger company_channel_append_only before update or delete on company_channel
    for each row execute function refuse_change();

create table complaint_raising (
    tenant text not null,
    work_order_id text not null,
    level int not null check (level > 0),
    seq bigint generated always as identity,
    post text not null,
    severity text not null,
    occurred_at timestamptz not null,
    reason text not null,
    staff_id text not null,
    acting_post text not null,
    authority_version text not null,
    recorded_at timestamptz not null,
    primary key (work_order_id, level, tenant),
    foreign key (tenant, work_order_id) references work_order (tenant, id)
);
create trigger complaint_raising_append_only before update or delete on complaint_raising
    for each row execute function refuse_change();

create table escalation_acknowledgement (
    tenant text not null,
    work_order_id text not null,
    level int not null check (level > 0),
    acknowledged_at timestamptz not null,
    note text,
    staff_id text not null,
    acting_post text not null,
    authority_version text not null,
    recorded_at timestamptz not null,
    primary key (work_order_id, level, tenant),
    foreign key (tenant, work_order_id) references work_order (tenant, id)
);
create trigger escalation_acknowledgement_append_only
    before update or delete on escalation_acknowledgement
    for each row execute function refuse_change();

alter table work_order_event
    add column severity_from text,
    add column severity text,
    add check ((severity_from is null) = (severity is null));

create table material_issue (
    tenant text not null,
    id text not null,
    seq bigint generated always as identity,
    work_order_id text not null,
    reference text not null,
    issued_at timestamptz not null,
    note text,
    lines jsonb not null,
    staff_id text not null,
    acting_post text not null,
    authority_version text not null,
    recorded_at timestamptz not null,
    primary key (tenant, id),
    foreign key (tenant, work_order_id) references work_order (tenant, id)
);
create index material_issue_by_order on material_issue (work_order_id, seq, tenant);
create trigger material_issue_append_only before update or delete on material_issue
    for each row execute function refuse_change();
