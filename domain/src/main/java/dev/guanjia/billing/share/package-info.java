/**
 * What many units pay together (公摊): a {@link dev.guanjia.billing.share.Pool Pool} is cut into an
 * {@link dev.guanjia.billing.share.Apportionment Apportionment}, to the last coin, and the {@link
 * dev.guanjia.billing.share.ShareBook ShareBook} lets each unit have one share of a fee and day. A
 * {@link dev.guanjia.billing.share.FeeFormula FeeFormula} is one that people typed.
 *
 * <p>Depends on: billing, billing.fee, catalogue, decision, formula, money, property,
 * property.meter.
 */
package dev.guanjia.billing.share;
