/**
 * Complaints and repairs from reception to call-back. {@link dev.guanjia.workorder.WorkOrder
 * WorkOrder} decides by the rows of {@link dev.guanjia.workorder.lifecycle.Lifecycle Lifecycle};
 * {@link dev.guanjia.workorder.level.ServiceLevels ServiceLevels} say when it is due.
 *
 * <p>Depends on: catalogue, decision, money, calendar, organisation, property.
 */
package dev.guanjia.workorder;
