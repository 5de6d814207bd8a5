package dev.guanjia.server.store;

import dev.guanjia.asset.EquipmentId;
import dev.guanjia.asset.RepairHistory;
import dev.guanjia.asset.maintenance.MaintenanceStandard;
import dev.guanjia.asset.maintenance.MaintenanceTask;
import dev.guanjia.asset.maintenance.TaskEvent;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.calendar.DueDay;
import dev.guanjia.money.Money;
import dev.guanjia.server.store.MaintenanceTaskStore.Orders;
import dev.guanjia.server.store.MaintenanceTaskStore.Site;
import dev.guanjia.server.store.MaintenanceTaskStore.TaskRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A maintenance task as a row of its table. */
final class MaintenanceTaskColumns {

    private MaintenanceTaskColumns() {}

    /** A row without its events. */
    record Raw(
            String id,
            Parts parts,
            Site site,
            String state,
            @Nullable String workOrderId,
            int givenUp,
            long version) {

        TaskRow with(List<TaskEvent> events, RepairHistory history) {
            Orders orders = new Orders(workOrderId, givenUp, costs(history));
            return new TaskRow(id, parts.with(events), site, state, orders, version);
        }

        private List<Money> costs(RepairHistory history) {
            RepairHistory own = new RepairHistory(history.of(parts.equipment()));
            return workOrderId == null ? List.of() : List.copyOf(own.costs(workOrderId).values());
        }
    }

    record Parts(
            MaintenanceStandard standard, EquipmentId equipment, DateRange period, DueDay planned) {

        MaintenanceTask with(List<TaskEvent> events) {
            return new MaintenanceTask(standard, equipment, period, planned, events);
        }
    }

    static Raw raw(ResultSet row) throws SQLException {
        return new Raw(
                row.getString("id"),
                new Parts(
                        MaintenanceStandardStore.standard(row, "standard", "standard_from"),
                        new EquipmentId(row.getString("equipment_id")),
                        new DateRange(
                                row.getObject("period_start", LocalDate.class),
                                row.getObject("period_end", LocalDate.class)),
                        new DueDay(
                                row.getObject("origin_on", LocalDate.class),
                                Optional.ofNullable(row.getObject("planned_on", LocalDate.class)),
                                adjustments(row.getString("adjustments")))),
                new Site(
                        row.getString("plan_id"),
                        row.getString("community_id"),
                        ZoneId.of(row.getString("time_zone"))),
                row.getString("state"),
                row.getString("work_order_id"),
                row.getInt("orders_given_up"),
                row.getLong("version"));
    }

    private static Set<DueDay.Adjustment> adjustments(String text) {
        return Arrays.stream(text.split(" "))
                .filter(name -> !name.isEmpty())
                .map(DueDay.Adjustment::valueOf)
                .collect(Collectors.toSet());
    }
}
