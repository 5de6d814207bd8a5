-- The tenant leads every primary key (V1, V2), these too. What an order is bound to and how its
-- complaint went up are looked for by the order: indexes that begin with it.
alter table work_order_link
    drop constraint work_order_link_pkey,
    add primary key (tenant, work_order_id, kind, target);
create index work_order_link_by_order on work_order_link (work_order_id, seq, tenant);

alter table service_request_answer
    drop constraint service_request_answer_pkey,
    add primary key (tenant, request_id);

alter table company_channel
    drop constraint company_channel_pkey,
    add primary key (tenant, channel, from_day);

alter table complaint_raising
    drop constraint complaint_raising_pkey,
    add primary key (tenant, work_order_id, level);
create index complaint_raising_by_order on complaint_raising (work_order_id, tenant);

alter table escalation_acknowledgement
    drop constraint escalation_acknowledgement_pkey,
    add primary key (tenant, work_order_id, level);
create index escalation_acknowledgement_by_order
    on escalation_acknowledgement (work_order_id, tenant);
