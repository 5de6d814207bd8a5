/**
 * What an event in one concept means in another. {@link dev.guanjia.reaction.PostingReaction
 * PostingReaction} turns what billing does into journal entries, by rows; {@link
 * dev.guanjia.reaction.MeasureReaction MeasureReaction} counts the measures of the objectives,
 * {@link dev.guanjia.reaction.PaidBilling PaidBilling} charges paid work; findings and maintenance
 * that is due become work, and work and rounds that are done fulfil tasks and duties.
 *
 * <p>Depends on: catalogue, decision, money, property, asset, ledger, billing, workorder, security,
 * quality.
 */
package dev.guanjia.reaction;
