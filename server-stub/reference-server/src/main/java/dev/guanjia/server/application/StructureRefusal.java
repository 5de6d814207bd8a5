package dev.guanjia.server.application;

import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import dev.guanjia.server.problem.Refused;
import java.util.List;
import java.util.Map;

/** Why a post or a person's place stays as it is, where the server alone knows. */
public enum StructureRefusal implements RefusalCode {
    /** Somebody holds the post, or will. Facts: {@code post, day, held}. */
    POST_STILL_HELD("post-still-held"),
    /** An assignment ends once. Facts: {@code assignment, to}. */
    ASSIGNMENT_ENDED("assignment-ended"),
    /** A stand-in only ends earlier than it was to. Facts: {@code stand_in, to}. */
    STAND_IN_ENDED("stand-in-ended");

    private final String key;

    StructureRefusal(String key) {
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
