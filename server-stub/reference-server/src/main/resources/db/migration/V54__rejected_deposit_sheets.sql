-- A no to a sheet of deposits: each of them can go on another then. That a deposit is on no two sheets
-- that count is kept by its own steps, which are added while it is locked.
alter table deposit_summary
    add column rejected_on date,
    add column rejected_by text collate "C",
    add column rejected_as text collate "C",
    add column rejected_under text,
    add column reject_reason text,
    add constraint deposit_summary_ends_once check (rejected_on is null or signed_on is null),
    add constraint deposit_summary_says_why check ((rejected_on is null) = (reject_reason is null));
alter table deposit_summary_line drop constraint deposit_summary_line_tenant_deposit_id_key;
create index deposit_summary_line_by_deposit on deposit_summary_line (deposit_id, tenant);
