package dev.guanjia.security.incident;

import dev.guanjia.decision.Decision;
import dev.guanjia.organisation.StaffId;
import java.time.Instant;
import java.util.List;

/**
 * What came of an incident: time, place, event, action, liability. Source: requirements 03 part 7
 * R-INCIDENT; 05 S16 B6.
 *
 * @param what what happened, not blank
 * @param place where, not blank
 * @param at when
 * @param actions what was done about it, not blank
 * @param causes why, not blank
 * @param liability who answers for it
 */
public record IncidentReport(
        String what, String place, Instant at, String actions, String causes, Liability liability) {

    /** A report says all that one has to say. */
    public IncidentReport {
        if (what.isBlank() || place.isBlank() || actions.isBlank() || causes.isBlank()) {
            throw new IllegalArgumentException("report needs what, where, why, what done: " + at);
        }
    }

    /**
     * Names who is jointly liable, such as the shift leader.
     *
     * @param staff the persons
     * @return the report with them, or refused with {@code JOINT_LIABILITY_UNFOUNDED}
     */
    public Decision<IncidentReport> holdLiable(List<StaffId> staff) {
        return liability.cause() == Cause.POOR_MANAGEMENT || staff.isEmpty()
                ? Decision.accept(
                        new IncidentReport(what, place, at, actions, causes, liability.with(staff)))
                : Decision.refuse(
                        List.of(
                                IncidentRefusal.JOINT_LIABILITY_UNFOUNDED.because(
                                        "cause", liability.cause().name())));
    }

    /**
     * Who answers for an incident.
     *
     * @param cause what sort of cause it was
     * @param responsible who answers for it, possibly nobody
     * @param jointlyLiable who answers beside them; nobody unless the cause is poor management
     */
    public record Liability(Cause cause, List<StaffId> responsible, List<StaffId> jointlyLiable) {

        /** Copies; joint liability needs poor management. */
        public Liability {
            responsible = List.copyOf(responsible);
            jointlyLiable = List.copyOf(jointlyLiable);
            if (!jointlyLiable.isEmpty() && cause != Cause.POOR_MANAGEMENT) {
                throw new IllegalArgumentException("joint liability without cause: " + cause);
            }
        }

        private Liability with(List<StaffId> staff) {
            return new Liability(cause, responsible, staff);
        }

        /** Whether somebody of the staff made it happen whom the report does not name. */
        boolean namesNobody() {
            return cause == Cause.STAFF_ERROR && responsible.isEmpty();
        }
    }

    /** Sorts of causes. */
    public enum Cause {
        /** Nobody's doing. */
        CHANCE,
        /** Somebody outside the company. */
        OUTSIDER,
        /** A mistake of one member of staff. */
        STAFF_ERROR,
        /** The work was badly led. */
        POOR_MANAGEMENT,
        /** Not known yet. */
        UNKNOWN
    }
}
