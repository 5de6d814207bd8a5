/**
 * What settles a charge: a {@link dev.guanjia.billing.settlement.Payment Payment}, allocated in a
 * stated {@link dev.guanjia.billing.settlement.AllocationOrder AllocationOrder}, and a {@link dev.guanjia.billing.settlement.Waiver Waiver}, signed by whoever
 * has the authority. {@link dev.guanjia.billing.settlement.UnitAccount UnitAccount} sums them up.
 *
 * <p>Depends on: billing, billing.fee, decision, money, organisation, property.
 */
package dev.guanjia.billing.settlement;
