-- A no to a write-off; where it is the proposer's, the write-off is withdrawn.
alter table write_off
    add column rejected_on date,
    add column rejected_by text collate "C",
    add column rejected_as text collate "C",
    add column rejected_under text,
    add constraint write_off_ends_once check (rejected_on is null or approved_on is null);
