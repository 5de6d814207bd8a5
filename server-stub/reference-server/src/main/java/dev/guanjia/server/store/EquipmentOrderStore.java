package dev.guanjia.server.store;

import dev.guanjia.asset.EquipmentId;
import dev.guanjia.asset.Inspection;
import dev.guanjia.reaction.InspectionOrder.Earlier;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code work_order_equipment}: what orders are about. Rows are only ever added. */
@Repository
public class EquipmentOrderStore {

    private static final List<WorkOrderState> ENDS =
            Arrays.stream(WorkOrderState.values()).filter(WorkOrderState::isEnd).toList();
    private static final String INSERT =
            """
            insert into work_order_equipment (tenant, work_order_id, equipment_id, inspection,
                inspection_due, recorded_at)
            values (:tenant, :order, :equipment, :inspection, :due, :at)
            on conflict (tenant, work_order_id) do nothing
            """;
    private static final String OF =
            """
            select equipment_id from work_order_equipment
            where tenant = :tenant and work_order_id = :order
            """;
    private static final String OPEN =
            """
            select e.equipment_id, e.work_order_id from work_order_equipment e
            join work_order o on o.tenant = e.tenant and o.id = e.work_order_id
            where e.tenant = :tenant and e.equipment_id = any(cast(:ids as text[]))
                and o.state <> all(cast(:ends as text[]))
            order by e.equipment_id, e.work_order_id
            """;
    private static final String INSPECTED =
            """
            select e.work_order_id, o.state from work_order_equipment e
            join work_order o on o.tenant = e.tenant and o.id = e.work_order_id
            where e.tenant = :tenant and e.equipment_id = :equipment and e.inspection = :inspection
                and e.inspection_due is not distinct from cast(:due as date)
            order by e.recorded_at, e.work_order_id
            """;

    private final JdbcClient db;

    EquipmentOrderStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Keeps what an order is about; the same again changes nothing.
     *
     * @param tenant the company
     * @param order the order
     * @param equipment the piece
     * @param at when the row is made
     */
    public void add(String tenant, String order, EquipmentId equipment, Instant at) {
        add(tenant, order, equipment, null, at);
    }

    /**
     * Keeps the inspection that an order was opened for.
     *
     * @param tenant the company
     * @param order the order
     * @param inspection the inspection, as it stood
     * @param at when the row is made
     */
    public void add(String tenant, String order, Inspection inspection, Instant at) {
        add(tenant, order, inspection.equipment(), inspection, at);
    }

    private void add(
            String tenant,
            String order,
            EquipmentId equipment,
            @Nullable Inspection inspection,
            Instant at) {
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("order", order)
                .param("equipment", equipment.value())
                .param("inspection", inspection == null ? null : inspection.kind().value())
                .param("due", inspection == null ? null : inspection.due().orElse(null))
                .param("at", Sql.at(at))
                .update();
    }

    /**
     * Reads what an order is about.
     *
     * @param tenant the company
     * @param order the order
     * @return empty if it names no equipment
     */
    public Optional<EquipmentId> of(String tenant, String order) {
        return db.sql(OF)
                .param("tenant", tenant)
                .param("order", order)
                .query(String.class)
                .optional()
                .map(EquipmentId::new);
    }

    /**
     * Reads the orders of equipment that are not over.
     *
     * @param tenant the company
     * @param equipment which
     * @return by equipment; what has none is left out
     */
    public Map<String, List<String>> open(String tenant, Collection<String> equipment) {
        Map<String, List<String>> open = new TreeMap<>();
        db.sql(OPEN)
                .param("tenant", tenant)
                .param("ids", Sql.array(equipment, id -> id))
                .param("ends", Sql.array(ENDS, WorkOrderState::name))
                .query(
                        (row, index) ->
                                open.computeIfAbsent(
                                                row.getString("equipment_id"),
                                                key -> new ArrayList<>())
                                        .add(row.getString("work_order_id")))
                .list();
        return open;
    }

    /**
     * Reads the orders that were opened for an inspection as it stands.
     *
     * @param tenant the company
     * @param inspection which, due then
     * @return oldest first
     */
    public List<Earlier> inspected(String tenant, Inspection inspection) {
        LocalDate due = inspection.due().orElse(null);
        return db.sql(INSPECTED)
                .param("tenant", tenant)
                .param("equipment", inspection.equipment().value())
                .param("inspection", inspection.kind().value())
                .param("due", due)
                .query(
                        (row, index) ->
                                new Earlier(
                                        new WorkOrderId(row.getString("work_order_id")),
                                        WorkOrderState.valueOf(row.getString("state"))))
                .list();
    }
}
