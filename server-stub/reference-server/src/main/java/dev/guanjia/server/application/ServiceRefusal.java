package dev.guanjia.server.application;

import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import dev.guanjia.server.problem.Refused;
import java.util.List;
import java.util.Map;

/** Why something about work orders is refused that no single order can know. */
public enum ServiceRefusal implements RefusalCode {
    /** Work is given to somebody who is in no post then. Facts: {@code assignee, day}. */
    ASSIGNEE_WITHOUT_POST("work-order-assignee-without-post"),
    /** The step is taken by an operation of its own. Facts: {@code action, operation}. */
    STEP_HAS_OPERATION("work-order-step-has-operation"),
    /** The other system says something else than before. Facts: {@code reference}. */
    IMPORT_DIFFERS("work-order-import-differs"),
    /** The community has a request of that number. Facts: {@code reference}. */
    REQUEST_REFERENCE_KNOWN("request-reference-known");

    private final String key;

    ServiceRefusal(String key) {
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
