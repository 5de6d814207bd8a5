package dev.guanjia.reaction;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Part of a charge that is no longer owed: paid by allocation of a payment, or waived; below zero
 * where a payment was undone or given back.
 *
 * @param document the payment, the waiver, or what undid a payment
 * @param charge which charge
 * @param amount how much of it, not zero
 * @param on the day of payment, or the day the waiver was posted
 */
public record SettlementFact(String document, ChargeId charge, Money amount, LocalDate on) {

    boolean isIn(YearMonth month) {
        return YearMonth.from(on).equals(month);
    }
}
