-- A no to a waiver or a deferral; where it is of who asked, that is withdrawn.
alter table waiver
    add column rejected_on date,
    add column rejected_by text collate "C",
    add column rejected_as text collate "C",
    add column rejected_under text,
    add constraint waiver_ends_once check (rejected_on is null or signed_on is null),
    add constraint waiver_ends_by_a_no
        check ((rejected_on is not null) = (state in ('REJECTED', 'WITHDRAWN')));
alter table deferral
    add column rejected_on date,
    add column rejected_by text collate "C",
    add column rejected_as text collate "C",
    add column rejected_under text,
    add constraint deferral_ends_once check (rejected_on is null or granted_on is null);
