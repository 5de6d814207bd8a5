/**
 * Formulas of quality and of fees in three phases. {@link dev.guanjia.formula.FormulaText
 * FormulaText} parses and checks and reports every {@link dev.guanjia.formula.Issue Issue} with its
 * place; only a {@link dev.guanjia.formula.CheckedFormula CheckedFormula} can be evaluated,
 * exactly. {@link dev.guanjia.formula.Formula Formula} is the tree. There is no script engine
 * behind it.
 *
 * <p>Depends on: decision, money.
 */
package dev.guanjia.formula;
