package dev.guanjia.server.application;

import java.time.LocalDate;

/**
 * A yes to a reversal or a refund, as it was given.
 *
 * @param reference the paper or number under which it was approved
 * @param on the day
 */
public record PaymentYes(String reference, LocalDate on) {

    void check(BusinessTime times) {
        Given given = new Given();
        given.text("/reference", reference);
        given.day("/approved_on", on);
        given.end();
        times.require(on);
    }
}
