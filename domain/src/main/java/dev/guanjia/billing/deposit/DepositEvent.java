package dev.guanjia.billing.deposit;

import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import java.time.LocalDate;

/**
 * Something was done to a deposit.
 *
 * @param action what
 * @param by who
 * @param on the day
 * @param amount what left the deposit with it, zero or more
 * @param reason why a part was kept; empty for everything else
 * @param paper the payer's consent to a deduction, or the summary sheet; empty for a check
 */
public record DepositEvent(
        DepositAction action, Actor by, LocalDate on, Money amount, String reason, String paper) {}
