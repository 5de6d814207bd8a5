package dev.guanjia.organisation.segregation;

import dev.guanjia.decision.RefusalCode;

/** Why segregation of duties says no, most important first. */
public enum SegregationRefusal implements RefusalCode {
    /**
     * One person would combine what a rule keeps apart. Facts: {@code staff, left, right, rule,
     * source, override}; the last says when an override ended, or {@code -}.
     */
    SEGREGATION_VIOLATED("segregation-violated"),
    /** There is no such rule, or it keeps no such pair apart. Facts: {@code rule, left, right}. */
    SEGREGATION_RULE_UNKNOWN("segregation-rule-unknown"),
    /** A person would lift a rule for themself. Facts: {@code staff, rule}. */
    OVERRIDE_FOR_ONESELF("override-for-oneself"),
    /** Nobody may lift this rule. Facts: {@code rule, source}. */
    OVERRIDE_NOT_ALLOWED("override-not-allowed"),
    /** The approver is not the one who may lift the rule. Facts: {@code staff, post, permitted}. */
    OVERRIDE_WITHOUT_AUTHORITY("override-without-authority"),
    /** It would begin before it was approved. Facts: {@code first, approvedOn}. */
    OVERRIDE_BACKDATED("override-backdated"),
    /** That person has one for that pair then. Facts: {@code staff, rule, first, last}. */
    OVERRIDE_OVERLAPS("override-overlaps"),
    /** The person already keeps that thing then. Facts: {@code staff, thing, from}. */
    KEEPING_OVERLAPS("keeping-overlaps");

    private final String key;

    SegregationRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
