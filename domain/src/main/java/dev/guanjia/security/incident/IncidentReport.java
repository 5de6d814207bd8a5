package dev.guanjia.security.incident;

import dev.guanjia.decision.Decision;
import dev.guanjia.organisation.StaffId;
import java.time.Instant;
import java.util.List;

/**
 * What came of an incident. Source: requirements 03 R-INCIDENT, 05 S16.
 *
 * @param what what happened, not blank
 * @param place where, not blank
 * @param at when
 * @param causes why, not blank
 * @param cause what sort of cause it was
 * @param responsible who answers for it, possibly nobody
 * @param jointlyLiable who answers beside them; nobody unless the cause is poor management
 */
public record IncidentReport(
        String what,
        String place,
        Instant at,
        String causes,
        Cause cause,
        List<StaffId> responsible,
        List<StaffId> jointlyLiable) {

    /** Copies; joint liability needs poor management. */
    public IncidentReport {
        responsible = List.copyOf(responsible);
        jointlyLiable = List.copyOf(jointlyLiable);
        if (what.isBlank() || place.isBlank() || causes.isBlank()) {
            throw new IllegalArgumentException("report needs what, where and why: " + at);
        }
        if (!jointlyLiable.isEmpty() && cause != Cause.POOR_MANAGEMENT) {
            throw new IllegalArgumentException("joint liability without cause: " + cause);
        }
    }

    /**
     * Names who is jointly liable, such as the shift leader.
     *
     * @param staff the persons
     * @return the report with them, or refused with {@code JOINT_LIABILITY_UNFOUNDED}
     */
    public Decision<IncidentReport> holdLiable(List<StaffId> staff) {
        return cause == Cause.POOR_MANAGEMENT || staff.isEmpty()
                ? Decision.accept(
                        new IncidentReport(what, place, at, causes, cause, responsible, staff))
                : Decision.refuse(
                        List.of(
                                IncidentRefusal.JOINT_LIABILITY_UNFOUNDED.because(
                                        "cause", cause.name())));
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
