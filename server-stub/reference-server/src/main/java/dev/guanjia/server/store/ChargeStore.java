package dev.guanjia.server.store;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.ChargeReversal;
import dev.guanjia.billing.ChargeTrace;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.tariff.Taxed;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.property.Payer;
import dev.guanjia.property.UnitId;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the table {@code charge}, and how much of each charge is still open. */
@Repository
public class ChargeStore {

    private static final String SELECT =
            """
            select c.id, c.bill_run_id, coalesce(c.work_order_id, c.late_with) as key_order,
                c.unit_id, c.fee_item, c.period_start,
                c.period_end, c.due_on, c.amount_minor, c.tax_minor, c.currency,
                binds_on(c, r) is not null as binding,
                c.amount_minor
                    - (select coalesce(sum(m.amount_minor), 0) from charge_movement m
                        where m.tenant = c.tenant and m.charge_id = c.id)
                    as open_minor,
                coalesce(c.payer, 'OWNER:' || u.owner_id) as payer,
                c.replaces, v.reason as reversal_reason, v.reversed_on, v.reversed_by,
                v.acting_post, v.authority_version,
                (select n.id from charge n where n.tenant = c.tenant and n.replaces = c.id
                    order by n.period_start limit 1) as replaced_by
            from charge c join unit u on u.tenant = c.tenant and u.id = c.unit_id
            left join bill_run r on r.tenant = c.tenant and r.id = c.bill_run_id
            left join charge_reversal v on v.tenant = c.tenant and v.charge_id = c.id
            where c.tenant = :tenant
            """;
    private static final String BINDING =
            SELECT + " and c.unit_id = :unit and binds_on(c, r) is not null";
    private static final String AFTER = " and (c.due_on, c.id) > (:due, :after)";
    private static final String ORDER = " order by c.due_on, c.id limit :fetch";
    private static final String TRACE =
            """
            select trace, period_start, period_end from charge
            where tenant = :tenant and id = :id
            """;
    private static final List<String> FIRST = List.of("0001-01-01", "");

    private final JdbcClient db;

    ChargeStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A charge.
     *
     * @param id which one
     * @param runId the bill run that made it; null for paid work
     * @param key what it is for
     * @param payer who owes it
     * @param dueOn the last day that is not late
     * @param standing how it stands now
     * @param correction what corrected it, and what it corrects
     */
    public record ChargeRow(
            ChargeId id,
            @Nullable String runId,
            ChargeKey key,
            Payer payer,
            LocalDate dueOn,
            Standing standing,
            Correction correction) {}

    /**
     * How a charge was corrected.
     *
     * @param reversal how it was taken back; null while it stands
     * @param replaces the reversed charge whose days it charges again
     * @param replacedBy the first of the charges that took its place
     */
    public record Correction(
            @Nullable ChargeReversal reversal,
            @Nullable ChargeId replaces,
            @Nullable ChargeId replacedBy) {}

    /**
     * How a charge stands.
     *
     * @param taxed how much it is, and what of it is tax as the books have it
     * @param open the amount less its movements
     * @param binding whether its run was entered, or its work taken
     */
    public record Standing(Taxed taxed, Money open, boolean binding) {

        /**
         * How much it is.
         *
         * @return with tax
         */
        public Money amount() {
            return taxed.gross();
        }

        /**
         * What is owed.
         *
         * @return what is open; nothing before the charge binds
         */
        public Money owed() {
            return binding ? open : Money.zero(open.currency());
        }
    }

    /**
     * Which charges are listed.
     *
     * @param unitId those of a unit only
     * @param runId those of a bill run only
     * @param period those of a month only
     */
    public record Filter(
            Optional<String> unitId, Optional<String> runId, Optional<ServicePeriod> period) {

        private String sql() {
            return (unitId.isPresent() ? " and c.unit_id = :unit" : "")
                    + (runId.isPresent() ? " and c.bill_run_id = :run" : "")
                    + (period.isPresent() ? " and c.period_start = :start" : "");
        }

        private Map<String, Object> values() {
            Map<String, Object> values = new HashMap<>();
            unitId.ifPresent(unit -> values.put("unit", unit));
            runId.ifPresent(run -> values.put("run", run));
            period.ifPresent(month -> values.put("start", month.start()));
            return values;
        }
    }

