package dev.guanjia.billing.share;

/** By what a pool is cut. Source: requirements 05 S18, S19. */
public enum ShareKey {
    /** The floor area of a unit, in m². */
    AREA,
    /** The unit itself: each counts once. */
    UNIT,
    /** What the unit's own meters measured, in the unit of the meters. */
    CONSUMPTION,
    /** A weight that was agreed, e.g. by floor for a lift. */
    WEIGHT
}
