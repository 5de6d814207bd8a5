package dev.guanjia.server.application;

import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import dev.guanjia.server.problem.Refused;
import java.util.List;
import java.util.Map;

/** Why something about incidents and their work orders is refused. */
public enum IncidentRuleRefusal implements RefusalCode {
    /** An incident is not opened as a work order. Facts: {@code kind, report, order}. */
    REPORTED_ELSEWHERE("work-order-of-an-incident"),
    /** A work order of the incident is open. Facts: {@code incident, order}. */
    ORDER_OPEN("incident-work-order-open"),
    /** Nothing more is done about it. Facts: {@code incident, state}. */
    OVER("incident-over");

    private final String key;

    IncidentRuleRefusal(String key) {
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
