/**
 * Meetings and what they decide. Each {@link dev.guanjia.plan.meeting.ActionItem ActionItem} names
 * a post and a node date; once the minutes are issued, {@link dev.guanjia.plan.meeting.Meeting
 * Meeting} makes duties of them.
 *
 * <p>Depends on: calendar, catalogue, decision, duty, money, organisation, plan.
 */
package dev.guanjia.plan.meeting;
