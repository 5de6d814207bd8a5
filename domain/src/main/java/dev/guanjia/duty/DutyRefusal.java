package dev.guanjia.duty;

import dev.guanjia.decision.RefusalCode;

/** Why a command on a duty is refused, most important first. */
public enum DutyRefusal implements RefusalCode {
    /** The action is not allowed in this state. Facts: {@code duty, state, action}. */
    WRONG_STATE("duty-wrong-state"),
    /** The duty needs no confirmation. Facts: {@code duty}. */
    NO_APPROVER("duty-has-no-approver"),
    /** Its period has not begun. Facts: {@code duty, start, at}. */
    PERIOD_NOT_BEGUN("duty-period-not-begun"),
    /** Something later has already happened. Facts: {@code duty, at, last}. */
    TIME_RUNS_BACKWARDS("duty-time-runs-backwards"),
    /** Another person answers for it. Facts: {@code staff, post, responsible}. */
    NOT_RESPONSIBLE("duty-not-responsible"),
    /** Another post confirms it. Facts: {@code post, approver}. */
    NOT_APPROVER("duty-not-approver"),
    /** Performer and confirmer are one person. Facts: {@code staff}. */
    SELF_CONFIRMATION("duty-self-confirmation"),
    /** None of the records asked for is shown. Facts: {@code duty, expected}. */
    EVIDENCE_MISSING("duty-evidence-missing"),
    /** Only what is overdue is escalated. Facts: {@code duty, due}. */
    NOT_OVERDUE("duty-not-overdue"),
    /** Neither responsible nor in the line above. Facts: {@code staff, post, duty}. */
    NOT_IN_LINE("duty-not-in-line"),
    /** Nobody is left above. Facts: {@code duty, post}. */
    NO_HIGHER_POST("duty-no-higher-post"),
    /** Neither the approver nor in the line above. Facts: {@code post, duty}. */
    NOT_WAIVABLE("duty-not-waivable-by"),
    /** Who answers for it does not waive it. Facts: {@code staff}. */
    SELF_WAIVER("duty-self-waiver"),
    /** No reason is given. Facts: {@code duty}. */
    REASON_MISSING("duty-reason-missing");

    private final String key;

    DutyRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
