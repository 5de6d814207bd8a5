package dev.guanjia.workorder;

import dev.guanjia.property.CommunityId;
import dev.guanjia.property.UnitId;
import dev.guanjia.workorder.level.Matter;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import org.jspecify.annotations.Nullable;

/**
 * What was told to us (受理); it never changes, but for how grave it is held, see {@link
 * WorkOrderEvent.Reclassed}. Source: 03 P-INTAKE.
 *
 * @param kind which lifecycle it begins
 * @param community where
 * @param unit whose; null when it concerns no single unit, as a lamp in a hall
 * @param title what it is about in a few words, not blank
 * @param description what was said, in full; null when nobody wrote more than the title
 * @param triage how it was classed
 * @param reception how and when it reached us
 */
public record Intake(
        WorkOrderKind kind,
        CommunityId community,
        @Nullable UnitId unit,
        String title,
        @Nullable String description,
        Triage triage,
        Reception reception) {

    /** A matter has a title. */
    public Intake {
        if (title.isBlank()) {
            throw new IllegalArgumentException("title is blank");
        }
    }

    /**
     * What its time limits depend on.
     *
     * @return of an unknown requester the customer class is not said
     */
    public Matter matter() {
        Requester requester = reception.requester();
        return new Matter(
                kind, triage.severity(), triage.place(), requester == null ? null : requester.as());
    }
}
