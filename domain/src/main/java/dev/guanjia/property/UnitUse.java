package dev.guanjia.property;

/**
 * What a unit may be used for; tariffs differ by it. Source: requirements 02 D-004B-CS-06, 03
 * P-CUSTOMER-FILE (houses, shops, garages).
 */
public enum UnitUse {
    /** A home (住宅). */
    RESIDENTIAL,
    /** A shop (商铺). */
    SHOP,
    /** A parking space or garage (车位、车库). */
    PARKING,
    /** A store room (储藏间). */
    STORAGE
}
