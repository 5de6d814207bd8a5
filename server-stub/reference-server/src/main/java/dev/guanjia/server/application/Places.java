package dev.guanjia.server.application;

import dev.guanjia.property.Community;
import dev.guanjia.server.store.CommunityStore;
import dev.guanjia.server.store.CommunityStore.CommunityRow;
import dev.guanjia.server.store.UnitStore;
import java.util.Collection;
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

    /** The places that one request names, where any of these units may be among them. */
    PlaceBook book(String tenant, Collection<String> unitIds) {
        return new PlaceBook(communities, units, tenant, unitIds);
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

    /** The community of something that is stored. */
    Community community(String tenant, String id) {
        return communities
                .find(tenant, id)
                .map(CommunityRow::community)
                .orElseThrow(() -> new IllegalStateException("no community " + id));
    }
}
