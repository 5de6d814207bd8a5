/**
 * What was true of a unit, and since when: {@link dev.guanjia.property.tenure.UnitHistory
 * UnitHistory} keeps its area, use, owner and vacancy, each as a {@link
 * dev.guanjia.property.tenure.Timeline Timeline}, answers for any day and cuts a run of days where
 * something changes.
 *
 * <p>Depends on: calendar, decision, money, property.
 */
package dev.guanjia.property.tenure;
