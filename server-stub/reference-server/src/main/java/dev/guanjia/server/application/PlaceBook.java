package dev.guanjia.server.application;

import dev.guanjia.property.Community;
import dev.guanjia.server.application.Told.Place;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.store.BuildingStore;
import dev.guanjia.server.store.CommunityStore;
import dev.guanjia.server.store.CommunityStore.CommunityRow;
import dev.guanjia.server.store.UnitStore;
import dev.guanjia.server.store.UnitStore.UnitRow;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The places that the parts of one request name, each looked up once. */
final class PlaceBook {

    private final Stores stores;
    private final String tenant;
    private final Map<String, Optional<Community>> known = new HashMap<>();
    private final Map<String, UnitRow> units = new HashMap<>();
    private final Map<String, Boolean> buildings = new HashMap<>();

    /**
     * Where places are.
     *
     * @param communities the communities
     * @param buildings their buildings
     * @param units the units of those
     */
    record Stores(CommunityStore communities, BuildingStore buildings, UnitStore units) {}

    PlaceBook(Stores stores, String tenant, Collection<String> unitIds) {
        this.stores = stores;
        this.tenant = tenant;
        if (!unitIds.isEmpty()) {
            stores.units().findAll(tenant, unitIds).forEach(row -> units.put(row.id(), row));
        }
    }

    /**
     * The community, if it exists and unit and building are its own.
     *
     * @param at the part of the request, such as {@code /rows/3}
     */
    Optional<Community> read(Given given, String at, Place place) {
        String id = place.communityId();
        Optional<Community> community =
                known.computeIfAbsent(
                        id,
                        one -> stores.communities().find(tenant, one).map(CommunityRow::community));
        if (community.isEmpty()) {
            given.unknown(at + "/community_id", id);
        }
        boolean own = unit(given, at, place) & building(given, at, place);
        boolean said = place.area() == null || given.text(at + "/area", place.area()).isPresent();
        return own && said ? community : Optional.empty();
    }

    private boolean unit(Given given, String at, Place place) {
        String unit = place.unitId();
        if (unit == null) {
            return true;
        }
        UnitRow row = units.get(unit);
        if (row == null || !row.communityId().equals(place.communityId())) {
            given.unknown(at + "/unit_id", unit);
            return false;
        }
        String building = row.unit().building().value();
        boolean fits = place.buildingId() == null || place.buildingId().equals(building);
        if (!fits) {
            given.wrong(at + "/building_id", FieldCode.OUT_OF_RANGE, "expected", building);
        }
        return fits;
    }

    private boolean building(Given given, String at, Place place) {
        String building = place.buildingId();
        boolean own = building == null || isOwn(place.communityId(), building);
        if (!own) {
            given.unknown(at + "/building_id", building);
        }
        return own;
    }

    private boolean isOwn(String community, String building) {
        return buildings.computeIfAbsent(
                community + "/" + building,
                key -> !stores.buildings().find(tenant, community, List.of(building)).isEmpty());
    }
}
