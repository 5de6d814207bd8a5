/**
 * When a work order is due, and why then. {@link dev.guanjia.workorder.level.ServiceLevels
 * ServiceLevels} are the company's own rows; a {@link dev.guanjia.workorder.level.Countdown
 * Countdown} is the clock of one limit, a {@link dev.guanjia.workorder.level.LimitJudge LimitJudge}
 * judges it.
 *
 * <p>Depends on: decision, money, calendar, organisation, workorder.lifecycle.
 */
package dev.guanjia.workorder.level;
