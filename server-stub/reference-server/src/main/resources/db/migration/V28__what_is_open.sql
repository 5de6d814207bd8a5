-- What is open is little of what there ever was: the orders in the pool, those that wait for a call,
-- what everybody carries, and what happened since the moment that somebody asks about.
create index work_order_pooled on work_order (tenant, id) where state = 'POOLED';
create index work_order_by_stand on work_order (state, kind, tenant);
create index work_order_carried on work_order (tenant, assignee_id)
    where assignee_id is not null and resolved_at is null and exclusion is null;
create index work_order_by_last_event on work_order (last_event_at, tenant);
