package dev.guanjia.server.application;

import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import dev.guanjia.server.problem.Refused;
import java.util.List;
import java.util.Map;

/** Why paid work is refused, beside what the domain refuses. */
public enum PaidServiceRefusal implements RefusalCode {
    /** Work of that kind is not paid for by its customer. Facts: {@code kind}. */
    OTHER_KIND("paid-other-kind"),
    /** Nobody can be charged. Facts: {@code order}. */
    WITHOUT_UNIT("paid-without-unit"),
    /** There is no quote yet. Facts: {@code order}. */
    NOT_QUOTED("paid-not-quoted"),
    /** What was paid already goes back by some way. Facts: {@code paid_out}. */
    REFUND_WITHOUT_METHOD("paid-refund-without-method"),
    /** Who did the work does not give its price back. Facts: {@code staff}. */
    REFUND_BY_WORKER("paid-refund-by-worker");

    private final String key;

    PaidServiceRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }

    Refusal because(Map<String, String> facts) {
        return new Refusal(this, facts);
    }

    Refused with(Map<String, String> facts) {
        return Refused.because(List.of(because(facts)));
    }
}
