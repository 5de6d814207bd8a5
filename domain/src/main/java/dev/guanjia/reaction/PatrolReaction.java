package dev.guanjia.reaction;

import dev.guanjia.property.CommunityId;
import dev.guanjia.security.patrol.Checkpoint;
import dev.guanjia.security.patrol.Finding;
import dev.guanjia.security.patrol.PatrolPlan;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.Site;
import dev.guanjia.workorder.Triage;
import dev.guanjia.workorder.lifecycle.PlaceKind;
import dev.guanjia.workorder.lifecycle.Severity;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.util.List;

/** Makes work of what a patrol found. Source: requirements 03 P-PATROL. */
public final class PatrolReaction {

    private static final int LONGEST_TITLE = 200;

    private PatrolReaction() {}

    /**
     * What a failed check asks to be done.
     *
     * <p>Shape: the title is the place and what was found there, cut after 200 characters; the
     * description says both in either language. The reference, {@code round/checkpoint/item}, is
     * that of this finding alone, so that a second order for it can be told.
     *
     * @param finding a failed check
     * @param sort the sort of its plan
     * @param point its checkpoint
     * @param community where
     * @return a matter of kind {@code PATROL_FINDING}, or {@code INSPECTION_FINDING} where the plan
     *     is one of inspections, at the place of its checkpoint, received when it was found, in the
     *     grounds or else in a common area
     */
    public static Intake intake(
            Finding finding, PatrolPlan.Sort sort, Checkpoint point, CommunityId community) {
        boolean outside = point.area().equals(PatrolPlan.SURROUNDINGS);
        PlaceKind place = outside ? PlaceKind.GROUNDS : PlaceKind.COMMON_AREA;
        String reference =
                String.join("/", finding.round().value(), finding.checkpoint(), finding.item());
        return new Intake(
                kind(sort),
                new Site(community, null, point.building().orElse(null), finding.place()),
                cut(finding.place() + "：" + finding.text().zh()),
                finding.place() + "：" + finding.text().zh() + "\n" + finding.text().en(),
                List.of(),
                new Triage(severity(finding.severity()), place),
                OwnReception.of(OwnReception.PATROL, finding.at(), reference));
    }

    private static WorkOrderKind kind(PatrolPlan.Sort sort) {
        return switch (sort) {
            case PATROL -> WorkOrderKind.PATROL_FINDING;
            case INSPECTION -> WorkOrderKind.INSPECTION_FINDING;
        };
    }

    private static Severity severity(Finding.Severity found) {
        return switch (found) {
            case MINOR -> Severity.MINOR;
            case MAJOR -> Severity.MAJOR;
            case CRITICAL -> Severity.EMERGENCY;
        };
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_TITLE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_TITLE));
    }
}
