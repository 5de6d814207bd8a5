package dev.guanjia.server.application;

import dev.guanjia.property.Community;
import dev.guanjia.server.application.PlaceBook.Stores;
import dev.guanjia.server.store.BuildingStore;
import dev.guanjia.server.store.CommunityStore;
import dev.guanjia.server.store.CommunityStore.CommunityRow;
import dev.guanjia.server.store.UnitStore;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** Those of the buildings that the community has. */
    Set<String> buildings(String tenant, String community, Collection<String> ids) {
        return buildings.find(tenant, community, ids).keySet();
    }

    /** The places that one request names, where any of these units may be among them. */
    PlaceBook book(String tenant, Collection<String> unitIds) {
        return new PlaceBook(new Stores(communities, buildings, units), tenant, unitIds);
    }

    /** The community, if it exists. */
    Optional<Community> community(Given given, String tenant, String id) {
        Optional<Community> community = find(tenant, id);
        return community.isPresent() ? community : given.unknown("/community_id", id);
    }

    /** The community, if it exists. */
    Optional<Community> find(String tenant, String id) {
        return communities.find(tenant, id).map(CommunityRow::community);
    }

    /** The zones of communities, each looked up once. */
    Zones zones(String tenant) {
        return new Zones(tenant);
    }

    /** The zones of communities, for the length of one request. */
    final class Zones {

        private final String tenant;
        private final Map<String, ZoneId> known = new HashMap<>();

        private Zones(String tenant) {
            this.tenant = tenant;
        }

        /** The zone of the community of something that is stored. */
        ZoneId of(String id) {
            return known.computeIfAbsent(id, key -> community(tenant, key).zone());
        }
    }

    /** The community of something that is stored. */
    Community community(String tenant, String id) {
        return communities
                .find(tenant, id)
                .map(CommunityRow::community)
                .orElseThrow(() -> new IllegalStateException("no community " + id));
    }
}
