package dev.guanjia.server.application;

import dev.guanjia.billing.settlement.Payment;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.money.Money;
import dev.guanjia.property.UnitId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Money that came in, as it was given.
 *
 * @param amount how much
 * @param method how
 * @param paidOn the day
 * @param externalReference the number of the bank or the payment service, where known
 */
record GivenMoney(
        Amount amount, String method, LocalDate paidOn, Optional<String> externalReference) {

    /**
     * Reads it; what does not fit is noted with its field.
     *
     * @param unitId for which unit
     * @return the payment, under a new id; empty if something was noted
     */
    Optional<Payment> read(Given given, String unitId) {
        Optional<Money> money =
                BookMoney.given(given, "/amount", amount.amount(), amount.currency());
        Optional<PaymentMethod> known = given.known("/method", method, PaymentMethod.class);
        Optional<LocalDate> day = given.day("/paid_on", paidOn);
        externalReference.ifPresent(text -> given.text("/external_reference", text));
        return money.flatMap(
                sum ->
                        known.flatMap(
                                how ->
                                        day.map(
                                                on ->
                                                        new Payment(
                                                                PaymentTaking.nextId(),
                                                                new UnitId(unitId),
                                                                sum,
                                                                how,
                                                                on))));
    }
}
