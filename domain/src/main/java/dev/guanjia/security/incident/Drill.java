package dev.guanjia.security.incident;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Identifier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A drill of an emergency plan. Source: requirements 03 P-INCIDENT, R-DRILL.
 *
 * @param id names it
 * @param kind the key of the kind it is for
 * @param plannedOn the day
 * @param held its result; empty before
 */
public record Drill(String id, String kind, LocalDate plannedOn, Optional<Held> held) {

    /** Rejects an id of another shape. */
    public Drill {
        Identifier.require("drill id", id);
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
        return new Drill(id, kind, plannedOn, Optional.empty());
    }

    /**
     * Records that it was held.
     *
     * @param result how it went
     * @return the drill afterwards, or refused with {@code DRILL_TWICE}
     */
    public Decision<Drill> hold(Held result) {
        return held.isEmpty()
                ? Decision.accept(new Drill(id, kind, plannedOn, Optional.of(result)))
                : Decision.refuse(List.of(IncidentRefusal.DRILL_TWICE.because("drill", id)));
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
