package dev.guanjia.workorder.level;

import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import java.util.Map;
import java.util.TreeMap;

/** Why a request about service levels is refused. Instants are ISO, in UTC. */
public enum LevelRefusal implements RefusalCode {
    /** The holidays on the way are not known. Facts: {@code received, target, covered}. */
    DUE_BEYOND_CALENDAR("work-order-due-beyond-calendar"),
    /** The kind already has a row from that day. Facts: {@code kind, from}. */
    SERVICE_LEVEL_EXISTS("service-level-exists");

    private final String key;

    LevelRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }

    Refusal because(String... namesAndValues) {
        Map<String, String> facts = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Refusal(this, facts);
    }
}
