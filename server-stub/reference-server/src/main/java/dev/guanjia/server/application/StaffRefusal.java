package dev.guanjia.server.application;

import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import dev.guanjia.server.problem.Refused;
import java.util.List;
import java.util.Map;

/** Why a person cannot be entered. */
public enum StaffRefusal implements RefusalCode {
    /** Another person has that staff number. */
    STAFF_NO_TAKEN("staff-no-taken");

    private final String key;

    StaffRefusal(String key) {
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
