/**
 * Who owes what since when: {@link dev.guanjia.billing.arrears.Arrears Arrears} of a day, sorted
 * into the buckets of an {@link dev.guanjia.billing.arrears.Ageing Ageing}, and the {@link
 * dev.guanjia.billing.arrears.Statement Statement} of a payer.
 *
 * <p>Depends on: billing, billing.settlement, calendar, catalogue, money, property.
 */
package dev.guanjia.billing.arrears;
