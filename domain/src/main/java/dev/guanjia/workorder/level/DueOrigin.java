package dev.guanjia.workorder.level;

/** Where a due time comes from. */
public enum DueOrigin {
    /** From the company's own row. */
    SERVICE_LEVEL,
    /** Agreed with the customer, or taken over from another system. */
    GIVEN,
    /** From nowhere: there is no limit. */
    NONE
}
