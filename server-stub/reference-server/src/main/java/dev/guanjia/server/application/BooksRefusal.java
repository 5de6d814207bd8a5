package dev.guanjia.server.application;

import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import dev.guanjia.server.problem.Refused;
import java.util.List;
import java.util.Map;

/** Why the books refuse, beside what the domain refuses. */
public enum BooksRefusal implements RefusalCode {
    /** A month is closed after its last day. Facts: {@code period}, {@code closed_on}. */
    MONTH_NOT_OVER("month-not-over");

    private final String key;

    BooksRefusal(String key) {
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
