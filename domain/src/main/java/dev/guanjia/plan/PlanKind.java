package dev.guanjia.plan;

/** Who has the last word on a plan. */
public enum PlanKind {
    /** A department's plan: the manager reviews it. Source: AUT-04. */
    DEPARTMENT,
    /**
     * The company's plan: it is reviewed, then the company's leader approves it. Source: AUT-11.
     */
    COMPANY
}
