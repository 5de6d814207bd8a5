/**
 * What a fee costs and how it is counted: {@link dev.guanjia.billing.tariff.Tariff Tariff} with its
 * {@link dev.guanjia.billing.tariff.Pricing Pricing} and {@link dev.guanjia.billing.tariff.Terms
 * Terms}, kept over time in a {@link dev.guanjia.billing.tariff.TariffBook TariffBook}.
 *
 * <p>Depends on: billing.fee, decision, money, property.
 */
package dev.guanjia.billing.tariff;
