package dev.guanjia.workorder;

import dev.guanjia.decision.RefusalCode;

/** Why a request about work orders is refused, most important first. Instants are ISO, in UTC. */
public enum WorkOrderRefusal implements RefusalCode {
    /** The action is not legal there. Facts: {@code kind, state, action, legal}. */
    WRONG_STATE("work-order-wrong-state"),
    /** The order is somebody else's. Facts: {@code staff, assignee, action}. */
    NOT_THE_ASSIGNEE("work-order-not-the-assignee"),
    /** Whoever calls back did the work (SOD-17). Facts: {@code staff, action}. */
    CALLER_DID_THE_WORK("work-order-caller-did-the-work"),
    /** Whoever checks had a hand in the work (SOD-17). Facts: {@code staff, action}. */
    CHECKER_DID_THE_WORK("work-order-checker-did-the-work"),
    /** The customer has to be called back, and be satisfied. Facts: {@code action}. */
    CALL_BACK_DUE("work-order-call-back-due"),
    /** What was split off it has not ended. Facts: {@code children, action}. */
    CHILDREN_OPEN("work-order-children-open"),
    /** It would have happened before what happened last. Facts: {@code occurred, previous}. */
    BEFORE_PREVIOUS_EVENT("work-order-before-previous-event"),
    /** Nobody is named to do the work. Facts: {@code action}. */
    ASSIGNEE_MISSING("work-order-assignee-missing"),
    /** Somebody is named where nobody is given work. Facts: {@code action, assignee}. */
    ASSIGNEE_UNEXPECTED("work-order-assignee-unexpected"),
    /** It is not said why. Facts: {@code action}. */
    REASON_MISSING("work-order-reason-missing"),
    /** The due time lies before the reception. Facts: {@code due, received}. */
    DUE_BEFORE_RECEIVED("work-order-due-before-received"),
    /** Resolved, but it is not said how it ended. Facts: {@code resolved}. */
    CLOSURE_MISSING("work-order-closure-missing"),
    /** Handled, but it is not said when. Facts: {@code outcome}. */
    RESOLUTION_MISSING("work-order-resolution-missing"),
    /** It ended before it was received. Facts: {@code resolved, received}. */
    RESOLVED_BEFORE_RECEIVED("work-order-resolved-before-received"),
    /** Somebody else was quicker. Facts: {@code expected, actual}. */
    VERSION_STALE("work-order-version-stale"),
    /** The two are linked already. Facts: {@code order, kind, target}. */
    LINK_EXISTS("work-order-link-exists"),
    /**
     * It would be split off two orders, or come from two requests. Facts: {@code order, target}.
     */
    ORIGIN_EXISTS("work-order-origin-exists"),
    /** It would be split off itself. Facts: {@code order, target}. */
    LINKS_GO_IN_A_CIRCLE("work-order-links-go-in-a-circle"),
    /** What is open cannot be split off what has ended. Facts: {@code order, target}. */
    PARENT_ENDED("work-order-parent-ended"),
    /** The path leads out of the store. Facts: {@code field, value}. */
    ATTACHMENT_PATH_INVALID("work-order-attachment-path-invalid"),
    /** A field of an attachment has another shape. Facts: {@code field, value}. */
    ATTACHMENT_FIELD_INVALID("work-order-attachment-field-invalid"),
    /** It is no longer open, so its severity stands. Facts: {@code order, state}. */
    SEVERITY_FIXED("work-order-severity-fixed"),
    /** It is held for that already. Facts: {@code order, severity}. */
    SEVERITY_SAME("work-order-severity-same");

    private final String key;

    WorkOrderRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
