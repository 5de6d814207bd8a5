package dev.guanjia.plan.meeting;

import dev.guanjia.decision.RefusalCode;

/** Why a request about meetings is refused, most important first. Days and instants are ISO. */
public enum MeetingRefusal implements RefusalCode {
    /** The action is not legal there. Facts: {@code meeting, state, action}. */
    WRONG_STATE("meeting-wrong-state"),
    /** What is not in issued minutes is not carried out. Facts: {@code meeting, state}. */
    NOT_MINUTED("meeting-not-minuted"),
    /** It is held before its day. Facts: {@code meeting, day, at}. */
    NOT_YET("meeting-not-yet"),
    /** Something later has already happened. Facts: {@code meeting, at, last}. */
    TIME_RUNS_BACKWARDS("meeting-time-runs-backwards"),
    /** Neither the chair nor the recorder. Facts: {@code meeting, action, post, expected}. */
    NOT_ENTITLED("meeting-not-entitled"),
    /** The company has no such post. Facts: {@code meeting, post}. */
    POST_UNKNOWN("meeting-post-unknown"),
    /** The matter was decided already. Facts: {@code item}. */
    ACTION_TWICE("meeting-action-twice"),
    /** Nobody is named to do it. Facts: {@code item}. */
    ACTION_WITHOUT_OWNER("meeting-action-without-owner"),
    /** No node date is named. Facts: {@code item}. */
    ACTION_WITHOUT_NODE_DATE("meeting-action-without-node-date"),
    /** The node date lies before the meeting. Facts: {@code item, node, day}. */
    ACTION_NODE_PASSED("meeting-action-node-passed"),
    /** Who does it would confirm it. Facts: {@code item, post}. */
    ACTION_SELF_VERIFIED("meeting-action-self-verified");

    private final String key;

    MeetingRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
