/**
 * What is owed and why: {@link dev.guanjia.billing.BillCalculation BillCalculation} turns a unit's
 * facts into one outcome per fee item, and each {@link dev.guanjia.billing.Charge Charge} carries
 * the {@link dev.guanjia.billing.ChargeTrace trace} that gives its amount again. It rests on {@code
 * fee} and {@code tariff}; {@code batch} bills many units at once, {@code run} brings a month's
 * charges to the accounts, {@code settlement} pays them.
 *
 * <p>Depends on: billing.fee, billing.payer, billing.tariff, calendar, catalogue, decision,
 * formula, money, organisation, property, property.meter, property.tenure.
 */
package dev.guanjia.billing;
