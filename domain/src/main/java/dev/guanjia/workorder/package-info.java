/**
 * Work orders from reception to call-back, and what hangs on them. {@link
 * dev.guanjia.workorder.WorkOrder WorkOrder} decides by the rows of {@link
 * dev.guanjia.workorder.lifecycle.Lifecycle Lifecycle}; {@link dev.guanjia.workorder.History
 * History} keeps all that happened, {@link dev.guanjia.workorder.Provenance Provenance} what came
 * from what.
 *
 * <p>Depends on: catalogue, decision, money, organisation, organisation.staff, property,
 * workorder.level, workorder.lifecycle.
 */
package dev.guanjia.workorder;
