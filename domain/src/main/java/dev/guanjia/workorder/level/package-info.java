/**
 * When a work order is due, and why then. {@link dev.guanjia.workorder.level.ServiceLevels
 * ServiceLevels} are the company's own rows.
 *
 * <p>Depends on: decision, money, calendar, workorder.lifecycle.
 */
package dev.guanjia.workorder.level;
