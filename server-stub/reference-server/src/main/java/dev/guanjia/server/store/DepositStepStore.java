package dev.guanjia.server.store;

import dev.guanjia.billing.deposit.Deposit;
import dev.guanjia.billing.deposit.DepositAction;
import dev.guanjia.billing.deposit.DepositEvent;
import dev.guanjia.billing.settlement.PaymentMethod;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code deposit_step}: what was done to deposits, in order. */
@Repository
class DepositStepStore {

    private static final String INSERT =
            """
            insert into deposit_step (tenant, deposit_id, line, action, done_on, done_by, done_as,
                done_under, amount_minor, reason, paper, method, recorded_at)
            values (:tenant, :id, :line, :action, :on, :by, :as, :under, :amount, :reason, :paper,
                :method, :at)
            """;
    private static final String SELECT =
            """
            select s.*, d.currency from deposit_step s
            join deposit d on d.tenant = s.tenant and d.id = s.deposit_id
            where s.tenant = :tenant and s.deposit_id = any(cast(:ids as text[]))
            order by s.deposit_id, s.line
            """;

    private final JdbcClient db;

    DepositStepStore(JdbcClient db) {
        this.db = db;
    }

    /** What was done to one deposit, and how it was paid back. */
    record Steps(List<DepositEvent> events, @Nullable PaymentMethod paidBack) {

        static final Steps NONE = new Steps(List.of(), null);

        private Steps with(DepositEvent event, @Nullable PaymentMethod method) {
            List<DepositEvent> all = new ArrayList<>(events);
            all.add(event);
            return new Steps(all, method == null ? paidBack : method);
        }
    }

    /** Adds the last step of a deposit. */
    void add(String tenant, Deposit after, @Nullable PaymentMethod method, Instant at) {
        int line = after.events().size();
        DepositEvent last = after.events().get(line - 1);
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", after.taken().id().value())
                .param("line", line)
                .param("action", last.action().name())
                .param("on", last.on())
                .params(Actors.values(last.by()))
                .param("amount", last.amount().minorUnits())
                .param("reason", last.reason())
                .param("paper", last.paper())
                .param("method", method == null ? null : method.name())
                .param("at", Sql.at(at))
                .update();
    }

    /** The steps of deposits, by id; those without one are left out. */
    Map<String, Steps> of(String tenant, Collection<String> ids) {
        Map<String, Steps> all = new TreeMap<>();
        db.sql(SELECT)
                .param("tenant", tenant)
                .param("ids", Sql.array(ids, id -> id))
                .query(
                        row -> {
                            String id = row.getString("deposit_id");
                            Steps before = all.getOrDefault(id, Steps.NONE);
                            all.put(id, before.with(event(row), method(row)));
                        });
        return all;
    }

    private static DepositEvent event(ResultSet row) throws SQLException {
        return new DepositEvent(
                DepositAction.valueOf(row.getString("action")),
                Actors.read(row, "done"),
                row.getObject("done_on", LocalDate.class),
                ChargeStore.money(row, "amount_minor"),
                row.getString("reason"),
                row.getString("paper"));
    }

    private static @Nullable PaymentMethod method(ResultSet row) throws SQLException {
        String method = row.getString("method");
        return method == null ? null : PaymentMethod.valueOf(method);
    }
}
