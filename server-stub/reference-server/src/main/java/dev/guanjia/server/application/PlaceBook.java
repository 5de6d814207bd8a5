package dev.guanjia.server.application;

import dev.guanjia.property.Community;
import dev.guanjia.server.application.Told.Place;
import dev.guanjia.server.store.CommunityStore;
import dev.guanjia.server.store.CommunityStore.CommunityRow;
import dev.guanjia.server.store.UnitStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The places that the parts of one request name, each looked up once. */
final class PlaceBook {

    private final CommunityStore communities;
    private final String tenant;
    private final Map<String, Optional<Community>> known = new HashMap<>();
    private final Map<String, String> communityOfUnit = new HashMap<>();

    PlaceBook(
            CommunityStore communities,
            UnitStore units,
            String tenant,
            Collection<String> unitIds) {
        this.communities = communities;
        this.tenant = tenant;
        if (!unitIds.isEmpty()) {
            units.findAll(tenant, unitIds)
                    .forEach(row -> communityOfUnit.put(row.id(), row.communityId()));
        }
    }

    /**
     * The community, if it exists and the unit is one of its units.
     *
     * @param at the part of the request, such as {@code /rows/3}
     */
    Optional<Community> read(Given given, String at, Place place) {
        String id = place.communityId();
        Optional<Community> community =
                known.computeIfAbsent(
                        id, one -> communities.find(tenant, one).map(CommunityRow::community));
        if (community.isEmpty()) {
            given.unknown(at + "/community_id", id);
        }
        String unit = place.unitId();
        boolean strange = unit != null && !id.equals(communityOfUnit.get(unit));
        return strange ? given.unknown(at + "/unit_id", unit) : community;
    }
}
