-- An approved refund that nobody fetched is given up; no money had moved.
alter table payment_refund
    add column cancelled_on date,
    add column cancelled_by text collate "C",
    add column cancelled_as text collate "C",
    add column cancelled_under text,
    add column cancel_reason text,
    add constraint payment_refund_ends_once check (cancelled_on is null or paid_on is null),
    add constraint payment_refund_says_why
        check ((cancelled_on is not null) = (state = 'CANCELLED')
            and (cancelled_on is null) = (cancel_reason is null));

-- Why a collection plan was not carried through; its targets and lists stay as they were.
alter table collection_plan_event
    add column reason text,
    add constraint collection_plan_event_says_why
        check ((reason is not null) = (action in ('REJECT', 'WITHDRAW', 'CANCEL')));
create unique index collection_plan_event_ends_once
    on collection_plan_event (collection_plan_id, tenant) where reason is not null;

-- The first day on which a rule for late payment no longer holds; empty where it holds until the next.
alter table late_charge_rule
    add column until_day date,
    add constraint late_charge_rule_holds_for_a_day check (until_day > from_day);
