/**
 * Who may decide what: kinds of decisions, approval chains with thresholds, delegations that end,
 * and cases with every decision on record. Read {@link dev.guanjia.organisation.authority.Approvals
 * Approvals} and {@link dev.guanjia.organisation.authority.ApprovalCase ApprovalCase} first.
 *
 * <p>Depends on: catalogue, decision, money, organisation, organisation.segregation.
 */
package dev.guanjia.organisation.authority;
