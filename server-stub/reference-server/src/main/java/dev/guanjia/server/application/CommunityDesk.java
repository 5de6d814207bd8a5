package dev.guanjia.server.application;

import dev.guanjia.calendar.WorkCalendars;
import dev.guanjia.property.Building;
import dev.guanjia.property.BuildingId;
import dev.guanjia.property.Community;
import dev.guanjia.property.CommunityId;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.BuildingStore;
import dev.guanjia.server.store.CommunityStore;
import dev.guanjia.server.store.CommunityStore.CommunityRow;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The communities that the company looks after, and their buildings. */
@Service
public class CommunityDesk {

    private final Permissions permissions;
    private final CommunityStore communities;
    private final BuildingStore buildings;
    private final WorkCalendars calendars;
    private final Audit audit;
    private final Clock clock;

    CommunityDesk(
            Permissions permissions,
            CommunityStore communities,
            BuildingStore buildings,
            WorkCalendars calendars,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.communities = communities;
        this.buildings = buildings;
        this.calendars = calendars;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Enters a community.
     *
     * @param caller who asks
     * @param name what people call it
     * @param timeZone an IANA time zone
     * @param calendar which days are worked there; null for those of mainland China
     * @return the community
     */
    public CommunityRow create(
            Caller caller, String name, String timeZone, @Nullable String calendar) {
        permissions.require(caller, "create-community", name);
        Given given = new Given();
        given.text("/name", name);
        if (!ZoneId.getAvailableZoneIds().contains(timeZone)) {
            given.unknown("/time_zone", timeZone);
        }
        String key = calendar == null ? WorkCalendars.CHINA : calendar;
        if (calendars.find(key).isEmpty()) {
            given.unknown("/calendar", key);
        }
        given.end();
        CommunityId id = new CommunityId(Ids.next("cm"));
        Community community = new Community(id, name, ZoneId.of(timeZone), key);
        CommunityRow row = new CommunityRow(community, clock.instant());
        if (!communities.add(caller.tenant(), row)) {
            throw RegistryRefusal.COMMUNITY_NAME_TAKEN.with(Map.of("name", name));
        }
        audit.accepted(caller, "create-community", row.id(), Map.of("name", name));
        return row;
    }

    /**
     * Reads a community.
     *
     * @param caller who asks
     * @param id the community id
     * @return the community
     */
    public CommunityRow get(Caller caller, String id) {
        return communities.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    /**
     * Lists communities by name.
     *
     * @param caller who asks
     * @param request which page
     * @return the page
     */
    public Page<CommunityRow> list(Caller caller, PageRequest request) {
        return communities.list(caller.tenant(), request);
    }

    /**
     * Enters a building.
     *
     * @param caller who asks
     * @param communityId where it stands
     * @param code its short code
     * @param name what people call it
     * @return the building
     */
    public Building createBuilding(Caller caller, String communityId, String code, String name) {
        permissions.require(caller, "create-building", communityId);
        CommunityId community = get(caller, communityId).community().id();
        Given given = new Given();
        given.text("/code", code);
        given.text("/name", name);
        given.end();
        Building building = new Building(new BuildingId(Ids.next("bd")), community, code, name);
        if (!buildings.add(caller.tenant(), building)) {
            throw RegistryRefusal.BUILDING_CODE_TAKEN.with(Map.of("code", code));
        }
        audit.accepted(caller, "create-building", building.id().value(), Map.of("code", code));
        return building;
    }

    /**
     * Lists the buildings of a community by code.
     *
     * @param caller who asks
     * @param communityId the community
     * @param request which page
     * @return the page
     */
    public Page<Building> buildings(Caller caller, String communityId, PageRequest request) {
        get(caller, communityId);
        return buildings.list(caller.tenant(), communityId, request);
    }
}
