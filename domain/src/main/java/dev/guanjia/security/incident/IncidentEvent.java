package dev.guanjia.security.incident;

import dev.guanjia.organisation.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * A step in the handling of an incident.
 *
 * @param action what was done
 * @param by who did it, in which post
 * @param at when
 * @param step the step of the plan, present exactly for {@code TICK}
 * @param report the report, present exactly for {@code FILE_REPORT}
 * @param reason why whoever commands records a step of another post; for {@code TICK} alone
 * @param to who commands from then on, present exactly for {@code HAND_OVER}
 */
public record IncidentEvent(
        Incident.Action action,
        Actor by,
        Instant at,
        Optional<String> step,
        Optional<IncidentReport> report,
        Optional<String> reason,
        Optional<Commander> to) {

    /** An event carries what its action needs, and nothing else. */
    public IncidentEvent {
        if (step.isPresent() != (action == Incident.Action.TICK)
                || report.isPresent() != (action == Incident.Action.FILE_REPORT)
                || to.isPresent() != (action == Incident.Action.HAND_OVER)) {
            throw new IllegalArgumentException(
                    action + " does not suit " + step + " " + report + " " + to);
        }
        if (reason.isPresent() && (step.isEmpty() || reason.get().isBlank())) {
            throw new IllegalArgumentException("no step or no reason: " + reason);
        }
    }

    /**
     * An event that only moves the incident on.
     *
     * @param action what was done
     * @param by who did it
     * @param at when
     * @return the event
     */
    public static IncidentEvent of(Incident.Action action, Actor by, Instant at) {
        return new IncidentEvent(
                action,
                by,
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * That a step of the plan was done.
     *
     * @param step its key
     * @param by who did it
     * @param at when
     * @return the event
     */
    public static IncidentEvent tick(String step, Actor by, Instant at) {
        return new IncidentEvent(
                Incident.Action.TICK,
                by,
                at,
                Optional.of(step),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * The same event with a reason.
     *
     * @param why why whoever commands records a step of another post, not blank
     * @return the event
     */
    public IncidentEvent because(String why) {
        return new IncidentEvent(action, by, at, step, report, Optional.of(why), to);
    }

    /**
     * That the report was filed.
     *
     * @param report the report
     * @param by who filed it
     * @param at when
     * @return the event
     */
    public static IncidentEvent file(IncidentReport report, Actor by, Instant at) {
        return new IncidentEvent(
                Incident.Action.FILE_REPORT,
                by,
                at,
                Optional.empty(),
                Optional.of(report),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * That whoever commands handed the command to somebody else.
     *
     * @param to who commands from that moment on
     * @param by who handed it over
     * @return the event
     */
    public static IncidentEvent handOver(Commander to, Actor by) {
        return new IncidentEvent(
                Incident.Action.HAND_OVER,
                by,
                to.since(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(to));
    }
}
