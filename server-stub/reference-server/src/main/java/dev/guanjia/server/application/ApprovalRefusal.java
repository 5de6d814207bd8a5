package dev.guanjia.server.application;

import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import java.util.List;
import java.util.Map;

/** Why approvals, delegations, keepings and rules are refused, beside what the domain refuses. */
public enum ApprovalRefusal implements RefusalCode {
    /** The caller would take another step. Facts: {@code step}, {@code next}. */
    STEP_NOT_NEXT("approval-step-not-next"),
    /** Only the delegator revokes. Facts: {@code id}, {@code delegator}. */
    DELEGATION_OF_ANOTHER("delegation-of-another"),
    /** It is revoked already. Facts: {@code id}, {@code from}. */
    DELEGATION_REVOKED("delegation-revoked"),
    /** The thing was handed on already. Facts: {@code id}, {@code to}. */
    KEEPING_ENDED("keeping-ended"),
    /** There is a rule of that id. Facts: {@code rule}. */
    SEGREGATION_RULE_TAKEN("segregation-rule-taken");

    private final String key;

    ApprovalRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }

    Refused with(Map<String, String> facts) {
        return Refused.because(List.of(new Refusal(this, facts)));
    }

    Refused with(Map<String, String> facts, Breach breach) {
        return Refused.lackOfAuthority(List.of(new Refusal(this, facts)), breach);
    }
}
