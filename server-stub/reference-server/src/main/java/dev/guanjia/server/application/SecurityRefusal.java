package dev.guanjia.server.application;

import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import java.util.List;
import java.util.Map;

/** Why something about patrols and stations cannot be entered. */
public enum SecurityRefusal implements RefusalCode {
    /** There is a plan of that key, shift and day. Facts: {@code shift, key, from}. */
    PATROL_PLAN_TAKEN("patrol-plan-taken"),
    /** The plan names another post. Facts: {@code plan, post, expected}. */
    PATROL_OF_ANOTHER_POST("patrol-of-another-post"),
    /** The route has ended. Facts: {@code route, to}. */
    PATROL_ROUTE_ENDED("patrol-route-ended"),
    /** The station has ended. Facts: {@code station, to}. */
    STATION_ENDED("station-ended"),
    /** The station has a guard. Facts: {@code station}. */
    STATION_MANNED("station-manned"),
    /** Nobody ever took the station. Facts: {@code station}. */
    STATION_NOT_MANNED("station-not-manned"),
    /** Guards of the station hold another post. Facts: {@code station, staff, expected, day}. */
    STATION_POST_NOT_HELD("station-post-not-held");

    private final String key;

    SecurityRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }

    Refused with(Map<String, String> facts) {
        return Refused.because(List.of(new Refusal(this, facts)));
    }

    Refused with(Map<String, String> facts, Breach breach) {
        return Refused.lackOfAuthority(List.of(new Refusal(this, facts)), breach);
    }
}
