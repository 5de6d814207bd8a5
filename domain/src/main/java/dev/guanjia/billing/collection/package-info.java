/**
 * Collecting what is owed by plan (收费计划): a {@link dev.guanjia.billing.collection.CollectionPlan
 * CollectionPlan} splits a target per fee over the {@link
 * dev.guanjia.billing.collection.CollectionGroup groups} of a company, {@link
 * dev.guanjia.billing.collection.PlanProgress PlanProgress} says how far they are.
 *
 * <p>Depends on: billing, billing.fee, calendar, decision, money, organisation.
 */
package dev.guanjia.billing.collection;
