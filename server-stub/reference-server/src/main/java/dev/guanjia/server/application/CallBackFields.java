package dev.guanjia.server.application;

import dev.guanjia.decision.Refusal;
import dev.guanjia.workorder.callback.CallBackRefusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In which field of a request lies what is refused of a customer's word. */
final class CallBackFields {

    private CallBackFields() {}

    /** The field of a word with these reasons; null if what is refused is in none. */
    static @Nullable String of(Refusal refusal, List<String> reasons) {
        if (refusal.code() == CallBackRefusal.TIME_RUNS_BACKWARDS) {
            return "/occurred_at";
        }
        if (refusal.code() == CallBackRefusal.REASON_MISSING) {
            return "/reasons";
        }
        if (refusal.code() == CallBackRefusal.NOT_RATED) {
            return "/result";
        }
        String reason = refusal.facts().get("reason");
        return reason == null ? null : "/reasons/" + reasons.indexOf(reason);
    }
}
