package dev.guanjia.server.application;

import dev.guanjia.property.Building;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.application.UnitReader.MeteredUnit;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.store.BuildingStore;
import dev.guanjia.server.store.OwnerStore;
import dev.guanjia.server.store.UnitEntryStore;
import dev.guanjia.server.store.UnitEntryStore.Entry;
import dev.guanjia.server.store.UnitFactEntryStore.Entered;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Enters units with their owners and meters: all rows of a request, or none. */
@Service
public class UnitDesk {

    private final Permissions permissions;
    private final CommunityDesk communities;
    private final BuildingStore buildings;
    private final OwnerStore owners;
    private final UnitUniqueness uniqueness;
    private final UnitEntryStore entries;
    private final UnitReader reader;
    private final BusinessTime time;
    private final Audit audit;
    private final Clock clock;

    UnitDesk(
            Permissions permissions,
            CommunityDesk communities,
            BuildingStore buildings,
            OwnerStore owners,
            UnitUniqueness uniqueness,
            UnitEntryStore entries,
            UnitReader reader,
            BusinessTime time,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.communities = communities;
        this.buildings = buildings;
        this.owners = owners;
        this.uniqueness = uniqueness;
        this.entries = entries;
        this.reader = reader;
        this.time = time;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Enters units.
     *
     * @param caller who asks
     * @param communityId the community of their buildings
     * @param drafts the units
     * @return the units in the order of the drafts
     */
    public List<MeteredUnit> create(Caller caller, String communityId, List<UnitDraft> drafts) {
        permissions.require(caller, "create-units", communityId);
        communities.get(caller, communityId);
        List<Entry> read = read(caller, communityId, drafts);
        entries.add(
                caller.tenant(),
                communityId,
                read,
                new Entered(clock.instant(), caller.staffId(), null));
        audit.accepted(
                caller, "create-units", communityId, Map.of("units", String.valueOf(read.size())));
        return reader.all(caller, read.stream().map(entry -> entry.unit().id().value()).toList());
    }

    private List<Entry> read(Caller caller, String communityId, List<UnitDraft> drafts) {
        List<String> places = drafts.stream().map(UnitDraft::buildingId).distinct().toList();
        Map<String, Building> known = buildings.find(caller.tenant(), communityId, places);
        Given given = new Given();
        Set<String> named =
                drafts.stream()
                        .flatMap(draft -> Stream.ofNullable(draft.whose().ownerId()))
                        .collect(Collectors.toSet());
        Set<String> owned = owners.known(caller.tenant(), named);
        UnitIntake intake = new UnitIntake(given, time, new UnitIntake.Known(known, owned));
        SortedMap<Integer, Entry> read = new TreeMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            int row = i;
            intake.read("/units/" + i, drafts.get(i)).ifPresent(entry -> read.put(row, entry));
        }
        uniqueness.check(caller.tenant(), read, known, given.faults());
        given.end();
        return new ArrayList<>(read.values());
    }
}
