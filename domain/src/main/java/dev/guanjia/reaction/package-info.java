/**
 * What an event in one concept means in another. {@link dev.guanjia.reaction.PostingReaction
 * PostingReaction} makes journal entries, {@link dev.guanjia.reaction.MeasureReaction
 * MeasureReaction} counts measures; paid work becomes charges, and findings become orders.
 *
 * <p>Depends on: asset, asset.maintenance, billing, billing.deposit, billing.fee, billing.receipt,
 * billing.settlement, billing.tariff, billing.waiver, billing.writeoff, calendar, catalogue,
 * decision, duty, ledger, money, organisation, organisation.staff, property, quality,
 * security.incident, security.patrol, workorder, workorder.level, workorder.lifecycle,
 * workorder.paid.
 */
package dev.guanjia.reaction;
