package dev.guanjia.workorder.level;

import java.time.Duration;

/**
 * Where the time since reception went; the three add up to it.
 *
 * @param active inside the hours, with the clock running
 * @param paused inside the hours, with the clock stopped
 * @param outside outside the hours, stopped or not
 */
public record Spent(Duration active, Duration paused, Duration outside) {}
