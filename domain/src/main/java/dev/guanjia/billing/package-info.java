/**
 * What is owed and why: {@link dev.guanjia.billing.BillCalculation BillCalculation} turns a unit's
 * facts into one outcome per fee item, and each {@link dev.guanjia.billing.Charge Charge} carries
 * the {@link dev.guanjia.billing.ChargeTrace trace} that gives its amount again. Below it lie
 * {@code run}, which brings a month's charges to the accounts, and {@code settlement}.
 *
 * <p>Depends on: catalogue, decision, money, calendar, property.
 */
package dev.guanjia.billing;
