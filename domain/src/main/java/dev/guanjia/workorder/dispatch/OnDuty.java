package dev.guanjia.workorder.dispatch;

import dev.guanjia.calendar.TimeSpan;

/**
 * A time in which a worker can be sent.
 *
 * @param span from when to when
 * @param onCall true where the worker is not at work and comes for emergencies only. Source: 05 S05
 *     B 8, 03 P-REPAIR
 */
public record OnDuty(TimeSpan span, boolean onCall) {}
