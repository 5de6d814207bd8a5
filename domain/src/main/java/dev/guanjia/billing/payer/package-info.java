/**
 * Who pays which fee of a unit, from when to when: {@link dev.guanjia.billing.payer.PayerBook
 * PayerBook} keeps the {@link dev.guanjia.billing.payer.PayerTerm terms} agreed, beside the owners
 * of the unit, and cuts a run of days into what each payer owes.
 *
 * <p>Depends on: billing.fee, calendar, decision, property, property.tenure.
 */
package dev.guanjia.billing.payer;
