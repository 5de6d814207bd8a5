package dev.guanjia.billing.deposit;

import dev.guanjia.money.Money;

/**
 * What is to be kept of a deposit.
 *
 * @param amount how much
 * @param reason why, in words
 * @param consent the reference of the payer's consent
 */
public record DepositDeduction(Money amount, String reason, String consent) {}
