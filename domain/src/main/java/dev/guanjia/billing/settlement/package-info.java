/**
 * What settles a charge: a {@link dev.guanjia.billing.settlement.Payment Payment}, shared out in an
 * {@link dev.guanjia.billing.settlement.AllocationOrder AllocationOrder}, kept for charges to come,
 * refunded or reversed ({@link dev.guanjia.billing.settlement.SettledPayment SettledPayment}), and
 * a {@link dev.guanjia.billing.settlement.Waiver Waiver}. {@link
 * dev.guanjia.billing.settlement.UnitAccount UnitAccount} sums them up.
 *
 * <p>Depends on: billing, billing.fee, catalogue, decision, money, organisation, property.
 */
package dev.guanjia.billing.settlement;
