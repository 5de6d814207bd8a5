/**
 * A whole community billed at once: {@link dev.guanjia.billing.batch.BatchCalculation#bill
 * BatchCalculation.bill} is how a run is calculated. Amounts are worked out in columns of whole
 * numbers, explanations once for all units that are alike, each when somebody wants them; both come
 * to what {@link dev.guanjia.billing.BillCalculation BillCalculation} says, which is asked wherever
 * a line is not plain and for each kind of unit once.
 *
 * <p>Depends on: billing, billing.fee, billing.tariff, money, property, property.tenure.
 */
package dev.guanjia.billing.batch;
