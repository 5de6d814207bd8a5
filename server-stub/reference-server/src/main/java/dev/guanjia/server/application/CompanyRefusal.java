package dev.guanjia.server.application;

import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import dev.guanjia.server.problem.Refused;
import java.util.List;
import java.util.Map;

/** Why something about the company as a whole is refused. */
public enum CompanyRefusal implements RefusalCode {
    /** What was asked for needs to know how the company is organised. */
    COMPANY_NOT_SET_UP("company-not-set-up"),
    /** The company is set up once. */
    COMPANY_EXISTS("company-exists");

    private final String key;

    CompanyRefusal(String key) {
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
