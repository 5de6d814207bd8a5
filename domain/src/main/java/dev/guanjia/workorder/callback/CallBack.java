package dev.guanjia.workorder.callback;

import dev.guanjia.organisation.Actor;
import java.time.Instant;
import java.util.List;

/**
 * One call back, or the attempt (R-CALLBACK).
 *
 * @param way by telephone or by a visit
 * @param caller who called, in which post
 * @param at when
 * @param result what came of it
 * @param reasons keys of {@link CallBackReason}, sorted; none when nobody answered
 */
public record CallBack(Way way, Actor caller, Instant at, Result result, List<String> reasons) {

    /** Sorts the reasons, each once. */
    public CallBack {
        reasons = reasons.stream().distinct().sorted().toList();
    }

    /** How the customer is reached. Source: 03 P-CALLBACK. */
    public enum Way {
        /** 电话回访. */
        PHONE,
        /** 上门回访. */
        VISIT
    }

    /** What came of it. */
    public enum Result {
        /** Nobody answered; the customer has not been called back. */
        UNANSWERED,
        /** The customer is satisfied. */
        SATISFIED,
        /** The customer is not; the work begins again. */
        UNSATISFIED
    }
}
