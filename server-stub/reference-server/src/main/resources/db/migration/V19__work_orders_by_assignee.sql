-- What one person has to do, and what was asked for one unit: few of many orders, so that no walk
-- along the latest or the soonest finds them. The other filters of the list need no index of their
-- own: kinds walk work_order_by_reception, due windows work_order_soonest; a state, a community, a
-- kind of place or a severity is shared by so many orders that the latest soon fill a page.
create index work_order_by_assignee on work_order (assignee_id, received_at, id, tenant);
create index work_order_by_unit on work_order (unit_id, received_at, id, tenant);
