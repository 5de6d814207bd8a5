/**
 * Patrols: a {@link dev.guanjia.security.patrol.PatrolPlan PatrolPlan} says which areas are walked
 * how often in a shift, a {@link dev.guanjia.security.patrol.PatrolRound PatrolRound} what was
 * found on the way; a failed check is a {@link dev.guanjia.security.patrol.Finding Finding}.
 *
 * <p>Depends on: calendar, catalogue, decision, duty, money, organisation, property.
 */
package dev.guanjia.security.patrol;
