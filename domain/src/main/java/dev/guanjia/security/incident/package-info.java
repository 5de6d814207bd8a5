/**
 * Emergencies: what is to be done ({@link dev.guanjia.security.incident.EmergencyPlan
 * EmergencyPlan}), what happened and how it was handled ({@link
 * dev.guanjia.security.incident.Incident Incident}), who acts and commands in a company ({@link
 * dev.guanjia.security.incident.Responders Responders}), drills, and the goals of zero.
 *
 * <p>Depends on: catalogue, decision, organisation.
 */
package dev.guanjia.security.incident;
