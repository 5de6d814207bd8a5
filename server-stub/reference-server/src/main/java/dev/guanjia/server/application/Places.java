package dev.guanjia.server.application;

import dev.guanjia.property.Community;
import dev.guanjia.server.application.Told.Place;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.store.BuildingStore;
import dev.guanjia.server.store.CommunityStore;
import dev.guanjia.server.store.CommunityStore.CommunityRow;
import dev.guanjia.server.store.UnitStore;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks up the places that a request names. */
@Component
class Places {

    private final CommunityStore communities;
    private final BuildingStore buildings;
    private final UnitStore units;

    Places(CommunityStore communities, BuildingStore buildings, UnitStore units) {
        this.communities = communities;
        this.buildings = buildings;
        this.units = units;
    }

    /** The community, if it exists and unit and building are its own. */
    Optional<Community> read(Given given, String tenant, Place place) {
        return read(given, "", tenant, place);
    }

    /** The same of a part of a request, such as {@code /rows/3}. */
    Optional<Community> read(Given given, String at, String tenant, Place place) {
        Optional<Community> community = community(given, at, tenant, place.communityId());
        boolean known = unit(given, at, tenant, place) & building(given, at, tenant, place);
        boolean said = place.area() == null || given.text(at + "/area", place.area()).isPresent();
        return known && said ? community : Optional.empty();
    }

    private boolean unit(Given given, String at, String tenant, Place place) {
        String unit = place.unitId();
        if (unit == null) {
            return true;
        }
        Optional<String> building =
                units.find(tenant, unit)
                        .filter(row -> row.communityId().equals(place.communityId()))
                        .map(row -> row.unit().building().value());
        String said = place.buildingId();
        if (building.isEmpty()) {
            given.unknown(at + "/unit_id", unit);
        } else if (said != null && !said.equals(building.get())) {
            given.wrong(at + "/building_id", FieldCode.OUT_OF_RANGE, "expected", building.get());
            return false;
        }
        return building.isPresent();
    }

    private boolean building(Given given, String at, String tenant, Place place) {
        String building = place.buildingId();
        boolean known =
                building == null
                        || !buildings
                                .find(tenant, place.communityId(), List.of(building))
                                .isEmpty();
        if (!known) {
            given.unknown(at + "/building_id", building);
        }
        return known;
    }

    /** The community, if it exists. */
    Optional<Community> community(Given given, String tenant, String id) {
        return community(given, "", tenant, id);
    }

    private Optional<Community> community(Given given, String at, String tenant, String id) {
        Optional<CommunityRow> row = communities.find(tenant, id);
        return row.isPresent()
                ? row.map(CommunityRow::community)
                : given.unknown(at + "/community_id", id);
    }

    /** The community, if it exists. */
    Optional<Community> find(String tenant, String id) {
        return communities.find(tenant, id).map(CommunityRow::community);
    }

    /** The community of something that is stored. */
    Community community(String tenant, String id) {
        return communities
                .find(tenant, id)
                .map(CommunityRow::community)
                .orElseThrow(() -> new IllegalStateException("no community " + id));
    }
}
