/**
 * What happens when a charge is not paid in time: a {@link dev.guanjia.billing.latecharge.Deferral
 * Deferral} lets it be paid later by consent, and a {@link
 * dev.guanjia.billing.latecharge.LateChargeRule LateChargeRule} of the company, if there is one,
 * makes a {@link dev.guanjia.billing.latecharge.LateCharge LateCharge} of what stays open.
 *
 * <p>Depends on: billing, billing.fee, billing.tariff, calendar, catalogue, decision, money,
 * organisation.
 */
package dev.guanjia.billing.latecharge;
