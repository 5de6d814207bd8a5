/**
 * Exact amounts and ratios. {@link dev.guanjia.money.Money Money} is whole minor units of one
 * currency, {@link dev.guanjia.money.Rational Rational} an exact fraction. Nothing here rounds
 * unless told how.
 *
 * <p>Depends on: nothing but the JSR 354 interfaces. Used by: every package that counts money.
 */
package dev.guanjia.money;
