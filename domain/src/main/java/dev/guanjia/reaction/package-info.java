/**
 * What an event in one concept means in another. {@link dev.guanjia.reaction.PostingReaction
 * PostingReaction} turns what billing does into journal entries, by rows; {@link
 * dev.guanjia.reaction.MeasureReaction MeasureReaction} counts the measures of the objectives,
 * {@link dev.guanjia.reaction.PaidBilling PaidBilling} charges paid work; findings become orders.
 *
 * <p>Depends on: asset, asset.maintenance, billing, billing.deposit, billing.fee,
 * billing.settlement, billing.tariff, billing.waiver, billing.writeoff, calendar, catalogue,
 * decision, duty, ledger, money, organisation, organisation.staff, property, quality,
 * security.incident, security.patrol, workorder, workorder.level, workorder.lifecycle,
 * workorder.paid.
 */
package dev.guanjia.reaction;
