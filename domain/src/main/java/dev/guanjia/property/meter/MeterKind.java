package dev.guanjia.property.meter;

/** What a meter measures; {@link MeterKinds} says in which unit. */
public enum MeterKind {
    /** Water, in m³. */
    WATER,
    /** Electricity, in kWh. */
    ELECTRICITY,
    /** Heat, in GJ as most cities price it. */
    HEAT,
    /** Gas, in m³. */
    GAS
}
