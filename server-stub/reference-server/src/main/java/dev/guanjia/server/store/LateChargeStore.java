package dev.guanjia.server.store;

import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.Quantity;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.latecharge.Deferment;
import dev.guanjia.billing.latecharge.LateCharged;
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
import java.util.stream.Collectors;
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
                and c.due_on < :on and binds_on(c, r) <= :on
                and not exists (select 1 from charge_reversal v
                    where v.tenant = c.tenant and v.charge_id = c.id and v.reversed_on <= :on)
                and (c.due_on, c.fee_item, c.id) > (:due, :item, :after)
            order by c.due_on, c.fee_item, c.id limit :fetch
            """;
    private static final String ENTERED =
            """
            select c.trace, c.period_start, c.period_end, c.amount_minor, c.currency from charge c
            where c.tenant = :tenant and c.unit_id = :unit and c.late_with is not null
                and
            """
                    + Sql.STANDS
                    + """
            order by c.seq
            """;
    private static final String STANDING =
            """
            select c.id from charge c
            where c.tenant = :tenant and c.late_with = :charge
                and
            """
                    + Sql.STANDS
                    + """
            order by c.seq
            """;
    private static final String ENTER =
            """
            insert into charge (tenant, id, late_with, entered_on, unit_id, fee_item,
                period_start, period_end, payer, amount_minor, tax_minor, currency, due_on,
                trace)
            values (:tenant, :id, :late, :day, :unit, :item,
                :start, :end, :payer, :amount, :tax, :currency, :due, cast(:trace as jsonb))
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
     * Reads the histories of the charges of a unit that were due before a day, entered by it and
     * not taken back by then.
     *
     * @param tenant the company
     * @param unitId the unit
     * @param on the day
     * @param request which page
     * @return by due day, fee item and id
     */
    public Page<OpenHistory> due(String tenant, String unitId, LocalDate on, PageRequest request) {
        List<Due> due = due(tenant, unitId, on, request.afterParts(FIRST), request.fetch());
        return Page.of(histories(tenant, due), request, LateChargeStore::key);
    }

    /**
     * Reads all histories of the charges of a unit that were due before a day, entered by it and
     * not taken back by then.
     *
     * @param tenant the company
     * @param unitId the unit
     * @param on the day
     * @return by due day, fee item and id
     */
    public List<OpenHistory> due(String tenant, String unitId, LocalDate on) {
        return histories(tenant, due(tenant, unitId, on, FIRST, Integer.MAX_VALUE));
    }

    private List<Due> due(
            String tenant, String unitId, LocalDate on, List<String> after, int fetch) {
        return db.sql(DUE)
                .param("tenant", tenant)
                .param("unit", unitId)
                .param("on", on)
                .param("due", PageRequest.day(after.get(0)))
                .param("item", after.get(1))
                .param("after", after.get(2))
                .param("fetch", fetch)
                .query(LateChargeStore::row)
                .list();
    }

    /**
     * Reads what late charges of a unit were entered and not taken back.
     *
     * @param tenant the company
     * @param unitId the unit
     * @return by the charge that is late
     */
    public Map<ChargeId, List<LateCharged>> entered(String tenant, String unitId) {
        return db
                .sql(ENTERED)
                .param("tenant", tenant)
                .param("unit", unitId)
                .query((row, index) -> charged(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(charged -> charged.days().charge()));
    }

    /**
     * Reads what was entered for being late with a charge and not taken back.
     *
     * @param tenant the company
     * @param charge the charge that is late
     * @return the ids of the late charges, in the order in which they were entered
     */
    public List<String> standing(String tenant, ChargeId charge) {
        return db.sql(STANDING)
                .param("tenant", tenant)
                .param("charge", charge.value())
                .query(String.class)
                .list();
    }

    private static LateCharged charged(ResultSet row) throws SQLException {
        return new LateCharged(
                (Quantity.Late) ChargeStore.trace(row).segments().get(0).quantity(),
                ChargeStore.money(row, "amount_minor"));
    }

    /**
     * Adds a late charge, which binds at once.
     *
     * @param tenant the company
     * @param charge its key names the charge that is late
     * @param day from when on it binds
     */
    public void enter(String tenant, Charge charge, LocalDate day) {
        db.sql(ENTER)
                .param("tenant", tenant)
                .param("id", charge.id().value())
                .param("late", charge.key().order())
                .param("day", day)
                .param("unit", charge.key().unit().value())
                .param("item", charge.key().feeItem().value())
                .param("start", charge.key().period().start())
                .param("end", charge.key().period().end())
                .param("payer", charge.payer().toString())
                .param("amount", charge.amount().minorUnits())
                .param("tax", charge.taxed().tax().minorUnits())
                .param("currency", charge.amount().currency().getCurrencyCode())
                .param("due", charge.dueOn())
                .param("trace", TraceJson.write(charge.trace()))
                .update();
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
