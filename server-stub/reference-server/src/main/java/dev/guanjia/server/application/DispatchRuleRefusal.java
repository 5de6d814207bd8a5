package dev.guanjia.server.application;

import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import dev.guanjia.server.problem.Refused;
import java.util.List;
import java.util.Map;

/** Why what a company says of who can be sent is refused. */
public enum DispatchRuleRefusal implements RefusalCode {
    /** The person has a profile from that day. Facts: {@code staff, from}. */
    PROFILE_TWICE("dispatch-profile-twice");

    private final String key;

    DispatchRuleRefusal(String key) {
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
