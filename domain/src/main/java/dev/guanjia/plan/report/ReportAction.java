package dev.guanjia.plan.report;

/** What can be attempted on a report. */
public enum ReportAction {
    /** Hand it in. */
    HAND_IN,
    /** Say that it was read. */
    READ
}
