package dev.guanjia.plan.report;

/** Where a report stands. */
public enum ReportState {
    /** Owed. */
    DUE,
    /** Handed in; final when it goes outside the company. */
    HANDED_IN,
    /** Read by whom it went to. */
    READ
}
