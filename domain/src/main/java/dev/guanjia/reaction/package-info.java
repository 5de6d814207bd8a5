/**
 * What an event in one concept means in another. {@link dev.guanjia.reaction.PostingReaction
 * PostingReaction} turns what billing does into journal entries, by rows; {@link
 * dev.guanjia.reaction.MeasureReaction MeasureReaction} counts the measures of the objectives,
 * {@link dev.guanjia.reaction.PaidBilling PaidBilling} charges paid work, {@link
 * dev.guanjia.reaction.PatrolReaction PatrolReaction} makes work of what a patrol found.
 *
 * <p>Depends on: catalogue, decision, money, property, ledger, billing, workorder, security,
 * quality.
 */
package dev.guanjia.reaction;
