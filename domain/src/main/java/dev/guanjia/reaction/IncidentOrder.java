package dev.guanjia.reaction;

import dev.guanjia.property.CommunityId;
import dev.guanjia.security.incident.Incident;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.Site;
import dev.guanjia.workorder.Triage;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.PlaceKind;
import dev.guanjia.workorder.lifecycle.Severity;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done about an incident as a work order: its handling, or what it broke. Source:
 * requirements 03 P-INCIDENT, accidents and cases are rectified.
 */
public final class IncidentOrder {

    private IncidentOrder() {}

    /**
     * Whether an incident opens orders of a kind.
     *
     * @param kind a kind of order
     * @return true for what the company opens for itself
     */
    public static boolean suits(WorkOrderKind kind) {
        return !Lifecycle.of(kind).isFromCustomer();
    }

    /**
     * What is to be done.
     *
     * @param kind a kind that suits
     * @param title in a few words, not blank
     * @param description in full; null when there is no more to say
     */
    public record Work(WorkOrderKind kind, String title, @Nullable String description) {

        /** Customers ask for the other kinds. */
        public Work {
            if (!suits(kind)) {
                throw new IllegalArgumentException("no work of an incident: " + kind);
            }
        }
    }

    /**
     * Says what is to be done.
     *
     * @param incident the incident
     * @param community where it happened
     * @param work what is to be done
     * @param at when the order is opened
     * @return the intake, an emergency if it is the handling itself; its description begins with
     *     where and what
     */
    public static Intake intake(Incident incident, CommunityId community, Work work, Instant at) {
        boolean handling = work.kind() == WorkOrderKind.INCIDENT;
        String where = incident.alarm().place() + ": " + incident.alarm().what();
        return new Intake(
                work.kind(),
                Site.of(community, null),
                work.title(),
                work.description() == null ? where : where + "\n" + work.description(),
                List.of(),
                new Triage(handling ? Severity.EMERGENCY : Severity.NORMAL, PlaceKind.COMMON_AREA),
                OwnReception.of(OwnReception.OTHER, at, null));
    }
}
