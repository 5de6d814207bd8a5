package dev.guanjia.security.incident;

import dev.guanjia.security.incident.EmergencyPlan.Action;
import dev.guanjia.security.incident.EmergencyPlan.Event;
import dev.guanjia.security.incident.EmergencyPlan.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happened to a plan, as it was entered: which version was in force when. */
record PlanHistory(List<Event> events) {

    /** How many versions were written. */
    int versions() {
        return 1 + (int) events.stream().filter(event -> event.action() == Action.REVISE).count();
    }

    /** When it was approved or revised last. */
    Optional<Instant> last() {
        return events.stream()
                .filter(event -> event.action() != Action.DRILL)
                .map(Event::at)
                .reduce((earlier, later) -> later);
    }

    /** The number of the version approved last before or at an instant; 0 for none. */
    int inForce(Instant at) {
        int written = 1;
        int approved = 0;
        for (Event event : events) {
            written += event.action() == Action.REVISE ? 1 : 0;
            if (event.action() == Action.APPROVE && !event.at().isAfter(at)) {
                approved = written;
            }
        }
        return approved;
    }

    /** Whether a drill was entered. */
    boolean drilled(String drill) {
        return events.stream()
                .anyMatch(event -> event.action() == Action.DRILL && event.note().equals(drill));
    }

    /** Where it led; an event that could not happen throws. */
    State state() {
        State state = EmergencyPlan.TABLE.initial();
        for (int i = 0; i < events.size(); i++) {
            PlanHistory before = new PlanHistory(events.subList(0, i));
            Event event = events.get(i);
            State next =
                    EmergencyPlan.TABLE
                            .next(state, event.action())
                            .filter(to -> before.allows(event))
                            .orElseThrow(() -> new IllegalArgumentException("no way: " + event));
            state = before.isOfPast(event) ? state : next;
        }
        return state;
    }

    private boolean allows(Event event) {
        return event.action() == Action.DRILL
                ? inForce(event.at()) > 0 && !drilled(event.note())
                : last().filter(event.at()::isBefore).isEmpty();
    }

    /** Whether it is a drill of a version that others have taken the place of. */
    private boolean isOfPast(Event event) {
        return event.action() == Action.DRILL && inForce(event.at()) != inForce(Instant.MAX);
    }
}
