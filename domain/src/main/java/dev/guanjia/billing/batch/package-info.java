/**
 * A whole community billed at once, in columns of whole numbers: {@link
 * dev.guanjia.billing.batch.BatchCalculation BatchCalculation} comes to the same amounts as {@link
 * dev.guanjia.billing.BillCalculation BillCalculation}, and asks it wherever a line is not plain
 * and whenever somebody wants to know why.
 *
 * <p>Depends on: billing, billing.fee, billing.tariff, money, property, property.tenure.
 */
package dev.guanjia.billing.batch;
