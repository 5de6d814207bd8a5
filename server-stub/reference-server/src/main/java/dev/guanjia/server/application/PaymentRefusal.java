package dev.guanjia.server.application;

import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import dev.guanjia.server.problem.Refused;
import java.util.List;
import java.util.Map;

/** Why a payment is not taken, beside what the domain refuses. */
public enum PaymentRefusal implements RefusalCode {
    /**
     * Another payment has that external reference. Facts: {@code reference}, {@code payment},
     * {@code receipt}.
     */
    EXTERNAL_REFERENCE_TAKEN("external-reference-taken"),
    /** The payer has nothing to do with a unit. Facts: {@code unit}, {@code payer}. */
    UNIT_OF_ANOTHER_PAYER("unit-of-another-payer"),
    /** A rule for prepayments begins on that day already. Facts: {@code from}. */
    PREPAYMENT_RULE_TAKEN("prepayment-rule-taken"),
    /** The year that it paid ahead is not over. Facts: {@code payment}, {@code end}. */
    PREPAID_YEAR_RUNS("prepaid-year-runs");

    private final String key;

    PaymentRefusal(String key) {
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
