package dev.guanjia.asset.maintenance;

import dev.guanjia.organisation.Actor;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What happened to a maintenance task.
 *
 * @param action what was done
 * @param actor who did it, in which post
 * @param on the day, where the equipment is
 * @param note why it was moved, where the evidence is, or what was found; not blank
 * @param to the day that it was moved to; empty for any other action
 */
public record TaskEvent(
        Action action, Actor actor, LocalDate on, String note, Optional<LocalDate> to) {

    /** What moves a task: the calendar, or somebody's act. */
    public enum Action {
        /** Its time comes, by the calendar. */
        COME_UP,
        /** Its due day goes by, by the calendar. */
        PASS,
        /** Give it another due day. */
        RESCHEDULE,
        /** Do it. */
        PERFORM,
        /** Confirm that it was done. */
        VERIFY,
        /** Say that nobody need do it any more. */
        WITHDRAW
    }

    /** A move names a day, nothing else does; nobody does what the calendar does. */
    public TaskEvent {
        if (action == Action.COME_UP || action == Action.PASS) {
            throw new IllegalArgumentException("the calendar's own: " + action);
        }
        if (to.isPresent() != (action == Action.RESCHEDULE) || note.isBlank()) {
            throw new IllegalArgumentException("event is incomplete: " + action + " " + note + to);
        }
    }
}
