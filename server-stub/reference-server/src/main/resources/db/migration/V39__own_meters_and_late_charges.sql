-- which meters a company's own fee item bills
alter table fee_item
    add column meters text collate "C",
    add constraint fee_item_meters check ((basis = 'METER') = (meters is not null));

