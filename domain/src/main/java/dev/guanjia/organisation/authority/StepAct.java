package dev.guanjia.organisation.authority;

import dev.guanjia.organisation.segregation.SegregationKey;

/** What a step of an approval does. Source: AUT-19. */
public enum StepAct {
    /** 复核: looks through the papers before anybody decides. */
    CHECK("CHECKED"),
    /** 审批: decides. */
    APPROVE("APPROVED"),
    /** 监核, 会签: supervises what is decided, independently. */
    COUNTERSIGN("COUNTERSIGNED");

    private final String performed;

    StepAct(String performed) {
        this.performed = performed;
    }

    /**
     * The act under which rules on acts name such a step, whatever it decides on.
     *
     * @return e.g. {@code APPROVED}
     */
    public SegregationKey performed() {
        return new SegregationKey(performed);
    }
}
