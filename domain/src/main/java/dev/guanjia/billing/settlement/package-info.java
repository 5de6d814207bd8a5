/**
 * What settles a charge: a {@link dev.guanjia.billing.settlement.Payment Payment}, shared out in an
 * {@link dev.guanjia.billing.settlement.AllocationOrder AllocationOrder}, kept for charges to come,
 * refunded or reversed ({@link dev.guanjia.billing.settlement.SettledPayment SettledPayment}).
 * {@link dev.guanjia.billing.settlement.UnitAccount UnitAccount} sums a unit up.
 *
 * <p>Depends on: billing, billing.fee, decision, money, organisation, property.
 */
package dev.guanjia.billing.settlement;
