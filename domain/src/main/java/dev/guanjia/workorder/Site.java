package dev.guanjia.workorder;

import dev.guanjia.property.BuildingId;
import dev.guanjia.property.CommunityId;
import dev.guanjia.property.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Where something is the matter, as exactly as it is known. Source: 03 P-INTAKE, P-PATROL, P-PM.
 *
 * @param community the community
 * @param unit whose; null when it concerns no single unit, as a lamp in a hall
 * @param building the building; null outside, and where the unit says it
 * @param area the room or zone in words, as the machine room, not blank; null when not said
 */
public record Site(
        CommunityId community,
        @Nullable UnitId unit,
        @Nullable BuildingId building,
        @Nullable String area) {

    /** An area has a name. */
    public Site {
        if (area != null && area.isBlank()) {
            throw new IllegalArgumentException("area is blank: " + community);
        }
    }

    /**
     * A unit, or the community as a whole.
     *
     * @param community the community
     * @param unit whose; null when it concerns no single unit
     * @return without building and area
     */
    public static Site of(CommunityId community, @Nullable UnitId unit) {
        return new Site(community, unit, null, null);
    }
}
