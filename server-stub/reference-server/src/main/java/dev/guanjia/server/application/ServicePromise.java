package dev.guanjia.server.application;

import dev.guanjia.calendar.DueTime;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.level.DueOrigin;
import dev.guanjia.workorder.level.ServiceGoal;
import dev.guanjia.workorder.level.ServiceLevel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When one goal is due, and why then.
 *
 * @param goal which
 * @param origin where the limit comes from
 * @param level the row; empty without one
 * @param dueAt the last instant in time; empty without a limit, while the clock stands still, and
 *     while it is unknown
 * @param explanation in the reader's language
 * @param steps the stretches of time on the way
 * @param unknown why there is no due time although there is a limit; empty if there is
 */
public record ServicePromise(
        ServiceGoal goal,
        DueOrigin origin,
        Optional<ServiceLevel> level,
        Optional<Instant> dueAt,
        String explanation,
        List<DueTime.Step> steps,
        Optional<Due.Unknown> unknown) {}
