/**
 * What a company sets out to do and what became of it. A {@link dev.guanjia.plan.WorkPlan WorkPlan}
 * is reviewed before it is in force, {@link dev.guanjia.plan.PlanDuties PlanDuties} makes
 * occurrences of duties of its items, and {@link dev.guanjia.plan.PlanSummary PlanSummary} sums it
 * up. Reports up the line and meetings are the two packages below.
 *
 * <p>Depends on: calendar, catalogue, decision, duty, money, organisation, organisation.company.
 */
package dev.guanjia.plan;
