package dev.guanjia.server.application;

import dev.guanjia.property.Community;
import dev.guanjia.server.application.Told.Place;
import dev.guanjia.server.store.CommunityStore;
import dev.guanjia.server.store.CommunityStore.CommunityRow;
import dev.guanjia.server.store.UnitStore;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks up the places that a request names. */
@Component
class Places {

    private final CommunityStore communities;
    private final UnitStore units;

    Places(CommunityStore communities, UnitStore units) {
        this.communities = communities;
        this.units = units;
    }

    /** The community, if it exists and the unit is one of its units. */
    Optional<Community> read(Given given, String tenant, Place place) {
        return read(given, "", tenant, place);
    }

    /** The same of a part of a request, such as {@code /rows/3}. */
    Optional<Community> read(Given given, String at, String tenant, Place place) {
        Optional<Community> community = community(given, at, tenant, place.communityId());
        String unit = place.unitId();
        boolean strange =
                unit != null
                        && units.find(tenant, unit)
                                .filter(row -> row.communityId().equals(place.communityId()))
                                .isEmpty();
        return strange ? given.unknown(at + "/unit_id", unit) : community;
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
