package dev.guanjia.server.application;

import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import dev.guanjia.server.problem.Refused;
import java.util.List;
import java.util.Map;

/** Why the company's own rows on meetings, reports and upkeep are refused. */
public enum PlanningRefusal implements RefusalCode {
    /** The kind has a schedule from that day. Facts: {@code kind, from}. */
    SCHEDULE_TWICE("meeting-schedule-twice"),
    /** The post owes that report from that day. Facts: {@code kind, post, from}. */
    REPORT_RULE_TWICE("report-rule-twice"),
    /** The company has a standard of that id and day. Facts: {@code standard, from}. */
    STANDARD_TWICE("maintenance-standard-twice"),
    /** The equipment has other hours from that day. Facts: {@code equipment, from}. */
    RUNNING_HOURS_TWICE("equipment-running-hours-twice");

    private final String key;

    PlanningRefusal(String key) {
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
