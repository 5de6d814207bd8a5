package dev.guanjia.server.application;

import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import dev.guanjia.server.problem.Refused;
import java.util.List;
import java.util.Map;

/** Why something about a company's duties cannot be entered. */
public enum DutyRuleRefusal implements RefusalCode {
    /** The catalogue does not take the row. Facts: {@code reason}. */
    DUTY_ROW_FAULTY("duty-row-faulty"),
    /** There is a duty of that id. Facts: {@code duty}. */
    DUTY_ID_TAKEN("duty-id-taken"),
    /** It was retired. Facts: {@code duty, to}. */
    DUTY_RETIRED("duty-retired"),
    /** Nothing that happens calls for it. Facts: {@code duty}. */
    DUTY_NOT_ON_EVENT("duty-not-on-event"),
    /** The company did not have it on that day. Facts: {@code duty, day}. */
    DUTY_NOT_IN_FORCE("duty-not-in-force"),
    /** It has an interval from that day. Facts: {@code duty, from}. */
    DUTY_INTERVAL_TAKEN("duty-interval-taken"),
    /** There is a row of that shift from that day. Facts: {@code shift, from}. */
    SHIFT_TAKEN("shift-taken"),
    /** The word has a limit from that day. Facts: {@code word, from}. */
    ALLOWANCE_TAKEN("allowance-taken"),
    /** There is an area of that key. Facts: {@code area}. */
    PATROL_AREA_TAKEN("patrol-area-taken"),
    /** It has ended. Facts: {@code area, to}. */
    PATROL_AREA_ENDED("patrol-area-ended"),
    /** The area is not covered by that post on that day. Facts: {@code area, post, day}. */
    PATROL_AREA_NOT_COVERED("patrol-area-not-covered"),
    /** The duty has no minimum per shift. Facts: {@code duty}. */
    DUTY_WITHOUT_ROUNDS("duty-without-rounds"),
    /** The holidays of the year are not announced. Facts: {@code year}. */
    CALENDAR_YEAR_UNANNOUNCED("calendar-year-unannounced"),
    /** In the year no day would be worked. Facts: {@code year}. */
    CALENDAR_YEAR_WITHOUT_WORK("calendar-year-without-work"),
    /** The year is announced, or one before it is not known. Facts: {@code year, next}. */
    CALENDAR_YEAR_NOT_NEXT("calendar-year-not-next"),
    /** The feed is another person's. Facts: {@code staff}. */
    NOT_OWN_FEED("duty-feed-of-another");

    private final String key;

    DutyRuleRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }

    Refused with(Map<String, String> facts) {
        return Refused.because(List.of(new Refusal(this, facts)));
    }
}
