package dev.guanjia.server.application;

import dev.guanjia.asset.EquipmentId;
import dev.guanjia.asset.RepairHistory;
import dev.guanjia.asset.RepairHistory.Entry;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.money.Money;
import dev.guanjia.reaction.EquipmentOrder;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.EquipmentRepairStore;
import dev.guanjia.server.store.EquipmentStore.EquipmentRow;
import dev.guanjia.server.store.WorkOrderStore;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Records what was done to equipment and what it cost. */
@Service
public class EquipmentRepairDesk {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private final Planning planning;
    private final EquipmentDesk equipment;
    private final EquipmentReader reader;
    private final EquipmentRepairStore store;
    private final WorkOrderStore orders;
    private final OrderEquipment pieces;
    private final EquipmentSites sites;
    private final CommunityDays days;

    EquipmentRepairDesk(
            Planning planning,
            EquipmentDesk equipment,
            EquipmentReader reader,
            EquipmentRepairStore store,
            WorkOrderStore orders,
            OrderEquipment pieces,
            EquipmentSites sites,
            CommunityDays days) {
        this.planning = planning;
        this.equipment = equipment;
        this.reader = reader;
        this.store = store;
        this.orders = orders;
        this.pieces = pieces;
        this.sites = sites;
        this.days = days;
    }

    /**
     * What is said of a repair.
     *
     * @param order under which work order
     * @param day when
     * @param work what was done
     * @param amount what it cost, possibly negative; null when nothing is charged
     * @param currency of the amount; null without one
     */
    public record Draft(
            String order,
            LocalDate day,
            String work,
            @Nullable String amount,
            @Nullable String currency) {}

    /**
     * What a piece of equipment cost.
     *
     * @param sums one per currency
     * @param entries how many entries there are
     */
    public record Costs(List<Money> sums, int entries) {}

    /**
     * Records an entry.
     *
     * @param caller who asks
     * @param id of which equipment
     * @param draft what is said
     * @return the entry
     */
    public Entry record(Caller caller, String id, Draft draft) {
        Breach attempt = new Breach("record-equipment-repair", id);
        planning.admit(caller, attempt);
        EquipmentRow row = equipment.lock(caller, id);
        Entry entry = read(caller.tenant(), row, draft);
        RepairHistory history = store.of(caller.tenant(), id);
        Refused.unlessAccepted(history.record(entry, equipment.register(caller.tenant(), row)));
        store.add(caller.tenant(), entry, planning.now());
        planning.done(caller, attempt, id, Map.of("entry", entry.id()));
        return entry;
    }

    private Entry read(String tenant, EquipmentRow row, Draft draft) {
        Given given = new Given();
        given.text("/work", draft.work());
        days.past(given, "/repaired_on", draft.day(), sites.zone(tenant, row.place()));
        Optional<WorkOrderRow> order = orders.find(tenant, draft.order());
        if (order.isEmpty()) {
            given.unknown("/work_order_id", draft.order());
        }
        Optional<Money> cost = cost(given, draft);
        given.end();
        requireWork(tenant, row, order.orElseThrow());
        return new Entry(
                Ids.next("re"),
                draft.order(),
                row.equipment().id(),
                draft.day(),
                draft.work(),
                cost);
    }

    private void requireWork(String tenant, EquipmentRow row, WorkOrderRow order) {
        Refused.unlessAccepted(
                EquipmentOrder.enter(
                        order.order(),
                        Optional.ofNullable(order.equipmentId()).map(EquipmentId::new),
                        row.equipment(),
                        pieces.day(tenant, order.order().intake())));
    }

    private static Optional<Money> cost(Given given, Draft draft) {
        String amount = draft.amount();
        String code = draft.currency();
        return amount == null || code == null
                ? Optional.empty()
                : given.signed("/cost", amount, code);
    }

    /**
     * Lists what was done to a piece of equipment.
     *
     * @param caller who asks
     * @param id which
     * @param request which page
     * @return the page
     */
    public Page<Entry> list(Caller caller, String id, PageRequest request) {
        return store.list(caller.tenant(), reader.find(caller, id).id(), request);
    }

    /**
     * Adds up what a piece of equipment cost.
     *
     * @param caller who asks
     * @param id which
     * @param from on this day or later; null for any
     * @param to on this day or earlier; null for any
     * @return the sums
     */
    public Costs costs(Caller caller, String id, @Nullable LocalDate from, @Nullable LocalDate to) {
        Given given = new Given();
        CommunityDays.check(given, from, to);
        given.end();
        EquipmentRow row = reader.find(caller, id);
        DateRange span = DateRange.ofClosed(from == null ? FIRST : from, to == null ? LAST : to);
        RepairHistory history = store.of(caller.tenant(), id);
        int entries =
                (int)
                        history.entries().stream()
                                .filter(entry -> span.contains(entry.day()))
                                .count();
        return new Costs(List.copyOf(history.costs(row.equipment().id(), span).values()), entries);
    }
}
