package dev.guanjia.property;

/** What a unit may be used for; tariffs differ by it. Source: requirements 02 D-004B-CS-06. */
public enum UnitUse {
    /** A home (住宅). */
    RESIDENTIAL,
    /** A shop (商铺). */
    SHOP
}
