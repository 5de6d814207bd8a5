package dev.guanjia.security.incident;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Identifier;
import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A drill of an emergency plan: planned, moved, then held or cancelled. Source: requirements 03
 * P-INCIDENT, R-DRILL.
 *
 * @param id names it
 * @param kind the key of the kind it is for
 * @param plannedOn the day it was planned for first
 * @param changes how it was moved or cancelled, in the order it was decided; nothing after a
 *     cancellation
 * @param held its result; empty before, and for a cancelled one
 */
public record Drill(
        String id, String kind, LocalDate plannedOn, List<Change> changes, Optional<Held> held) {

    /** Copies; what is cancelled is neither moved nor held. */
    public Drill {
        Identifier.require("drill id", id);
        changes = List.copyOf(changes);
        for (int i = 0; i < changes.size(); i++) {
            boolean last = i == changes.size() - 1 && held.isEmpty();
            if (changes.get(i).to().isEmpty() && !last) {
                throw new IllegalArgumentException("drill goes on after its cancellation: " + id);
            }
        }
    }

    /**
     * Plans a drill.
     *
     * @param id names it
     * @param kind the key of the kind it is for
     * @param plannedOn the day
     * @return the drill, not held yet
     */
    public static Drill plan(String id, String kind, LocalDate plannedOn) {
        return new Drill(id, kind, plannedOn, List.of(), Optional.empty());
    }

    /**
     * The day it is planned for now.
     *
     * @return the day it was moved to last, or that of the beginning
     */
    public LocalDate day() {
        return changes.stream()
                .flatMap(change -> change.to().stream())
                .reduce((earlier, later) -> later)
                .orElse(plannedOn);
    }

    /**
     * That it will not take place.
     *
     * @return the decision; empty while it may
     */
    public Optional<Change> cancelled() {
        return changes.stream().filter(change -> change.to().isEmpty()).findFirst();
    }

    /**
     * Moves it to another day, or cancels it.
     *
     * @param change to which day, or none, by whom and why
     * @return the drill afterwards, or refused with {@code DRILL_TWICE}, {@code DRILL_CANCELLED}
     */
    public Decision<Drill> change(Change change) {
        List<Change> all = new ArrayList<>(changes);
        all.add(change);
        return over().map(reason -> Decision.<Drill>refuse(List.of(reason)))
                .orElseGet(() -> Decision.accept(new Drill(id, kind, plannedOn, all, held)));
    }

    /**
     * Records that it was held.
     *
     * @param result how it went
     * @return the drill afterwards, or refused with {@code DRILL_TWICE}, {@code DRILL_CANCELLED}
     */
    public Decision<Drill> hold(Held result) {
        return over().map(reason -> Decision.<Drill>refuse(List.of(reason)))
                .orElseGet(
                        () ->
                                Decision.accept(
                                        new Drill(
                                                id,
                                                kind,
                                                plannedOn,
                                                changes,
                                                Optional.of(result))));
    }

    private Optional<Refusal> over() {
        if (held.isPresent()) {
            return Optional.of(IncidentRefusal.DRILL_TWICE.because("drill", id));
        }
        return cancelled().map(change -> IncidentRefusal.DRILL_CANCELLED.because("drill", id));
    }

    /**
     * That a drill was moved or cancelled.
     *
     * @param to the new day; empty for a cancellation
     * @param by who decided it
     * @param at when
     * @param reason why, not blank
     */
    public record Change(Optional<LocalDate> to, Actor by, Instant at, String reason) {

        /** What was planned is not given up without a word. */
        public Change {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("drill is changed without a reason: " + at);
            }
        }
    }

    /**
     * How a drill went.
     *
     * @param at when it was held
     * @param participants how many took part, at least one
     * @param passed whether it went as planned
     * @param lessons what is to be done better, none blank
     */
    public record Held(Instant at, int participants, boolean passed, List<String> lessons) {

        /** Copies; a drill without people is none, and one that failed teaches something. */
        public Held {
            lessons = List.copyOf(lessons);
            if (participants < 1 || lessons.stream().anyMatch(String::isBlank)) {
                throw new IllegalArgumentException("drill of nobody or nothing: " + participants);
            }
            if (!passed && lessons.isEmpty()) {
                throw new IllegalArgumentException("failed drill teaches nothing: " + at);
            }
        }
    }
}
