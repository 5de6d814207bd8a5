package dev.guanjia.server.store;

import dev.guanjia.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is held of deposits at the end of a day. */
@Repository
public class DepositBalanceStore {

    private static final String STEPS =
            """
            (select coalesce(sum(s.amount_minor), 0) from deposit_step s
                where s.tenant = d.tenant and s.deposit_id = d.id and s.action = '%s'
                    and s.done_on <= :on)
            """;
    private static final String BALANCES =
            "select d.kind, d.currency, sum(d.amount_minor) as received, sum("
                    + STEPS.formatted("DEDUCT")
                    + ") as deducted, sum("
                    + STEPS.formatted("REFUND")
                    + ") as refunded from deposit d where d.tenant = :tenant"
                    + " and d.currency = :currency and d.taken_on <= :on";
    private static final String GROUP = " group by d.kind, d.currency order by d.kind";

    private final JdbcClient db;

    DepositBalanceStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * What is held of one kind.
     *
     * @param kind which
     * @param received what was taken
     * @param deducted what was kept
     * @param refunded what was paid back
     */
    public record Balance(String kind, Money received, Money deducted, Money refunded) {

        /**
         * What is held.
         *
         * @return received less deducted less refunded
         */
        public Money held() {
            return received.minus(deducted).minus(refunded);
        }
    }

    /**
     * Sums up.
     *
     * @param tenant the company
     * @param on the last day that counts
     * @param unitId of a unit only
     * @param currency of which deposits
     * @return by kind; kinds of which nothing was taken are left out
     */
    public List<Balance> of(
            String tenant, LocalDate on, Optional<String> unitId, Currency currency) {
        String unit = unitId.isPresent() ? " and d.unit_id = :unit" : "";
        return db.sql(BALANCES + unit + GROUP)
                .param("tenant", tenant)
                .param("on", on)
                .param("unit", unitId.orElse(""))
                .param("currency", currency.getCurrencyCode())
                .query(DepositBalanceStore::row)
                .list();
    }

    private static Balance row(ResultSet row, int index) throws SQLException {
        return new Balance(
                row.getString("kind"),
                ChargeStore.money(row, "received"),
                ChargeStore.money(row, "deducted"),
                ChargeStore.money(row, "refunded"));
    }
}
