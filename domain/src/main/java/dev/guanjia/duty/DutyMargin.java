package dev.guanjia.duty;

import java.time.Duration;

/**
 * How late, or how early, a duty was performed.
 *
 * @param record a record whose performance stands
 * @param margin from the due time to the performance; negative when it was in time, zero for the
 *     first instant that is too late
 */
public record DutyMargin(DutyRecord record, Duration margin) {}
