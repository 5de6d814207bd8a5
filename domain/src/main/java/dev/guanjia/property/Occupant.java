package dev.guanjia.property;

import org.jspecify.annotations.Nullable;

/**
 * Who lives or trades in a unit without owning it, for example a tenant (住户).
 *
 * <p>Source: requirements 03 P-CUSTOMER-FILE.
 *
 * @param id which one
 * @param name as on the lease or the identity card, not blank
 * @param mobile the telephone number given; null when none was given, never blank
 */
public record Occupant(OccupantId id, String name, @Nullable String mobile) {

    /** An occupant has a name; a number that is there says something. */
    public Occupant {
        PropertyText.require("occupant name", name);
        if (mobile != null) {
            PropertyText.require("occupant mobile", mobile);
        }
    }
}
