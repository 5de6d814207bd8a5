-- Satisfaction surveys: a form names the items its owner is not satisfied with.
create table survey (
    tenant text not null,
    id text not null,
    seq bigint generated always as identity,
    community_id text not null,
    title text not null,
    period date not null,
    items_per_form int not null check (items_per_form > 0),
    primary key (tenant, id),
    foreign key (tenant, community_id) references community (tenant, id)
);

create table survey_form (
    tenant text not null,
    survey_id text not null,
    seq bigint generated always as identity,
    unit_id text not null,
    dissatisfied_items int[] not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    primary key (tenant, survey_id, unit_id),
    foreign key (tenant, survey_id) references survey (tenant, id),
    foreign key (tenant, unit_id) references unit (tenant, id)
);
create trigger survey_form_append_only before update or delete on survey_form
    for each row execute function refuse_change();
