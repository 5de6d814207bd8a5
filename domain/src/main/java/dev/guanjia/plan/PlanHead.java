package dev.guanjia.plan;

import dev.guanjia.organisation.company.DepartmentKey;
import java.util.Optional;

/**
 * What a plan is, apart from its items.
 *
 * @param id which plan
 * @param kind who has the last word on it
 * @param title what it is called, in the company's own words; not blank
 * @param department whose plan it is
 * @param period what it is for
 * @param parent the plan it carries out, e.g. the annual plan of a monthly one; empty at the top
 * @param posts who draws it up, reviews and approves it
 */
public record PlanHead(
        PlanId id,
        PlanKind kind,
        String title,
        DepartmentKey department,
        PlanPeriod period,
        Optional<PlanId> parent,
        PlanPosts posts) {

    /** Only the company's plan has an approver, and no plan carries out itself. */
    public PlanHead {
        if (title.isBlank() || parent.equals(Optional.of(id))) {
            throw new IllegalArgumentException("plan needs a title and another parent: " + id);
        }
        if (posts.approver().isPresent() != (kind == PlanKind.COMPANY)) {
            throw new IllegalArgumentException(kind + " plan with approver " + posts.approver());
        }
    }
}
