package dev.guanjia.server.application;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Money for a year ahead, as it was given.
 *
 * @param asked which year
 * @param amount how much
 * @param method how
 * @param paidOn the day
 * @param externalReference the number of the bank or the payment service, where known
 */
public record PrepaidYearDraft(
        Asked asked,
        Amount amount,
        String method,
        LocalDate paidOn,
        Optional<String> externalReference) {

    /**
     * A year.
     *
     * @param item the fee item
     * @param month the first of its months
     */
    public record Asked(String item, String month) {}
}
