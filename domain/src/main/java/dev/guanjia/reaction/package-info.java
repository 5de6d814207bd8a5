/**
 * What an event in one concept means in another. {@link dev.guanjia.reaction.PostingReaction
 * PostingReaction} turns what billing does into journal entries, by rows; {@link
 * dev.guanjia.reaction.MeasureReaction MeasureReaction} counts the measures of the quality
 * objectives, with the evidence behind each; {@link dev.guanjia.reaction.MaintenanceOrder
 * MaintenanceOrder} makes a work order of maintenance that is due.
 *
 * <p>Depends on: catalogue, decision, money, property, asset, ledger, billing, workorder, quality.
 */
package dev.guanjia.reaction;
