/**
 * Paid repair and special service: prices, quote, the owner's consent, the work, the charge and the
 * refund. {@link dev.guanjia.workorder.paid.PriceList PriceList} prices lines; {@link
 * dev.guanjia.workorder.paid.PaidWork PaidWork} decides by the moves of {@link
 * dev.guanjia.workorder.paid.PaidState PaidState}.
 *
 * <p>Depends on: catalogue, decision, money, organisation, property.
 */
package dev.guanjia.workorder.paid;
