package dev.guanjia.server.application;

import dev.guanjia.property.meter.Meter;
import dev.guanjia.property.meter.MeterHistory;
import dev.guanjia.property.meter.MeterId;
import dev.guanjia.property.meter.MeterLoss;
import dev.guanjia.property.meter.MeterTree;
import dev.guanjia.property.meter.Use;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.InstalledMeterStore;
import dev.guanjia.server.store.InstalledMeterStore.InstalledMeter;
import dev.guanjia.server.store.MeterChargeStore;
import dev.guanjia.server.store.MeterChargeStore.MeterCharge;
import dev.guanjia.server.store.MeterStore;
import dev.guanjia.server.store.MeterStore.MeterRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** What meters measured, what was billed of it, and what was lost on the way. */
@Service
public class MeterUseDesk {

    private final InstalledMeterStore meters;
    private final MeterStore histories;
    private final MeterChargeStore charges;
    private final Snapshot snapshot;

    MeterUseDesk(
            InstalledMeterStore meters,
            MeterStore histories,
            MeterChargeStore charges,
            Snapshot snapshot) {
        this.meters = meters;
        this.histories = histories;
        this.charges = charges;
        this.snapshot = snapshot;
    }

    /**
     * What was used, and the charges that end with it.
     *
     * @param use from reading to reading
     * @param charges by fee item
     */
    public record BilledUse(Use use, List<MeterCharge> charges) {}

    /**
     * A meter beside those below it.
     *
     * @param above the meter
     * @param below those directly below, by id
     * @param loss what is known of the difference
     */
    public record Compared(Meter above, List<Meter> below, MeterLoss loss) {}

    /**
     * Lists what was used from reading to reading.
     *
     * @param caller who asks
     * @param id the meter id
     * @param request which page
     * @return the page, by day
     */
    public Page<BilledUse> uses(Caller caller, String id, PageRequest request) {
        return snapshot.read(() -> read(caller.tenant(), id, request));
    }

    private Page<BilledUse> read(String tenant, String id, PageRequest request) {
        request.after().ifPresent(PageRequest::day);
        MeterRow row = histories.find(tenant, id).orElseThrow(() -> Fault.notFound(id));
        List<Use> all = histories.histories(tenant, List.of(row)).get(row.meter().id()).uses();
        Page<Use> page = Page.slice(all, request, use -> use.until().toString());
        List<LocalDate> days = page.items().stream().map(Use::until).toList();
        Map<LocalDate, List<MeterCharge>> billed = charges.of(tenant, id, days);
        return page.map(use -> new BilledUse(use, billed.getOrDefault(use.until(), List.of())));
    }

    /**
     * Compares a meter with those directly below it.
     *
     * @param caller who asks
     * @param id the meter id
     * @param from the day of the first readings
     * @param until the day of the last readings
     * @return what is known of the difference
     */
    public Compared loss(Caller caller, String id, LocalDate from, LocalDate until) {
        Given given = new Given();
        boolean fit = given.day("from", from).isPresent() & given.day("until", until).isPresent();
        if (fit && until.isBefore(from)) {
            given.wrong("until", FieldCode.OUT_OF_RANGE, "expected", "not before " + from);
        }
        given.end();
        return snapshot.read(() -> compare(caller.tenant(), id, from, until));
    }

    private Compared compare(String tenant, String id, LocalDate from, LocalDate until) {
        InstalledMeter above = meters.find(tenant, id).orElseThrow(() -> Fault.notFound(id));
        List<MeterRow> rows = new ArrayList<>(List.of(above.row()));
        meters.below(tenant, id).forEach(below -> rows.add(below.row()));
        Map<MeterId, MeterHistory> known = histories.histories(tenant, rows);
        List<Meter> all = rows.stream().map(MeterRow::meter).toList();
        List<Meter> below = all.subList(1, all.size());
        Map<MeterId, MeterId> parents = new TreeMap<>();
        MeterId parent = above.row().meter().id();
        below.forEach(meter -> parents.put(meter.id(), parent));
        MeterTree tree = Refused.unlessAccepted(MeterTree.of(all, parents));
        return new Compared(above.row().meter(), below, tree.loss(parent, from, until, known));
    }
}
