/**
 * Debts that will not be paid (坏账): a {@link dev.guanjia.billing.writeoff.WriteOff WriteOff} takes
 * them off what is owed once it is approved, and what is paid later all the same is a {@link
 * dev.guanjia.billing.writeoff.Recovery Recovery}.
 *
 * <p>Depends on: billing, decision, money, organisation.
 */
package dev.guanjia.billing.writeoff;
