package dev.guanjia.quality;

import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import java.util.Map;

/** Why quality records say no, most important first. */
public enum QualityRefusal implements RefusalCode {
    /** Facts {@code reference}, {@code item}, {@code items}: how many the form has. */
    SURVEY_ITEM_OUT_OF_RANGE("survey-item-out-of-range"),
    /** Facts {@code reference}, {@code item}. */
    SURVEY_ITEM_REPEATED("survey-item-repeated");

    private final String key;

    QualityRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }

    Refusal with(Map<String, String> facts) {
        return new Refusal(this, facts);
    }
}
