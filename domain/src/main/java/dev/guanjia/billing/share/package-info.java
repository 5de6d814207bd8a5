/**
 * What many units pay together (公摊): a {@link dev.guanjia.billing.share.Pool Pool} is cut by
 * {@link dev.guanjia.billing.share.ShareKeys ShareKeys} into an {@link
 * dev.guanjia.billing.share.Apportionment Apportionment}, to the last coin; the {@link
 * dev.guanjia.billing.share.ShareBook ShareBook} lets each unit have one share of a fee and day.
 *
 * <p>Depends on: billing.fee, decision, money, property.
 */
package dev.guanjia.billing.share;
