package dev.guanjia.server.application;

import dev.guanjia.asset.Equipment;
import dev.guanjia.asset.maintenance.MaintenancePlan;
import dev.guanjia.asset.maintenance.MaintenancePlanner;
import dev.guanjia.calendar.DueDays;
import dev.guanjia.property.Community;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.EquipmentStore;
import dev.guanjia.server.store.EquipmentStore.EquipmentRow;
import dev.guanjia.server.store.MaintenanceDraftStore;
import dev.guanjia.server.store.MaintenanceDraftStore.Owner;
import dev.guanjia.server.store.MaintenancePlanStore;
import dev.guanjia.server.store.MaintenancePlanStore.MonthRow;
import dev.guanjia.server.store.MaintenancePlanStore.PlanRow;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Makes the maintenance plan of a year, and says how much of it is done. */
@Service
public class MaintenancePlanDesk {

    private final Planning planning;
    private final DutyBook book;
    private final Places places;
    private final EquipmentStore equipment;
    private final MaintenanceStandardDesk standards;
    private final MaintenancePlanStore store;
    private final MaintenanceDraftStore drafts;
    private final CommunityDays days;
    private final Snapshot snapshot;

    MaintenancePlanDesk(
            Planning planning,
            DutyBook book,
            Places places,
            EquipmentStore equipment,
            MaintenanceStandardDesk standards,
            MaintenancePlanStore store,
            MaintenanceDraftStore drafts,
            CommunityDays days,
            Snapshot snapshot) {
        this.planning = planning;
        this.book = book;
        this.places = places;
        this.equipment = equipment;
        this.standards = standards;
        this.store = store;
        this.drafts = drafts;
        this.days = days;
        this.snapshot = snapshot;
    }

    /**
     * A plan and its tasks.
     *
     * @param row the plan
     * @param counts how many tasks stand where, by state
     */
    public record Shown(PlanRow row, Map<String, Integer> counts) {}

    /**
     * Makes a plan, or makes it again.
     *
     * @param caller who asks
     * @param communityId where
     * @param year when
     * @return the plan
     */
    public Shown make(Caller caller, String communityId, int year) {
        Breach attempt = new Breach("make-maintenance-plan", communityId);
        planning.admit(caller, attempt);
        Given given = new Given();
        Optional<Community> found = places.community(given, caller.tenant(), communityId);
        given.end();
        Community community = found.orElseThrow();
        String tenant = caller.tenant();
        MaintenancePlanStore.Place place = new MaintenancePlanStore.Place(communityId, year);
        String id = store.make(tenant, Ids.next("mp"), place, days.now());
        MaintenancePlan plan = plan(tenant, communityId, Year.of(year));
        Owner owner = new Owner(tenant, id);
        LocalDate today = days.today(community.zone());
        int withdrawn = drafts.withdraw(owner, plan, today);
        int added = drafts.add(owner, plan, today);
        Map<String, String> facts =
                Map.of(
                        "year", Integer.toString(year),
                        "added", Integer.toString(added),
                        "withdrawn", Integer.toString(withdrawn));
        planning.done(caller, attempt, id, facts);
        return get(caller, id);
    }

    private MaintenancePlan plan(String tenant, String community, Year year) {
        DueDays dueDays = book.calendar(tenant).settings().on(year.atDay(1)).days();
        List<Equipment> there =
                equipment.all(tenant, new EquipmentStore.Filter(community, null, null)).stream()
                        .map(EquipmentRow::equipment)
                        .toList();
        return new MaintenancePlanner(standards.all(tenant), dueDays).year(year, there);
    }

    /**
     * Reads a plan.
     *
     * @param caller who asks
     * @param id which
     * @return the plan
     */
    public Shown get(Caller caller, String id) {
        return snapshot.read(() -> show(caller, List.of(find(caller, id))).get(0));
    }

    private PlanRow find(Caller caller, String id) {
        return store.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    private List<Shown> show(Caller caller, List<PlanRow> rows) {
        Map<String, Map<String, Integer>> counts =
                store.counts(caller.tenant(), rows.stream().map(PlanRow::id).toList(), days.now());
        return rows.stream()
                .map(row -> new Shown(row, counts.getOrDefault(row.id(), Map.of())))
                .toList();
    }

    /**
     * Lists plans, latest year first.
     *
     * @param caller who asks
     * @param community where; null for anywhere
     * @param request which page
     * @return the page
     */
    public Page<Shown> list(Caller caller, @Nullable String community, PageRequest request) {
        return snapshot.read(
                () -> {
                    Page<PlanRow> page = store.list(caller.tenant(), community, request);
                    return new Page<>(show(caller, page.items()), page.nextCursor());
                });
    }

    /**
     * Lists plan against done by month.
     *
     * @param caller who asks
     * @param id of which plan
     * @param request which page
     * @return the page
     */
    public Page<MonthRow> months(Caller caller, String id, PageRequest request) {
        return store.months(caller.tenant(), find(caller, id).id(), days.now(), request);
    }
}
