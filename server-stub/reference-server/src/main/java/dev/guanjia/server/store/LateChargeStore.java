package dev.guanjia.server.store;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.latecharge.Deferment;
import dev.guanjia.billing.latecharge.OpenHistory;
import dev.guanjia.money.Money;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to the charges of a unit that were due, so that any past day can be told. */
@Repository
public class LateChargeStore {

    private static final String COMMUNITY =
            "select community_id from unit where tenant = :tenant and id = :unit";
    private static final String DUE =
            """
            select c.id, c.fee_item, c.amount_minor, c.currency, c.due_on
            from charge c left join bill_run r on r.tenant = c.tenant and r.id = c.bill_run_id
            where c.tenant = :tenant and c.unit_id = :unit and c.amount_minor > 0
                and c.due_on < :on and coalesce(c.entered_on, r.entered_on) <= :on
                and (c.due_on, c.fee_item, c.id) > (:due, :item, :after)
            order by c.due_on, c.fee_item, c.id limit :fetch
            """;
    private static final List<String> FIRST = List.of("0001-01-01", "", "");

    private final JdbcClient db;
    private final ChargeMovementStore movements;
    private final DeferralStore deferrals;

    LateChargeStore(JdbcClient db, ChargeMovementStore movements, DeferralStore deferrals) {
        this.db = db;
        this.movements = movements;
        this.deferrals = deferrals;
    }

    /** A charge as it was made. */
    private record Due(ChargeId id, FeeItemId item, Money amount, LocalDate dueOn) {}

    /**
     * Finds where a unit is.
     *
     * @param tenant the company
     * @param unitId the unit
     * @return the community id; empty if there is no such unit
     */
    public Optional<String> community(String tenant, String unitId) {
        return db.sql(COMMUNITY)
                .param("tenant", tenant)
                .param("unit", unitId)
                .query(String.class)
                .optional();
    }

    /**
     * Reads the histories of the charges of a unit that were due before a day and entered by it.
     *
     * @param tenant the company
     * @param unitId the unit
     * @param on the day
     * @param request which page
     * @return by due day, fee item and id
     */
    public Page<OpenHistory> due(String tenant, String unitId, LocalDate on, PageRequest request) {
        List<String> after = request.afterParts(FIRST);
        List<Due> due =
                db.sql(DUE)
                        .param("tenant", tenant)
                        .param("unit", unitId)
                        .param("on", on)
                        .param("due", PageRequest.day(after.get(0)))
                        .param("item", after.get(1))
                        .param("after", after.get(2))
                        .param("fetch", request.fetch())
                        .query(LateChargeStore::row)
                        .list();
        return Page.of(histories(tenant, due), request, LateChargeStore::key);
    }

    private List<OpenHistory> histories(String tenant, List<Due> due) {
        List<ChargeId> ids = due.stream().map(Due::id).toList();
        Map<ChargeId, List<OpenHistory.Change>> changes = new TreeMap<>();
        movements
                .of(tenant, ids)
                .forEach(
                        move ->
                                changes.computeIfAbsent(move.charge(), id -> new ArrayList<>())
                                        .add(change(move)));
        Map<ChargeId, List<Deferment>> granted = deferrals.granted(tenant, ids);
        return due.stream()
                .map(
                        row ->
                                new OpenHistory(
                                        row.id(),
                                        row.item(),
                                        row.amount(),
                                        row.dueOn(),
                                        changes.getOrDefault(row.id(), List.of()),
                                        granted.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static OpenHistory.Change change(ChargeMovement move) {
        return new OpenHistory.Change(move.day(), move.amount().negated());
    }

    private static String key(OpenHistory row) {
        return PageRequest.join(row.dueOn().toString(), row.item().value(), row.charge().value());
    }

    private static Due row(ResultSet row, int index) throws SQLException {
        return new Due(
                new ChargeId(row.getString("id")),
                new FeeItemId(row.getString("fee_item")),
                ChargeStore.money(row, "amount_minor"),
                row.getObject("due_on", LocalDate.class));
    }
}
