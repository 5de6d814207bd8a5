package dev.guanjia.workorder;

import dev.guanjia.organisation.staff.QualificationKey;
import dev.guanjia.property.CommunityId;
import dev.guanjia.property.UnitId;
import dev.guanjia.workorder.level.Matter;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was told to us (受理); it never changes, but for how grave it is held, see {@link
 * WorkOrderEvent.Reclassed}. Source: 03 P-INTAKE.
 *
 * @param kind which lifecycle it begins
 * @param site where
 * @param title what it is about in a few words, not blank
 * @param description what was said, in full; null when nobody wrote more than the title
 * @param needs what the work takes beyond what is usual for its kind, sorted
 * @param triage how it was classed
 * @param reception how and when it reached us
 */
public record Intake(
        WorkOrderKind kind,
        Site site,
        String title,
        @Nullable String description,
        List<QualificationKey> needs,
        Triage triage,
        Reception reception) {

    /** Copies; a matter has a title. */
    public Intake {
        needs = needs.stream().distinct().sorted().toList();
        if (title.isBlank()) {
            throw new IllegalArgumentException("title is blank");
        }
    }

    /**
     * The community of the site.
     *
     * @return where, as the company counts
     */
    public CommunityId community() {
        return site.community();
    }

    /**
     * The unit of the site.
     *
     * @return whose; null when it concerns no single unit
     */
    public @Nullable UnitId unit() {
        return site.unit();
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
