/**
 * Quality objectives as rows: a formula over named measures, a comparator and a target. Read {@link
 * dev.guanjia.quality.Objective Objective}, {@link dev.guanjia.quality.ObjectiveResult
 * ObjectiveResult} and {@link dev.guanjia.quality.Survey Survey}. Verdicts compare exact fractions,
 * never the percentage that is shown. Who counts the measures is no business of this package.
 *
 * <p>Depends on: catalogue, decision, money, calendar, formula.
 */
package dev.guanjia.quality;
