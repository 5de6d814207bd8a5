/**
 * Emergencies: what is to be done ({@link dev.guanjia.security.incident.EmergencyPlan
 * EmergencyPlan}), what happened and how it was handled ({@link
 * dev.guanjia.security.incident.Incident Incident}), drills, and the goals of zero.
 *
 * <p>Depends on: catalogue, decision, organisation.
 */
package dev.guanjia.security.incident;
