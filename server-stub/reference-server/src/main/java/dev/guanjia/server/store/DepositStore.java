package dev.guanjia.server.store;

import dev.guanjia.billing.deposit.Deposit;
import dev.guanjia.billing.deposit.DepositId;
import dev.guanjia.billing.deposit.DepositKind;
import dev.guanjia.billing.deposit.DepositTaken;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.property.UnitId;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.DepositStepStore.Steps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code deposit}. */
@Repository
public class DepositStore {

    private static final String INSERT =
            """
            insert into deposit (tenant, id, unit_id, kind, amount_minor, currency, method,
                receipt_no, taken_on, taken_by, taken_as, taken_under, state, recorded_at)
            values (:tenant, :id, :unit, :kind, :amount, :currency, :method, :receipt, :on, :by,
                :as, :under, :state, :at)
            on conflict (tenant, receipt_no) do nothing
            """;
    private static final String IDS = "select d.id from deposit d where d.tenant = :tenant";
    private static final String SOME = IDS + " and d.id = any(cast(:ids as text[])) order by d.id";
    private static final String BEFORE = " and d.seq < :before order by d.seq desc limit :fetch";
    private static final String WHOLE =
            """
            select d.* from deposit d
            where d.tenant = :tenant and d.id = any(cast(:ids as text[])) order by d.seq desc
            """;
    private static final String STATE =
            """
            update deposit set state = :state, version = version + 1
            where tenant = :tenant and id = :id
            """;
    private static final String RECEIPT =
            "select receipt_no from deposit where tenant = :tenant and receipt_no = :receipt";

    private final JdbcClient db;
    private final DepositStepStore steps;

    DepositStore(JdbcClient db, DepositStepStore steps) {
        this.db = db;
        this.steps = steps;
    }

    /**
     * A deposit.
     *
     * @param deposit the money, and what was done to it
     * @param method how it came
     * @param paidBack how it left; null before
     * @param recordedAt when the row was made
     * @param seq grows with every deposit
     * @param version counted from 1
     */
    public record DepositRow(
            Deposit deposit,
            PaymentMethod method,
            @Nullable PaymentMethod paidBack,
            Instant recordedAt,
            long seq,
            long version) {

        /**
         * The name of the row.
         *
         * @return the deposit id
         */
        public String id() {
            return deposit.taken().id().value();
        }
    }

    /**
     * Which deposits are listed.
     *
     * @param unitId those of a unit only
     * @param state those that stand so only
     */
    public record Filter(Optional<String> unitId, Optional<String> state) {

        private String sql() {
            return (unitId.isPresent() ? " and d.unit_id = :unit" : "")
                    + (state.isPresent() ? " and d.state = :state" : "");
        }
    }

    /**
     * Tells whether a receipt is another deposit's.
     *
     * @param tenant the company
     * @param receipt the number
     * @return true if it is used
     */
    public boolean isUsed(String tenant, String receipt) {
        return db.sql(RECEIPT)
                .param("tenant", tenant)
                .param("receipt", receipt)
                .query(String.class)
                .optional()
                .isPresent();
    }

    /**
     * Adds a deposit.
     *
     * @param tenant the company
     * @param deposit nothing done to it yet
     * @param method how it came
     * @param at when
     * @return false if its receipt is another's
     */
    public boolean add(String tenant, Deposit deposit, PaymentMethod method, Instant at) {
        DepositTaken taken = deposit.taken();
        return db.sql(INSERT)
                        .param("tenant", tenant)
                        .param("id", taken.id().value())
                        .param("unit", taken.unit().value())
                        .param("kind", taken.kind().id())
                        .param("amount", taken.amount().minorUnits())
                        .param("currency", taken.amount().currency().getCurrencyCode())
                        .param("method", method.name())
                        .param("receipt", taken.receipt())
                        .param("on", taken.on())
                        .params(Actors.values(taken.by()))
                        .param("state", deposit.state().name())
                        .param("at", Sql.at(at))
                        .update()
                == 1;
    }

    /**
     * Keeps the last step of a deposit.
     *
     * @param tenant the company
     * @param after the deposit with the step
     * @param method how it was paid back; null for every other step
     * @param at when
     */
    public void step(String tenant, Deposit after, @Nullable PaymentMethod method, Instant at) {
        steps.add(tenant, after, method, at);
        db.sql(STATE)
                .param("tenant", tenant)
                .param("id", after.taken().id().value())
                .param("state", after.state().name())
                .update();
    }

    /**
     * Reads a deposit.
     *
     * @param tenant the company
     * @param id the deposit id
     * @return empty if there is none
     */
    public Optional<DepositRow> find(String tenant, String id) {
        return read(tenant, List.of(id), "").stream().findFirst();
    }

    /**
     * Reads deposits and keeps others from them until the transaction ends.
     *
     * @param tenant the company
     * @param ids which ones
     * @return those that exist, by id
     */
    public List<DepositRow> lock(String tenant, Collection<String> ids) {
        return read(tenant, ids, " for update");
    }

    private List<DepositRow> read(String tenant, Collection<String> ids, String lock) {
        return whole(
                tenant,
                db.sql(SOME + lock)
                        .param("tenant", tenant)
                        .param("ids", Sql.array(ids, id -> id))
                        .query(String.class)
                        .list());
    }

    /**
     * Lists deposits, newest first.
     *
     * @param tenant the company
     * @param filter which of them
     * @param request which page
     * @return the page
     */
    public Page<DepositRow> list(String tenant, Filter filter, PageRequest request) {
        List<String> ids =
                db.sql(IDS + filter.sql() + BEFORE)
                        .param("tenant", tenant)
                        .param("unit", filter.unitId().orElse(""))
                        .param("state", filter.state().orElse(""))
                        .param("before", request.beforeNumber())
                        .param("fetch", request.fetch())
                        .query(String.class)
                        .list();
        return Page.of(whole(tenant, ids), request, row -> String.valueOf(row.seq()));
    }

    /** Newest first. */
    private List<DepositRow> whole(String tenant, List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, Steps> done = steps.of(tenant, ids);
        return db.sql(WHOLE)
                .param("tenant", tenant)
                .param("ids", Sql.array(ids, id -> id))
                .query((row, index) -> row(row, done.getOrDefault(row.getString("id"), Steps.NONE)))
                .list();
    }

    private static DepositRow row(ResultSet row, Steps done) throws SQLException {
        String kind = row.getString("kind");
        DepositTaken taken =
                new DepositTaken(
                        new DepositId(row.getString("id")),
                        DepositKind.standard().stream()
                                .filter(one -> one.id().equals(kind))
                                .findFirst()
                                .orElseThrow(),
                        new UnitId(row.getString("unit_id")),
                        ChargeStore.money(row, "amount_minor"),
                        row.getString("receipt_no"),
                        Actors.read(row, "taken"),
                        row.getObject("taken_on", LocalDate.class));
        return new DepositRow(
                new Deposit(taken, done.events()),
                PaymentMethod.valueOf(row.getString("method")),
                done.paidBack(),
                Sql.instant(row, "recorded_at"),
                row.getLong("seq"),
                row.getLong("version"));
    }
}
