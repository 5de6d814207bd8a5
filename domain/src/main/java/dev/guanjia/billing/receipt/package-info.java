/**
 * The paper of a payment: a {@link dev.guanjia.billing.receipt.ReceiptBook ReceiptBook} numbers its
 * {@link dev.guanjia.billing.receipt.PaperReceipt receipts} without a gap; and what a collector
 * hands in, day by day ({@link dev.guanjia.billing.receipt.CollectorDay CollectorDay}), by the
 * {@link dev.guanjia.billing.receipt.HandInRule HandInRule} of the company.
 *
 * <p>Depends on: billing, billing.settlement, calendar, catalogue, decision, money, organisation.
 */
package dev.guanjia.billing.receipt;
