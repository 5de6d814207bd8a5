/**
 * What is charged for, and for which days: {@link dev.guanjia.billing.fee.FeeItem FeeItem}, its
 * catalogue, and the {@link dev.guanjia.billing.fee.ServicePeriod ServicePeriod}.
 *
 * <p>Depends on: calendar, catalogue, decision, property.meter.
 */
package dev.guanjia.billing.fee;
