package dev.guanjia.security.incident;

import dev.guanjia.decision.RefusalCode;

/** Why a request about emergencies is refused, most important first. Instants are ISO, in UTC. */
public enum IncidentRefusal implements RefusalCode {
    /** The action is not legal there. Facts: {@code subject, state, action, legal}. */
    WRONG_STATE("emergency-wrong-state"),
    /** It lies before what happened already. Facts: {@code subject, at, last}. */
    TIME_RUNS_BACKWARDS("emergency-time-runs-backwards"),
    /** The plan has no such step. Facts: {@code incident, step}. */
    STEP_UNKNOWN("incident-step-unknown"),
    /** The step is ticked. Facts: {@code incident, step}. */
    STEP_TWICE("incident-step-twice"),
    /** The step is another post's. Facts: {@code incident, step, post, expected}. */
    STEP_NOT_YOURS("incident-step-not-yours"),
    /** The scene is not protected. Facts: {@code incident, step}. */
    SCENE_UNPROTECTED("incident-scene-unprotected"),
    /** A step of the plan is open. Facts: {@code incident, step}. */
    STEP_OPEN("incident-step-open"),
    /** The manager has not been told. Facts: {@code incident, post}. */
    MANAGER_NOT_TOLD("incident-manager-not-told"),
    /** The manager of this kind need not or has been told. Facts: {@code incident}. */
    NOTICE_NOT_OPEN("incident-notice-not-open"),
    /** There is no report. Facts: {@code incident}. */
    REPORT_MISSING("incident-report-missing"),
    /** Nobody is jointly liable without poor management. Facts: {@code cause}. */
    JOINT_LIABILITY_UNFOUNDED("incident-joint-liability-unfounded"),
    /** The drill is of another kind. Facts: {@code drill, kind, expected}. */
    DRILL_OF_ANOTHER_KIND("drill-of-another-kind"),
    /** The drill was not held. Facts: {@code drill}. */
    DRILL_NOT_HELD("drill-not-held"),
    /** The drill was held already. Facts: {@code drill}. */
    DRILL_TWICE("drill-held-already");

    private final String key;

    IncidentRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
