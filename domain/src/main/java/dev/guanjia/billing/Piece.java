package dev.guanjia.billing;

import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.property.Payer;
import dev.guanjia.property.tenure.Stretch;

/**
 * Days of a period that one payer pays for.
 *
 * @param days one or more
 * @param payer who
 */
record Piece(ServicePeriod days, Payer payer) {

    static Piece of(Stretch<Payer> stretch) {
        return new Piece(ServicePeriod.of(stretch.days()), stretch.value());
    }

    Piece with(ServicePeriod part) {
        return new Piece(part, payer);
    }
}
