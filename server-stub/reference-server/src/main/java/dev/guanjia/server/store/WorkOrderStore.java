package dev.guanjia.server.store;

import dev.guanjia.organisation.StaffId;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.WorkOrderEvent;
import dev.guanjia.workorder.level.Due;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code work_order}. */
@Repository
public class WorkOrderStore {

    private final JdbcClient db;
    private final NamedParameterJdbcTemplate batches;
    private final WorkOrderColumns columns;

    WorkOrderStore(JdbcClient db, NamedParameterJdbcTemplate batches, WorkOrderColumns columns) {
        this.db = db;
        this.batches = batches;
        this.columns = columns;
    }

    /**
     * A work order.
     *
     * @param order where it stands
     * @param recordedAt when the row was made
     * @param version counted from 1
     * @param parentId the order that it was split off; null when it was not
     * @param equipmentId the equipment that it is about; null when it names none
     * @param workers who had a hand in the work
     */
    public record WorkOrderRow(
            WorkOrder order,
            Instant recordedAt,
            long version,
            @Nullable String parentId,
            @Nullable String equipmentId,
            Set<StaffId> workers) {

        /**
         * A new order that stands by itself.
         *
         * @param order the order
         * @param recordedAt when the row was made
         * @param version counted from 1
         */
        public WorkOrderRow(WorkOrder order, Instant recordedAt, long version) {
            this(order, recordedAt, version, null, null, Set.of());
        }

        /**
         * The row after an event.
         *
         * @param event what happened
         * @return the next version
         */
        public WorkOrderRow after(WorkOrderEvent.Moved event) {
            Set<StaffId> hands = new TreeSet<>(workers);
            hands.addAll(event.workers());
            return new WorkOrderRow(
                    event.applyTo(order), recordedAt, version + 1, parentId, equipmentId, hands);
        }

        /**
         * The row once its equipment is known.
         *
         * @param equipment the piece
         * @return the next version of a row that names it
         */
        public WorkOrderRow about(String equipment) {
            return new WorkOrderRow(order, recordedAt, version + 1, parentId, equipment, workers);
        }

        /**
         * The row after somebody judged how grave it is.
         *
         * @param event what they found
         * @return the next version
         */
        public WorkOrderRow after(WorkOrderEvent.Reclassed event) {
            return new WorkOrderRow(
                    event.applyTo(order), recordedAt, version + 1, parentId, equipmentId, workers);
        }

        /**
         * The row with another due time; the same version, for the change is part of a step.
         *
         * @param moved the new due time
         * @return the row
         */
        public WorkOrderRow dueAgain(Due moved) {
            return new WorkOrderRow(
                    order.dueAgain(moved), recordedAt, version, parentId, equipmentId, workers);
        }

        /**
         * The name of the row.
         *
         * @return the work order id
         */
        public String id() {
            return order.id().value();
        }
    }

    /**
     * A work order of another system.
     *
     * @param row the order
     * @param content all that the other system said of it, to tell another version of it
     */
    public record Imported(WorkOrderRow row, String content) {

        /**
         * Its number there.
         *
         * @return the source reference
         */
        public String reference() {
            return String.valueOf(row.order().intake().reception().sourceReference());
        }
    }

    /**
     * Adds an order.
     *
     * @param tenant the company
     * @param row the order
     */
    public void add(String tenant, WorkOrderRow row) {
        batches.update(WorkOrderSql.INSERT, columns.all(tenant, row).addValue("content", null));
    }

    /**
     * Adds orders of another system.
     *
     * @param tenant the company
     * @param rows orders whose numbers are new
     */
    public void addAll(String tenant, List<Imported> rows) {
        batches.batchUpdate(
                WorkOrderSql.INSERT,
                rows.stream()
                        .map(
                                one ->
                                        columns.all(tenant, one.row())
                                                .addValue("content", one.content()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /**
     * Writes where an order stands now.
     *
     * @param tenant the company
     * @param row the order with its new version
     */
    public void update(String tenant, WorkOrderRow row) {
        batches.update(WorkOrderSql.UPDATE, WorkOrderColumns.changing(tenant, row));
    }

    /**
     * Writes when an order is due now.
     *
     * @param tenant the company
     * @param row the order, due again
     */
    public void move(String tenant, WorkOrderRow row) {
        batches.update(WorkOrderSql.MOVE, columns.all(tenant, row));
    }

    /**
     * Writes what an order is held for now, and when it is due for that.
     *
     * @param tenant the company
     * @param row the order with its new version
     */
    public void reclass(String tenant, WorkOrderRow row) {
        batches.update(WorkOrderSql.RECLASS, columns.all(tenant, row));
    }

    /**
     * Reads an order.
     *
     * @param tenant the company
     * @param id the order
     * @return empty if there is none
     */
    public Optional<WorkOrderRow> find(String tenant, String id) {
        return one(WorkOrderSql.SELECT + " and id = :id", tenant, id);
    }

    /**
     * Reads an order that is about to change.
     *
     * @param tenant the company
     * @param id the order
     * @return empty if there is none
     */
    public Optional<WorkOrderRow> lock(String tenant, String id) {
        return one(WorkOrderSql.SELECT + " and id = :id for update", tenant, id);
    }

    /**
     * Reads the orders whose due time is not known, about to change.
     *
     * @param tenant the company
     * @return by their id
     */
    public List<WorkOrderRow> undated(String tenant) {
        return db.sql(WorkOrderSql.SELECT + " and due_unknown is not null order by id for update")
                .param("tenant", tenant)
                .query(columns::row)
                .list();
    }

    /**
     * Finds the companies that have orders whose due time is not known.
     *
     * @return their ids
     */
    public List<String> withUndated() {
        return db.sql(WorkOrderSql.UNDATED).query(String.class).list();
    }

    private Optional<WorkOrderRow> one(String sql, String tenant, String id) {
        return db.sql(sql).param("tenant", tenant).param("id", id).query(columns::row).optional();
    }

    /**
     * Reads what was imported before.
     *
     * @param tenant the company
     * @param like an order of the kind and community
     * @param references numbers in the other system
     * @return those that are known, by number
     */
    public Map<String, Imported> imported(
            String tenant, WorkOrder like, Collection<String> references) {
        Map<String, Imported> known = new TreeMap<>();
        db.sql(WorkOrderSql.IMPORTED)
                .param("tenant", tenant)
                .param("community", like.intake().community().value())
                .param("kind", like.intake().kind().name())
                .param("references", Sql.array(references, reference -> reference))
                .query(
                        (row, index) ->
                                new Imported(
                                        columns.row(row, index), row.getString("source_content")))
                .list()
                .forEach(one -> known.put(one.reference(), one));
        return known;
    }
}
