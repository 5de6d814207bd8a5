-- Several plans in one shift, each under its key; a leader's relief; turns that were withdrawn; how
-- long a short absence lasts.
alter table patrol_plan
    add column key text collate "C" not null default 'patrol',
    add column sort text not null default 'PATROL',
    drop constraint patrol_plan_community_id_shift_id_from_day_tenant_key,
    add unique (community_id, shift_id, key, from_day, tenant);
create index patrol_round_by_walker on patrol_round (walked_by, tenant, finished_at);

alter table station
    add column longest_absence_minutes int check (longest_absence_minutes > 0);

alter table roster_turn
    add column withdrawn_at timestamptz,
    add column withdrawn_by text,
    add column withdrawal_reason text,
    add check ((withdrawn_at is null) = (withdrawal_reason is null));

alter table handover
    add column leader_staff text,
    add column leader_post text,
    add column leader_authority text,
    add column absence_reason text,
    add check ((leader_staff is null) = (absence_reason is null));

create index watch_event_by_staff on watch_event (staff_id, tenant, station_id);
