package dev.guanjia.property.meter;

import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import java.util.Map;
import java.util.TreeMap;

/** Why a reading or a meter is refused, most important first. */
public enum MeterRefusal implements RefusalCode {
    /** Another value already stands for the meter and day. */
    READING_EXISTS_WITH_DIFFERENT_VALUE("reading-exists-with-different-value"),
    /** The meter did not exist yet. */
    READING_BEFORE_INSTALLATION("reading-before-installation"),
    /** Less than an earlier day, or than when it was installed. */
    READING_BELOW_PREVIOUS("reading-below-previous"),
    /** More than a later day that is already recorded. */
    READING_ABOVE_NEXT("reading-above-next"),
    /** The day has not come yet. */
    READING_IN_THE_FUTURE("reading-in-the-future"),
    /** The meter was gone. */
    READING_AFTER_REMOVAL("reading-after-removal"),
    /** The register has fewer digits. */
    READING_BEYOND_REGISTER("reading-beyond-register"),
    /** A roll-over was reported of a register whose digits are unknown. */
    ROLL_OVER_OF_UNKNOWN_REGISTER("roll-over-of-unknown-register"),
    /** The reading to correct is not the one that stands for the day. */
    CORRECTION_OF_NO_READING("correction-of-no-reading"),
    /** A register can be changed only after everything that is recorded. */
    REGISTER_CHANGE_NOT_LATEST("register-change-not-latest"),
    /** The last value of a register does not follow what it showed before. */
    REGISTER_CHANGE_OUT_OF_ORDER("register-change-out-of-order"),
    /**
     * What a meter used to its removal is billed by its last reading; facts {@code day}, {@code
     * last}.
     */
    REMOVAL_WITHOUT_READING("removal-without-reading"),
    /** A meter would measure itself. */
    METER_TREE_CYCLE("meter-tree-cycle"),
    /** Parent and child measure different things. */
    METER_KINDS_DIFFER("meter-kinds-differ");

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
        Map<String, String> facts = new TreeMap<>(because(meter, pairs).facts());
        facts.put("day", reading.readOn().toString());
        facts.put("value", reading.value().decimalText());
        return new Refusal(this, facts);
    }

    /** Pairs of a fact's name and its value, beside the meter. */
    Refusal because(Meter meter, String... pairs) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("meter", meter.serial());
        for (int i = 0; i < pairs.length; i += 2) {
            facts.put(pairs[i], pairs[i + 1]);
        }
        return new Refusal(this, facts);
    }
}
