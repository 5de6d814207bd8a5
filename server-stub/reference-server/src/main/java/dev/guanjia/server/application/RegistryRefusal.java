package dev.guanjia.server.application;

import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import dev.guanjia.server.problem.Refused;
import java.util.List;
import java.util.Map;

/**
 * Why something cannot be entered into the registry: the name it is known by is taken, or means
 * another.
 */
public enum RegistryRefusal implements RefusalCode {
    /** Another community has that name. Facts: {@code name}. */
    COMMUNITY_NAME_TAKEN("community-name-taken"),
    /** Another building of the community has that code. Facts: {@code code}. */
    BUILDING_CODE_TAKEN("building-code-taken"),
    /** Another unit of the building has that number. Facts: {@code building, number}. */
    UNIT_NUMBER_TAKEN("unit-number-taken"),
    /** Another meter of the kind has that number. Facts: {@code kind, serial}. */
    METER_SERIAL_TAKEN("meter-serial-taken"),
    /** Another owner has that number of the company's own files. Facts: {@code reference}. */
    OWNER_REFERENCE_TAKEN("owner-reference-taken"),
    /** A row of a file says something else of an owner who is known. Facts: {@code reference}. */
    OWNER_IMPORT_DIFFERS("owner-import-differs"),
    /**
     * A row of a file says something else of a unit than its history was opened with. Facts: {@code
     * building, number}.
     */
    UNIT_IMPORT_DIFFERS("unit-import-differs"),
    /** Nothing stands for the day that a file corrects. Facts: {@code meter, day}. */
    NO_READING_TO_CORRECT("no-reading-to-correct"),
    /** The month has a reading day of its own already. Facts: {@code from}. */
    READING_DAY_TAKEN("reading-day-taken");

    private final String key;

    RegistryRefusal(String key) {
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
