package dev.guanjia.server.application;

import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import dev.guanjia.server.problem.Refused;
import java.util.List;
import java.util.Map;

/** Why rows of a company's own are not taken. */
public enum RuleTableRefusal implements RefusalCode {
    /** The table does not take the rows. Facts: {@code reason}. */
    RULE_TABLE_FAULTY("rule-table-faulty"),
    /** Other rows begin on that day. Facts: {@code catalogue}, {@code from}. */
    RULE_TABLE_TAKEN("rule-table-taken");

    private final String key;

    RuleTableRefusal(String key) {
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
