package dev.guanjia.plan.meeting;

import dev.guanjia.plan.PlanEvent.Act;

/**
 * Something that happened to a meeting.
 *
 * @param action what was done
 * @param act by whom, when, and with what note
 */
public record MeetingEvent(MeetingAction action, Act act) {}
