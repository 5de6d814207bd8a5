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
    /**
     * Only whoever commands, with a reason, does the part of another. Facts: {@code incident,
     * step}.
     */
    STEP_REASON_MISSING("incident-step-reason-missing"),
    /** Somebody else commands. Facts: {@code incident, action, commander}. */
    NOT_IN_COMMAND("incident-not-in-command"),
    /** The post does not stand above the one that commands. Facts: {@code incident, post, held}. */
    COMMAND_HELD("incident-command-held"),
    /** Somebody above has to take the command first. Facts: {@code incident, post, expected}. */
    BEYOND_AUTHORITY("incident-beyond-authority"),
    /** The scene is not protected. Facts: {@code incident, step}. */
    SCENE_UNPROTECTED("incident-scene-unprotected"),
    /** A step of the plan is open. Facts: {@code incident, step}. */
    STEP_OPEN("incident-step-open"),
    /** The manager has not been told. Facts: {@code incident, post}. */
    MANAGER_NOT_TOLD("incident-manager-not-told"),
    /** The manager of this kind need not or has been told. Facts: {@code incident}. */
    NOTICE_NOT_OPEN("incident-notice-not-open"),
    /** Others were to be told. Facts: {@code incident, post, expected}. */
    NOTICE_NOT_YOURS("incident-notice-not-yours"),
    /** It did not happen after it was confirmed. Facts: {@code incident, at, confirmed}. */
    HAPPENED_LATER("incident-happened-later"),
    /** A mistake of the staff is somebody's. Facts: {@code incident, cause}. */
    RESPONSIBLE_MISSING("incident-responsible-missing"),
    /** There is no report. Facts: {@code incident}. */
    REPORT_MISSING("incident-report-missing"),
    /** Nobody is jointly liable without poor management. Facts: {@code cause}. */
    JOINT_LIABILITY_UNFOUNDED("incident-joint-liability-unfounded"),
    /** The drill is of another kind. Facts: {@code drill, kind, expected}. */
    DRILL_OF_ANOTHER_KIND("drill-of-another-kind"),
    /** The drill was not held. Facts: {@code drill}. */
    DRILL_NOT_HELD("drill-not-held"),
    /** The drill was held, or entered in its plan, already. Facts: {@code drill}. */
    DRILL_TWICE("drill-held-already"),
    /** The drill was cancelled. Facts: {@code drill}. */
    DRILL_CANCELLED("drill-cancelled"),
    /** No version of the plan was in force then. Facts: {@code drill, at}. */
    DRILL_BEFORE_APPROVAL("drill-before-approval"),
    /** The plan does not protect the scene. Facts: {@code kind}. */
    PLAN_WITHOUT_SCENE("emergency-plan-without-scene"),
    /** Nobody in the company does the step. Facts: {@code kind, step, post}. */
    STEP_WITHOUT_POST("emergency-step-without-post");

    private final String key;

    IncidentRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
