package dev.guanjia.security.shift;

import dev.guanjia.decision.RefusalCode;

/** Why a request about shifts is refused, most important first. Instants are ISO, in UTC. */
public enum ShiftRefusal implements RefusalCode {
    /** The step is not legal there. Facts: {@code station, state, action, legal}. */
    WRONG_STATE("handover-wrong-state"),
    /** It lies before what happened already. Facts: {@code station, at, last}. */
    TIME_RUNS_BACKWARDS("shift-time-runs-backwards"),
    /** Somebody else has to do it. Facts: {@code station, action, staff, expected}. */
    NOT_YOURS("handover-not-yours"),
    /** There is no such item to hand over. Facts: {@code station, item}. */
    ITEM_UNKNOWN("handover-item-unknown"),
    /** An item is unclear or unchecked, so nobody takes over. Facts: {@code station, item}. */
    ITEM_NOT_CLEAR("handover-item-not-clear"),
    /** A refusal or an unclear item needs a reason. Facts: {@code station, action}. */
    REASON_MISSING("handover-reason-missing"),
    /** The relief is not on post. Facts: {@code station, relief}. */
    RELIEF_NOT_ON_POST("handover-relief-not-on-post"),
    /** The log went on after it was prepared. Facts: {@code station}. */
    LOG_CHANGED("handover-log-changed"),
    /** The handover is not released yet. Facts: {@code station, state}. */
    NOT_RELEASED("watch-not-released"),
    /** Somebody else answers for the post. Facts: {@code station, staff, responsible}. */
    NOT_RESPONSIBLE("watch-not-responsible"),
    /** The holder is away from the post. Facts: {@code station, staff}. */
    HOLDER_AWAY("watch-holder-away"),
    /** The holder is on post already. Facts: {@code station, staff}. */
    HOLDER_NOT_AWAY("watch-holder-not-away"),
    /** The shift leader has not consented. Facts: {@code station, leader}. */
    CONSENT_MISSING("watch-consent-missing"),
    /** Nobody else is in place meanwhile. Facts: {@code station, staff}. */
    STAND_IN_MISSING("watch-stand-in-missing"),
    /** The kit has no such thing. Facts: {@code station, subject}. */
    SUBJECT_UNKNOWN("shift-subject-unknown"),
    /** It is lent, noted or there already. Facts: {@code station, subject}. */
    SUBJECT_TWICE("shift-subject-twice"),
    /** The kit holds less money. Facts: {@code station, amount, held}. */
    MONEY_SHORT("shift-money-short"),
    /** The person works elsewhere at that time. Facts: {@code staff, station, other, from, to}. */
    TURNS_OVERLAP("shift-turns-overlap"),
    /** Somebody was there later than it is to end. Facts: {@code station, last}. */
    STATION_IN_USE("station-in-use"),
    /** The person is at another station then. Facts: {@code staff, station, other}. */
    AT_ANOTHER_STATION("watch-at-another-station"),
    /** No turn lasts so long. Facts: {@code station, staff, minutes, most}. */
    TURN_TOO_LONG("shift-turn-too-long"),
    /** The turn has begun and stays. Facts: {@code station, staff, from}. */
    TURN_BEGUN("shift-turn-begun");

    private final String key;

    ShiftRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
