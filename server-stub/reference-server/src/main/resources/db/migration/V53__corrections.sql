-- A fact that was recorded wrongly is corrected by a row beside it: of several rows for one fact and
-- day the last stands. The opening of a history is corrected by rows of the single facts.
alter table unit_fact
    add column corrects boolean not null default false,
    drop constraint unit_fact_pkey,
    add primary key (tenant, unit_id, seq);
create unique index unit_fact_of_day on unit_fact (unit_id, fact, from_day, tenant)
    where not corrects;

-- A term may end earlier than agreed, more than once; one that ends on its first day was withdrawn.
alter table payer_term_end
    drop constraint payer_term_end_pkey,
    add primary key (tenant, term_id, until_day);
