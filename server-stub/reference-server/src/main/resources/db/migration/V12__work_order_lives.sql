-- How an order was classed and who asked, whoever had a hand in it, what it is bound to, and what
-- was said and filed about it. What was there was classed as a new order without any word would be.
alter table work_order
    add column severity text not null default 'NORMAL',
    add column place_kind text not null default 'COMMON_AREA',
    add column requester_class text,
    add column requester_contact text,
    add column requester_name text,
    add column requester_phone text,
    add column workers text[] not null default '{}';
update work_order set place_kind = 'PRIVATE_UNIT' where unit_id is not null;
update work_order o set workers = hands.staff
from (
    select tenant, work_order_id, array_agg(distinct staff) as staff
    from (
        select tenant, work_order_id, assignee_id as staff from work_order_event
        where assignee_id is not null
        union all
        select tenant, work_order_id, staff_id from work_order_event
        where action in ('START', 'RESOLVE', 'ACCEPT', 'ARRIVE', 'FINISH')
    ) hand
    group by tenant, work_order_id
) hands
where hands.tenant = o.tenant and hands.work_order_id = o.id;
create index work_order_soonest
    on work_order (coalesce(due_at, timestamptz '3000-01-01 00:00:00+00'), id, tenant);

create table work_order_link (
    tenant text not null,
    work_order_id text not null,
    kind text not null,
    target text not null,
    seq bigint generated always as identity,
    staff_id text not null,
    acting_post text not null,
    authority_version text not null,
    recorded_at timestamptz not null,
    primary key (work_order_id, kind, target, tenant),
    foreign key (tenant, work_order_id) references work_order (tenant, id)
);
create index work_order_link_back on work_order_link (target, kind, tenant);
create index work_order_link_latest on work_order_link (tenant, seq);
-- an order has one origin of each sort
create unique index work_order_link_origin on work_order_link (work_order_id, kind, tenant)
    where kind in ('REQUEST', 'PARENT');
create trigger work_order_link_append_only before update or delete on work_order_link
    for each row execute function refuse_change();

create table work_order_comment (
    tenant text not null,
    id text not null,
    seq bigint generated always as identity,
    work_order_id text not null,
    said text not null,
    visible_to_customer boolean not null,
    staff_id text not null,
    acting_post text not null,
    authority_version text not null,
    recorded_at timestamptz not null,
    primary key (tenant, id),
    foreign key (tenant, work_order_id) references work_order (tenant, id)
);
create index work_order_comment_by_order on work_order_comment (work_order_id, seq, tenant);
create trigger work_order_comment_append_only before update or delete on work_order_comment
    for each row execute function refuse_change();

create table work_order_attachment (
    tenant text not null,
    id text not null,
    seq bigint generated always as identity,
    work_order_id text not null,
    name text not null,
    media_type text not null,
    bytes bigint not null check (bytes >= 0),
    sha256 text not null,
    path text not null,
    staff_id text not null,
    acting_post text not null,
    authority_version text not null,
    recorded_at timestamptz not null,
    primary key (tenant, id),
    foreign key (tenant, work_order_id) references work_order (tenant, id)
);
create index work_order_attachment_by_order on work_order_attachment (work_order_id, seq, tenant);
create trigger work_order_attachment_append_only before update or delete on work_order_attachment
    for each row execute function refuse_change();
