/**
 * What happens when a charge is not paid in time: a {@link dev.guanjia.billing.latecharge.Deferral
 * Deferral} lets it be paid later by consent.
 *
 * <p>Depends on: billing, catalogue, decision, organisation.
 */
package dev.guanjia.billing.latecharge;
