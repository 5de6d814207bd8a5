package dev.guanjia.plan.report;

import dev.guanjia.decision.RefusalCode;

/** Why a request about reports is refused, most important first. Days and instants are ISO. */
public enum ReportRefusal implements RefusalCode {
    /** The action is not legal there. Facts: {@code report, state, action}. */
    WRONG_STATE("report-wrong-state"),
    /** Nobody in the company reads what goes outside. Facts: {@code report, to}. */
    GOES_OUTSIDE("report-goes-outside"),
    /** The period it is on has not begun. Facts: {@code report, start, day}. */
    PERIOD_NOT_BEGUN("report-period-not-begun"),
    /** It was handed in later. Facts: {@code report, at, last}. */
    TIME_RUNS_BACKWARDS("report-time-runs-backwards"),
    /** Another post takes this step. Facts: {@code report, action, post, expected}. */
    NOT_ENTITLED("report-not-entitled"),
    /** Who wrote it does not read it for the superior. Facts: {@code report, staff}. */
    SELF_READ("report-self-read"),
    /** It is not said where the report is. Facts: {@code report}. */
    REFERENCE_MISSING("report-reference-missing");

    private final String key;

    ReportRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
