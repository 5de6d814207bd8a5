package dev.guanjia.asset;

import dev.guanjia.property.BuildingId;
import dev.guanjia.property.CommunityId;
import java.util.Optional;

/**
 * Where a piece of equipment is.
 *
 * @param community the community
 * @param building the building; empty for what stands outside
 * @param area the room or zone, not blank; empty when the building says enough
 */
public record Place(CommunityId community, Optional<BuildingId> building, Optional<String> area) {

    /** An area has a name. */
    public Place {
        if (area.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("area is blank: " + community);
        }
    }
}
