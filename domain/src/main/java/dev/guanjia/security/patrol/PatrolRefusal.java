package dev.guanjia.security.patrol;

import dev.guanjia.decision.RefusalCode;

/** Why a request about patrols is refused, most important first. Instants are ISO, in UTC. */
public enum PatrolRefusal implements RefusalCode {
    /** The step is not legal there. Facts: {@code round, state, action}. */
    WRONG_STATE("patrol-wrong-state"),
    /** It lies before what happened already. Facts: {@code round, at, last}. */
    TIME_RUNS_BACKWARDS("patrol-time-runs-backwards"),
    /** The route has no such checkpoint. Facts: {@code round, checkpoint}. */
    CHECKPOINT_UNKNOWN("patrol-checkpoint-unknown"),
    /** The round has been there. Facts: {@code round, checkpoint}. */
    CHECKPOINT_TWICE("patrol-checkpoint-twice"),
    /** The checkpoint has no such item. Facts: {@code checkpoint, item}. */
    ITEM_UNKNOWN("patrol-item-unknown"),
    /** An item was not looked at. Facts: {@code checkpoint, item}. */
    ITEM_MISSING("patrol-item-missing"),
    /** A value where pass or fail is asked, or the reverse. Facts: {@code item, expected}. */
    WRONG_READING("patrol-wrong-reading"),
    /** The route is none of the plan. Facts: {@code route, shift}. */
    ROUTE_UNKNOWN("patrol-route-unknown"),
    /** The plan asks for less than the duty. Facts: {@code shift, minimum, required}. */
    BELOW_MINIMUM("patrol-below-minimum"),
    /** Nobody walks the surroundings. Facts: {@code shift, area}. */
    SURROUNDINGS_MISSING("patrol-surroundings-missing"),
    /** Nobody walks an area that is registered for the duty. Facts: {@code shift, area}. */
    AREA_MISSING("patrol-area-missing"),
    /** The shift is over before the window closes. Facts: {@code shift, to, minutes}. */
    WINDOW_OUTSIDE("patrol-window-outside"),
    /** One person walks one round at a time. Facts: {@code staff, round}. */
    WALKER_BUSY("patrol-walker-busy");

    private final String key;

    PatrolRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
