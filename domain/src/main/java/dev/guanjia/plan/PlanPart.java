package dev.guanjia.plan;

import dev.guanjia.money.Money;
import dev.guanjia.organisation.company.DepartmentKey;

/**
 * The part of an amount that one department takes over for one period (目标分解).
 *
 * @param department who takes it over
 * @param period when
 * @param amount how much
 */
public record PlanPart(DepartmentKey department, PlanPeriod period, Money amount) {

    /**
     * Whether a plan is the one that takes this part over.
     *
     * @param head what the plan is
     * @return true for a plan of the same department and period
     */
    boolean isFor(PlanHead head) {
        return department.equals(head.department()) && period.equals(head.period());
    }
}
