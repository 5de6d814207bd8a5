/**
 * The paper of a payment: a {@link dev.guanjia.billing.receipt.ReceiptBook ReceiptBook} numbers its
 * {@link dev.guanjia.billing.receipt.PaperReceipt receipts} without a gap; and what a collector
 * hands in, day by day ({@link dev.guanjia.billing.receipt.CollectorDay CollectorDay}).
 *
 * <p>Depends on: billing, billing.settlement, catalogue, decision, money, organisation.
 */
package dev.guanjia.billing.receipt;
