package dev.guanjia.server.application;

import dev.guanjia.asset.Place;
import dev.guanjia.property.BuildingId;
import dev.guanjia.property.Community;
import dev.guanjia.server.store.BuildingStore;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks up where equipment is said to be. */
@Component
class EquipmentSites {

    private final Places places;
    private final BuildingStore buildings;

    EquipmentSites(Places places, BuildingStore buildings) {
        this.places = places;
        this.buildings = buildings;
    }

    /**
     * Where, as a caller says.
     *
     * @param community which community
     * @param building which of its buildings; null outside
     * @param area which room or zone; null where the building says enough
     */
    record Named(String community, @Nullable String building, @Nullable String area) {}

    /** A place, and its zone. */
    record Site(Place place, ZoneId zone) {}

    Optional<Site> read(Given given, String tenant, Named named) {
        if (named.area() != null) {
            given.text("/place/area", named.area());
        }
        Optional<Community> community = places.find(tenant, named.community());
        if (community.isEmpty()) {
            return given.unknown("/place/community_id", named.community());
        }
        String building = named.building();
        if (building != null
                && buildings.find(tenant, named.community(), List.of(building)).isEmpty()) {
            return given.unknown("/place/building_id", building);
        }
        if (named.area() != null && named.area().isBlank()) {
            return Optional.empty();
        }
        Place place =
                new Place(
                        community.get().id(),
                        Optional.ofNullable(building).map(BuildingId::new),
                        Optional.ofNullable(named.area()));
        return Optional.of(new Site(place, community.get().zone()));
    }

    /** The zone of the community of a place that is stored. */
    ZoneId zone(String tenant, Place place) {
        return places.community(tenant, place.community().value()).zone();
    }
}
