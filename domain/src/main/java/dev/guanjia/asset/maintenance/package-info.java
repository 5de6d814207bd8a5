/**
 * Preventive maintenance: {@link dev.guanjia.asset.maintenance.MaintenanceStandards
 * MaintenanceStandards} say what a class of equipment needs and how often, a {@link
 * dev.guanjia.asset.maintenance.MaintenancePlanner MaintenancePlanner} dates it, and a {@link
 * dev.guanjia.asset.maintenance.MaintenanceTask MaintenanceTask} is done and verified.
 *
 * <p>Depends on: asset, calendar, catalogue, decision, organisation, organisation.staff.
 */
package dev.guanjia.asset.maintenance;
