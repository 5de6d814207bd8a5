package dev.guanjia.server.application;

import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import dev.guanjia.server.problem.Refused;
import java.util.List;
import java.util.Map;

/** What runs that go on by themselves refuse, and why they do not go on. */
public enum BillRunRefusal implements RefusalCode {
    /** A month is not closed while a run is posted to it. Facts: {@code period}, {@code run}. */
    BILL_RUN_BEING_ENTERED("bill-run-being-entered"),
    /** It failed for no reason that a rule gave, and is tried again. Facts: {@code run}. */
    BILL_RUN_STALLED("bill-run-stalled");

    private final String key;

    BillRunRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }

    Refused with(Map<String, String> facts) {
        return Refused.because(List.of(because(facts)));
    }

    Refusal because(Map<String, String> facts) {
        return new Refusal(this, facts);
    }
}
