-- The last day on which the cash of a day came in time, by the rule of the day on which it was handed
-- over: until now the day itself.
alter table collector_day add column last_day date;
update collector_day set last_day = day where handed_on is not null;
