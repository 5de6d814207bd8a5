package dev.guanjia.server.store;

import dev.guanjia.asset.EquipmentId;
import dev.guanjia.asset.RepairHistory;
import dev.guanjia.asset.RepairHistory.Entry;
import dev.guanjia.money.Money;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code equipment_repair}: what was done to equipment. Rows are only ever added. */
@Repository
public class EquipmentRepairStore {

    private static final String INSERT =
            """
            insert into equipment_repair (tenant, id, equipment_id, work_order_id, repaired_on,
                work, cost_minor, currency, recorded_at)
            values (:tenant, :id, :equipment, :order, :day, :work, :cost, :currency, :at)
            """;
    private static final String SELECT =
            """
            select id, equipment_id, work_order_id, repaired_on, work, cost_minor, currency
            from equipment_repair where tenant = :tenant
            """;
    private static final String OF = SELECT + " and equipment_id = :equipment";
    private static final String UNDER = SELECT + " and work_order_id = any(cast(:ids as text[]))";
    private static final String LIST =
            OF
                    + """
                     and (repaired_on, id) > (:day, :after)
                    order by repaired_on, id limit :fetch
                    """;

    private final JdbcClient db;

    EquipmentRepairStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Adds an entry.
     *
     * @param tenant the company
     * @param entry the entry
     * @param at when the row is made
     */
    public void add(String tenant, Entry entry, Instant at) {
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", entry.id())
                .param("equipment", entry.equipment().value())
                .param("order", entry.order())
                .param("day", entry.day())
                .param("work", entry.work())
                .param("cost", entry.cost().map(Money::minorUnits).orElse(null))
                .param(
                        "currency",
                        entry.cost().map(cost -> cost.currency().getCurrencyCode()).orElse(null))
                .param("at", Sql.at(at))
                .update();
    }

    /**
     * Reads what was done to a piece of equipment.
     *
     * @param tenant the company
     * @param equipment which
     * @return every entry
     */
    public RepairHistory of(String tenant, String equipment) {
        return new RepairHistory(
                db.sql(OF)
                        .param("tenant", tenant)
                        .param("equipment", equipment)
                        .query(EquipmentRepairStore::entry)
                        .list());
    }

    /**
     * Reads what was done under some work orders.
     *
     * @param tenant the company
     * @param orders which
     * @return every entry
     */
    public RepairHistory under(String tenant, Collection<String> orders) {
        return new RepairHistory(
                orders.isEmpty()
                        ? List.of()
                        : db.sql(UNDER)
                                .param("tenant", tenant)
                                .param("ids", Sql.array(orders, id -> id))
                                .query(EquipmentRepairStore::entry)
                                .list());
    }

    /**
     * Lists what was done to a piece of equipment by day.
     *
     * @param tenant the company
     * @param equipment which
     * @param request which page
     * @return the page
     */
    public Page<Entry> list(String tenant, String equipment, PageRequest request) {
        List<String> after = request.afterParts(List.of("0001-01-01", ""));
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("equipment", equipment)
                        .param("day", PageRequest.day(after.get(0)))
                        .param("after", after.get(1))
                        .param("fetch", request.fetch())
                        .query(EquipmentRepairStore::entry)
                        .list(),
                request,
                entry -> PageRequest.join(entry.day().toString(), entry.id()));
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        String currency = row.getString("currency");
        return new Entry(
                row.getString("id"),
                row.getString("work_order_id"),
                new EquipmentId(row.getString("equipment_id")),
                row.getObject("repaired_on", LocalDate.class),
                row.getString("work"),
                currency == null
                        ? Optional.empty()
                        : Optional.of(
                                new Money(
                                        Currency.getInstance(currency),
                                        row.getLong("cost_minor"))));
    }
}
