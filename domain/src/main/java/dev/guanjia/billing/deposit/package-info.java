/**
 * Money held for others (押金): a {@link dev.guanjia.billing.deposit.Deposit Deposit} is taken with a
 * receipt of its own, checked, put on a {@link dev.guanjia.billing.deposit.DepositSummary
 * DepositSummary} that is signed, and then paid back.
 *
 * <p>Depends on: billing, catalogue, decision, money, organisation, property.
 */
package dev.guanjia.billing.deposit;
