/**
 * Years that are paid ahead (预缴全年): a {@link dev.guanjia.billing.prepaid.PrepaidYear PrepaidYear}
 * is quoted by the calculation of runs, with and without the discount that it earns, in a {@link
 * dev.guanjia.billing.prepaid.YearQuote YearQuote}.
 *
 * <p>Depends on: billing, billing.fee, billing.tariff, decision, money, property.
 */
package dev.guanjia.billing.prepaid;
