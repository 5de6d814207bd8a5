package dev.guanjia.server.application;

import dev.guanjia.server.access.Caller;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.MeterStore;
import dev.guanjia.server.store.MeterStore.MeterRow;
import dev.guanjia.server.store.UnitListStore;
import dev.guanjia.server.store.UnitListStore.Filter;
import dev.guanjia.server.store.UnitStore;
import dev.guanjia.server.store.UnitStore.UnitRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Reads units together with their meters. */
@Service
public class UnitReader {

    private final UnitStore units;
    private final UnitListStore lists;
    private final MeterStore meters;

    UnitReader(UnitStore units, UnitListStore lists, MeterStore meters) {
        this.units = units;
        this.lists = lists;
        this.meters = meters;
    }

    /**
     * A unit and its meters.
     *
     * @param row the unit
     * @param meters by kind and serial number
     */
    public record MeteredUnit(UnitRow row, List<MeterRow> meters) {}

    /**
     * Reads a unit.
     *
     * @param caller who asks
     * @param id the unit id
     * @return the unit
     */
    public MeteredUnit get(Caller caller, String id) {
        UnitRow row = units.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        return new MeteredUnit(row, meters.ofUnits(caller.tenant(), List.of(id)));
    }

    /**
     * Lists units by building and number.
     *
     * @param caller who asks
     * @param filter which units
     * @param request which page
     * @return the page
     */
    public Page<MeteredUnit> list(Caller caller, Filter filter, PageRequest request) {
        Page<UnitRow> page = lists.list(caller.tenant(), filter, request);
        return new Page<>(metered(caller, page.items()), page.nextCursor());
    }

    /** Reads units in the order in which they were entered. */
    List<MeteredUnit> all(Caller caller, List<String> ids) {
        return metered(caller, units.findAll(caller.tenant(), ids));
    }

    private List<MeteredUnit> metered(Caller caller, List<UnitRow> rows) {
        List<String> ids = rows.stream().map(UnitRow::id).toList();
        Map<String, List<MeterRow>> byUnit =
                meters.ofUnits(caller.tenant(), ids).stream()
                        .collect(Collectors.groupingBy(row -> row.meter().unit().value()));
        return rows.stream()
                .map(row -> new MeteredUnit(row, byUnit.getOrDefault(row.id(), List.of())))
                .toList();
    }
}
