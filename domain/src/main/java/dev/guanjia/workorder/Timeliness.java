package dev.guanjia.workorder;

/** Whether a work order keeps its time. */
public enum Timeliness {
    /** Ended at or before the due time, or still open and not past it. Source: 04 note 9. */
    ON_TIME,
    /** Past the due time. Source: 03 P-COMPLAINT rule 5. */
    OVERDUE,
    /** No limit was set, so none can be missed. Source: 06 A-60. */
    NO_LIMIT
}
