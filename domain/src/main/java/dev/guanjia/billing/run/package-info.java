/**
 * The monthly {@link dev.guanjia.billing.run.BillRun BillRun} of a community: calculated,
 * confirmed, reported, entered some charges at a time, no step skipped; {@link
 * dev.guanjia.billing.run.BillRunLifecycle BillRunLifecycle} is its table of moves.
 *
 * <p>Depends on: billing, billing.fee, catalogue, decision, money, organisation, property.
 */
package dev.guanjia.billing.run;
