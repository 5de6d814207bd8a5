-- What one person has to do: few of many orders, so that no walk along the latest or the soonest
-- finds them. The other filters of the list walk work_order_latest, work_order_by_reception or
-- work_order_soonest: a state, a place, a severity or a community is shared by so many orders that
-- the page is full soon.
create index work_order_by_assignee on work_order (assignee_id, received_at, id, tenant);
