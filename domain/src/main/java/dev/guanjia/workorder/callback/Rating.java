package dev.guanjia.workorder.callback;

import dev.guanjia.organisation.Actor;
import dev.guanjia.workorder.callback.CallBack.Result;
import java.time.Instant;
import java.util.List;

/**
 * What a customer said of the work without being called, as when they took it.
 *
 * @param by who entered it, in which post
 * @param at when it was said
 * @param result satisfied or not
 * @param reasons keys of {@link CallBackReason}, sorted
 */
public record Rating(Actor by, Instant at, Result result, List<String> reasons) {

    /** Sorts the reasons, each once; who said nothing rated nothing. */
    public Rating {
        reasons = reasons.stream().distinct().sorted().toList();
        if (result == Result.UNANSWERED) {
            throw new IllegalArgumentException("a rating says something");
        }
    }
}
