/**
 * Who hears of a complaint, when, and why (上报): {@link
 * dev.guanjia.workorder.escalation.LadderChoices LadderChoices} find the ladder, {@link
 * dev.guanjia.workorder.escalation.Climb Climb} says how far a complaint is up it.
 *
 * <p>Depends on: catalogue, decision, organisation, workorder, workorder.lifecycle.
 */
package dev.guanjia.workorder.escalation;
