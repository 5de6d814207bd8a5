package dev.guanjia.server.application;

import dev.guanjia.asset.Certificate;
import dev.guanjia.asset.EquipmentCatalogue;
import dev.guanjia.asset.EquipmentCatalogue.EquipmentClass;
import dev.guanjia.asset.EquipmentCatalogue.InspectionKind;
import dev.guanjia.asset.EquipmentRegister;
import dev.guanjia.asset.Inspection;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.EquipmentOrderStore;
import dev.guanjia.server.store.EquipmentStore;
import dev.guanjia.server.store.EquipmentStore.EquipmentRow;
import dev.guanjia.server.store.EquipmentStore.Filter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Shows equipment and how its inspections stand. */
@Service
public class EquipmentReader {

    private final EquipmentStore store;
    private final EquipmentDesk desk;
    private final EquipmentSites sites;
    private final CommunityDays days;
    private final EquipmentCatalogue catalogue;
    private final EquipmentOrderStore links;
    private final Snapshot snapshot;

    EquipmentReader(
            EquipmentStore store,
            EquipmentDesk desk,
            EquipmentSites sites,
            CommunityDays days,
            EquipmentCatalogue catalogue,
            EquipmentOrderStore links,
            Snapshot snapshot) {
        this.store = store;
        this.desk = desk;
        this.sites = sites;
        this.days = days;
        this.catalogue = catalogue;
        this.links = links;
        this.snapshot = snapshot;
    }

    /**
     * A piece of equipment today.
     *
     * @param row the equipment
     * @param today the day where it is
     * @param inspections how its inspections stand
     * @param orders its orders that are not over
     */
    public record Shown(
            EquipmentRow row, LocalDate today, List<Inspection> inspections, List<String> orders) {}

    /**
     * Which inspections are asked for; null for any.
     *
     * @param equipment of which equipment
     * @param standing standing so
     * @param from due on this day or later
     * @param to due on this day or earlier
     */
    public record DueFilter(
            Filter equipment,
            @Nullable String standing,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        boolean takes(Inspection inspection) {
            return (standing == null || inspection.standing().name().equals(standing))
                    && (from == null || inspection.isDueFrom(from))
                    && (to == null || inspection.isDueBy(to));
        }
    }

    /**
     * Lists the classes of the catalogue.
     *
     * @param request which page
     * @return the page
     */
    public Page<EquipmentClass> classes(PageRequest request) {
        return Page.slice(catalogue.classes(), request, row -> row.key().value());
    }

    /**
     * Lists the inspections of the catalogue.
     *
     * @param request which page
     * @return the page
     */
    public Page<InspectionKind> inspectionKinds(PageRequest request) {
        return Page.slice(catalogue.inspections(), request, row -> row.key().value());
    }

    /**
     * Reads a piece of equipment.
     *
     * @param caller who asks
     * @param id which
     * @return the equipment
     */
    public Shown get(Caller caller, String id) {
        return snapshot.read(() -> show(caller, find(caller, id)));
    }

    /** A piece of equipment that is there. */
    EquipmentRow find(Caller caller, String id) {
        return store.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    /**
     * Shows a piece of equipment after a command.
     *
     * @param caller who gave it
     * @param row the equipment
     * @return the same with how its inspections stand
     */
    public Shown show(Caller caller, EquipmentRow row) {
        return show(caller.tenant(), List.of(row)).get(0);
    }

    /**
     * Lists equipment by id.
     *
     * @param caller who asks
     * @param filter which
     * @param request which page
     * @return the page
     */
    public Page<Shown> list(Caller caller, Filter filter, PageRequest request) {
        return snapshot.read(
                () -> {
                    check(filter);
                    Page<EquipmentRow> page = store.list(caller.tenant(), filter, request);
                    return new Page<>(show(caller.tenant(), page.items()), page.nextCursor());
                });
    }

    /**
     * Lists how inspections stand today, by equipment and kind.
     *
     * @param caller who asks
     * @param filter which
     * @param request which page
     * @return the page
     */
    public Page<Inspection> inspections(Caller caller, DueFilter filter, PageRequest request) {
        return snapshot.read(
                () -> {
                    check(filter.equipment());
                    Given given = new Given();
                    if (filter.standing() != null) {
                        given.known("standing", filter.standing(), Inspection.Standing.class);
                    }
                    CommunityDays.check(given, filter.from(), filter.to());
                    given.end();
                    List<EquipmentRow> rows = store.all(caller.tenant(), filter.equipment());
                    List<Inspection> due =
                            show(caller.tenant(), rows).stream()
                                    .flatMap(shown -> shown.inspections().stream())
                                    .filter(filter::takes)
                                    .toList();
                    return Page.slice(due, request, EquipmentReader::key);
                });
    }

    private static String key(Inspection inspection) {
        return PageRequest.join(inspection.equipment().value(), inspection.kind().value());
    }

    private void check(Filter filter) {
        Given given = new Given();
        if (filter.kind() != null) {
            desk.classOf(given, "equipment_class", filter.kind());
        }
        given.end();
    }

    private List<Shown> show(String tenant, List<EquipmentRow> rows) {
        List<Certificate> papers =
                store.certificates(tenant, rows.stream().map(EquipmentRow::id).toList());
        Map<String, List<Certificate>> byEquipment =
                papers.stream().collect(Collectors.groupingBy(row -> row.equipment().value()));
        Map<String, List<String>> open =
                links.open(tenant, rows.stream().map(EquipmentRow::id).toList());
        Map<String, ZoneId> zones = new HashMap<>();
        return rows.stream()
                .map(
                        row -> {
                            ZoneId zone =
                                    zones.computeIfAbsent(
                                            row.place().community().value(),
                                            key -> sites.zone(tenant, row.place()));
                            LocalDate today = days.today(zone);
                            return new Shown(
                                    row,
                                    today,
                                    register(row, byEquipment.getOrDefault(row.id(), List.of()))
                                            .inspections(today),
                                    open.getOrDefault(row.id(), List.of()));
                        })
                .toList();
    }

    private EquipmentRegister register(EquipmentRow row, List<Certificate> papers) {
        return new EquipmentRegister(catalogue, List.of(row.equipment()), papers);
    }

    /**
     * Lists the certificates of a piece of equipment.
     *
     * @param caller who asks
     * @param id which
     * @param request which page
     * @return the page, by kind, first day and number
     */
    public Page<Certificate> certificates(Caller caller, String id, PageRequest request) {
        EquipmentRow row = find(caller, id);
        return Page.slice(
                store.certificates(caller.tenant(), List.of(row.id())),
                request,
                paper ->
                        PageRequest.join(
                                paper.kind().value(), paper.from().toString(), paper.number()));
    }
}
