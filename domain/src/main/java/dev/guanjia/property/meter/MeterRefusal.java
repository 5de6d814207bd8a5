package dev.guanjia.property.meter;

import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import java.util.Map;
import java.util.TreeMap;

/** Why the registry says no, most important first. */
public enum MeterRefusal implements RefusalCode {
    /** Another value already stands for the meter and day. */
    READING_EXISTS_WITH_DIFFERENT_VALUE("reading-exists-with-different-value"),
    /** The meter did not exist yet. */
    READING_BEFORE_INSTALLATION("reading-before-installation"),
    /** Less than an earlier day, or than when it was installed. */
    READING_BELOW_PREVIOUS("reading-below-previous"),
    /** More than a later day that is already recorded. */
    READING_ABOVE_NEXT("reading-above-next");

    private final String key;

    MeterRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }

    /** Pairs of a fact's name and its value, beside the two facts that every reading has. */
    Refusal because(Meter meter, Reading reading, String... pairs) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("meter", meter.serial());
        facts.put("day", reading.readOn().toString());
        facts.put("value", reading.value().decimalText());
        for (int i = 0; i < pairs.length; i += 2) {
            facts.put(pairs[i], pairs[i + 1]);
        }
        return new Refusal(this, facts);
    }
}
