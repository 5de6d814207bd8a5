-- entering a run looks for money that is kept, and not at every payment that was ever taken
create index payment_kept on payment (unit_id, tenant) where prepayment_minor > 0;
create index charge_movement_given_back on charge_movement (source_id, tenant)
    where kind = 'PREPAYMENT_USED' and amount_minor < 0;
