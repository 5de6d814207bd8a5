-- The post before which an overdue duty was brought; null for every other event.
alter table duty_event add column escalated_to text;