    /**
     * Reads a charge.
     *
     * @param tenant the company
     * @param id the charge id
     * @return empty if there is none
     */
    public Optional<ChargeRow> find(String tenant, String id) {
        return db.sql(SELECT + " and c.id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .query(ChargeStore::row)
                .optional();
    }

    /**
     * Reads how the amount of a charge came about.
     *
     * @param tenant the company
     * @param id the id of a charge that exists
     * @return the trace
     */
    public ChargeTrace trace(String tenant, String id) {
        return db.sql(TRACE)
                .param("tenant", tenant)
                .param("id", id)
                .query((row, index) -> trace(row))
                .single();
    }

    /**
     * Reads the charges of a unit that bind.
     *
     * @param tenant the company
     * @param unitId the unit
     * @return in any order, settled ones included
     */
    public List<ChargeRow> binding(String tenant, String unitId) {
        return db.sql(BINDING)
                .param("tenant", tenant)
                .param("unit", unitId)
                .query(ChargeStore::row)
                .list();
    }

    /**
     * Lists charges by due day and id: those of a run in the order of its units.
     *
     * @param tenant the company
     * @param filter which of them
     * @param request which page
     * @return the page
     */
    public Page<ChargeRow> list(String tenant, Filter filter, PageRequest request) {
        List<String> after = request.afterParts(FIRST);
        return Page.of(
                db.sql(SELECT + filter.sql() + AFTER + ORDER)
                        .params(filter.values())
                        .param("tenant", tenant)
                        .param("due", PageRequest.day(after.get(0)))
                        .param("after", after.get(1))
                        .param("fetch", request.fetch())
                        .query(ChargeStore::row)
                        .list(),
                request,
                row -> PageRequest.join(row.dueOn().toString(), row.id().value()));
    }

    private static ChargeRow row(ResultSet row, int index) throws SQLException {
        return new ChargeRow(
                new ChargeId(row.getString("id")),
                row.getString("bill_run_id"),
                key(row),
                Payer.parse(row.getString("payer")),
                row.getObject("due_on", LocalDate.class),
                new Standing(taxed(row), money(row, "open_minor"), row.getBoolean("binding")),
                new Correction(
                        reversal(row),
                        id(row.getString("replaces")),
                        id(row.getString("replaced_by"))));
    }

    private static @Nullable ChargeId id(@Nullable String value) {
        return value == null ? null : new ChargeId(value);
    }

    private static @Nullable ChargeReversal reversal(ResultSet row) throws SQLException {
        String reason = row.getString("reversal_reason");
        return reason == null
                ? null
                : new ChargeReversal(
                        new ChargeId(row.getString("id")),
                        reason,
                        row.getObject("reversed_on", LocalDate.class),
                        new Actor(
                                new StaffId(row.getString("reversed_by")),
                                new PostKey(row.getString("acting_post")),
                                row.getString("authority_version")));
    }

    static ChargeKey key(ResultSet row) throws SQLException {
        return new ChargeKey(
                new UnitId(row.getString("unit_id")),
                new FeeItemId(row.getString("fee_item")),
                period(row),
                row.getString("key_order"));
    }

    static ChargeTrace trace(ResultSet row) throws SQLException {
        return TraceJson.read(row.getString("trace"), period(row));
    }

    private static ServicePeriod period(ResultSet row) throws SQLException {
        return new ServicePeriod(
                row.getObject("period_start", LocalDate.class),
                row.getObject("period_end", LocalDate.class));
    }

    /** From {@code amount_minor}, {@code tax_minor} and {@code currency}. */
    static Taxed taxed(ResultSet row) throws SQLException {
        Money tax = money(row, "tax_minor");
        return new Taxed(money(row, "amount_minor").minus(tax), tax);
    }

    static Money money(ResultSet row, String column) throws SQLException {
        return new Money(Currency.getInstance(row.getString("currency")), row.getLong(column));
    }
}
