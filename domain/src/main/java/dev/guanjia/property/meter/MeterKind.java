package dev.guanjia.property.meter;

/** What a meter measures, and so the unit of its readings. */
public enum MeterKind {
    /** Water, in m³. */
    WATER
}
