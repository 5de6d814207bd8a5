package dev.guanjia.asset;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.RefusalCode;
import java.util.List;

/** Why a request about equipment is refused, most important first. Days and instants are ISO. */
public enum AssetRefusal implements RefusalCode {
    /** The register has no such equipment. Facts: {@code equipment}. */
    EQUIPMENT_UNKNOWN("equipment-unknown"),
    /** It stands in the register with other content. Facts: {@code equipment}. */
    EQUIPMENT_EXISTS("equipment-exists"),
    /** There is no such class. Facts: {@code equipment, kind}. */
    EQUIPMENT_CLASS_UNKNOWN("equipment-class-unknown"),
    /** Another of its class has the number. Facts: {@code equipment, serial, holder}. */
    EQUIPMENT_SERIAL_TAKEN("equipment-serial-taken"),
    /** It is not used any more. Facts: {@code equipment, retired, day}. */
    EQUIPMENT_RETIRED("equipment-retired"),
    /** It is not used yet. Facts: {@code equipment, installed, day}. */
    EQUIPMENT_NOT_INSTALLED("equipment-not-installed"),
    /** Something stands from that day or a later one. Facts: {@code equipment, day, last}. */
    EQUIPMENT_CHANGED_LATER("equipment-changed-later"),
    /** Its class does not need the inspection. Facts: {@code equipment, kind}. */
    INSPECTION_NOT_NEEDED("equipment-inspection-not-needed"),
    /** The paper stands there otherwise. Facts: {@code equipment, kind, number}. */
    CERTIFICATE_EXISTS("equipment-certificate-exists"),
    /** The downtime stands there otherwise. Facts: {@code downtime}. */
    DOWNTIME_EXISTS("equipment-downtime-exists"),
    /** There is no such downtime. Facts: {@code downtime}. */
    DOWNTIME_UNKNOWN("equipment-downtime-unknown"),
    /** It has ended at another time. Facts: {@code downtime, to}. */
    DOWNTIME_ENDED("equipment-downtime-ended"),
    /** It would end before it began. Facts: {@code downtime, from, to}. */
    DOWNTIME_RUNS_BACKWARDS("equipment-downtime-runs-backwards"),
    /** The entry stands there otherwise. Facts: {@code entry}. */
    REPAIR_ENTRY_EXISTS("equipment-repair-entry-exists");

    private final String key;

    AssetRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }

    <T> Decision<T> refuse(String... namesAndValues) {
        return Decision.refuse(List.of(because(namesAndValues)));
    }
}
