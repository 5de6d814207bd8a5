package dev.guanjia.server.application;

import dev.guanjia.property.UnitId;
import dev.guanjia.property.meter.Meter;
import dev.guanjia.property.meter.MeterId;
import dev.guanjia.property.meter.MeterTree;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.application.UnitDraft.MeterDraft;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.CommunityStore;
import dev.guanjia.server.store.InstalledMeterStore;
import dev.guanjia.server.store.InstalledMeterStore.Filter;
import dev.guanjia.server.store.InstalledMeterStore.InstalledMeter;
import dev.guanjia.server.store.InstalledMeterStore.MeterPlace;
import dev.guanjia.server.store.MeterStore.MeterRow;
import dev.guanjia.server.store.TenantStore;
import dev.guanjia.server.store.UnitStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts meters in, also those of no unit, and says which is below which. */
@Service
public class MeterDesk {

    private final Permissions permissions;
    private final TenantStore tenants;
    private final CommunityStore communities;
    private final UnitStore units;
    private final InstalledMeterStore meters;
    private final MeterEntries entries;
    private final Audit audit;

    MeterDesk(
            Permissions permissions,
            TenantStore tenants,
            CommunityStore communities,
            UnitStore units,
            InstalledMeterStore meters,
            MeterEntries entries,
            Audit audit) {
        this.permissions = permissions;
        this.tenants = tenants;
        this.communities = communities;
        this.units = units;
        this.meters = meters;
        this.entries = entries;
        this.audit = audit;
    }

    /**
     * Where a meter shall be.
     *
     * @param communityId the community
     * @param unitId the unit, if any
     * @param parentId the meter above, if any
     */
    public record Where(String communityId, @Nullable String unitId, @Nullable String parentId) {}

    /**
     * Puts a meter in.
     *
     * @param caller who asks
     * @param where where it shall be
     * @param draft the meter
     * @return the meter
     */
    public InstalledMeter create(Caller caller, Where where, MeterDraft draft) {
        permissions.require(caller, "create-meter", where.communityId());
        Given given = new Given();
        if (communities.find(caller.tenant(), where.communityId()).isEmpty()) {
            given.unknown("/community_id", where.communityId());
        }
        Optional<MeterRow> row = entries.intake(given).meter("", unit(caller, given, where), draft);
        tenants.lock(caller.tenant());
        MeterPlace place = new MeterPlace(where.communityId(), where.parentId());
        List<InstalledMeter> above = above(caller, given, place);
        row.ifPresent(read -> entries.requireFree(caller.tenant(), given, read));
        given.end();
        MeterRow meter = row.orElseThrow();
        requireTree(meter.meter(), above, where.parentId());
        entries.add(caller.tenant(), meter, place);
        String id = meter.meter().id().value();
        audit.accepted(caller, "create-meter", id, Map.of("kind", draft.kind()));
        return get(caller, id);
    }

    /**
     * Changes what a meter is below.
     *
     * @param caller who asks
     * @param id the meter id
     * @param ifMatch the version last seen
     * @param parent the meter above, from the one that was above
     * @return the meter as it is now
     */
    public InstalledMeter place(
            Caller caller, String id, String ifMatch, UnaryOperator<Optional<String>> parent) {
        permissions.require(caller, "update-meter", id);
        tenants.lock(caller.tenant());
        InstalledMeter old = meters.lock(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        Version.require(ifMatch, old.version());
        Given given = new Given();
        String parentId = parent.apply(Optional.ofNullable(old.place().parentId())).orElse(null);
        MeterPlace place = new MeterPlace(old.place().communityId(), parentId);
        List<InstalledMeter> above = above(caller, given, place);
        given.end();
        requireTree(old.row().meter(), above, parentId);
        entries.place(caller.tenant(), old.row().meter().id(), parentId, old.version() + 1);
        audit.accepted(
                caller, "update-meter", id, Map.of("version", String.valueOf(old.version() + 1)));
        return get(caller, id);
    }

    /**
     * Reads a meter.
     *
     * @param caller who asks
     * @param id the meter id
     * @return the meter
     */
    public InstalledMeter get(Caller caller, String id) {
        return meters.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    /**
     * Lists meters in the order in which they were entered.
     *
     * @param caller who asks
     * @param filter which meters
     * @param request which page
     * @return the page
     */
    public Page<InstalledMeter> list(Caller caller, Filter filter, PageRequest request) {
        return meters.list(caller.tenant(), filter, request);
    }

    private @Nullable UnitId unit(Caller caller, Given given, Where where) {
        String id = where.unitId();
        if (id == null) {
            return null;
        }
        boolean there =
                units.find(caller.tenant(), id)
                        .filter(row -> row.communityId().equals(where.communityId()))
                        .isPresent();
        if (!there) {
            given.unknown("/unit_id", id);
        }
        return new UnitId(id);
    }

    /** The meter above, if one is named, and all above that. */
    private List<InstalledMeter> above(Caller caller, Given given, MeterPlace place) {
        String parent = place.parentId();
        if (parent == null) {
            return List.of();
        }
        List<InstalledMeter> above = meters.above(caller.tenant(), parent);
        if (above.stream().noneMatch(m -> m.place().communityId().equals(place.communityId()))) {
            given.unknown("/parent_id", parent);
        }
        return above;
    }

    private static void requireTree(
            Meter meter, List<InstalledMeter> above, @Nullable String parentId) {
        Map<MeterId, Meter> all = new TreeMap<>();
        Map<MeterId, MeterId> parents = new TreeMap<>();
        for (InstalledMeter one : above) {
            String next = one.place().parentId();
            all.put(one.row().meter().id(), one.row().meter());
            if (next != null) {
                parents.put(one.row().meter().id(), new MeterId(next));
            }
        }
        all.put(meter.id(), meter);
        if (parentId == null) {
            parents.remove(meter.id());
        } else {
            parents.put(meter.id(), new MeterId(parentId));
        }
        Refused.unlessAccepted(MeterTree.of(new ArrayList<>(all.values()), parents));
    }
}
