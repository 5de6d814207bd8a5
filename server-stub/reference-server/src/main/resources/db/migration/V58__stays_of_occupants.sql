-- From when to when somebody lives in a unit, as far as it was said, and the version that a change
-- names. Of whom nobody said when they moved in lives there on any day.
alter table occupant
    add column from_day date,
    add column until_day date,
    add column version bigint not null default 1,
    add constraint occupant_days check (until_day >= from_day);
