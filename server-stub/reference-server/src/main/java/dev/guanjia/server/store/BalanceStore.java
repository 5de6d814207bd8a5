package dev.guanjia.server.store;

import dev.guanjia.ledger.AccountCode;
import dev.guanjia.ledger.AccountMovement;
import dev.guanjia.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Sums of the books, and the same sums as billing knows them: the two are computed from different
 * tables, so that they can be compared.
 */
@Repository
public class BalanceStore {

    private static final String MOVEMENTS =
            """
            select l.account,
                coalesce(sum(l.amount_minor) filter
                    (where e.period = :period and l.side = 'DEBIT'), 0) as debit,
                coalesce(sum(l.amount_minor) filter
                    (where e.period = :period and l.side = 'CREDIT'), 0) as credit,
                coalesce(sum(case l.side when 'DEBIT' then l.amount_minor else -l.amount_minor end)
                    filter (where e.period < :period), 0) as opening
            from journal_line l
            join journal_entry e on e.tenant = l.tenant and e.id = l.entry_id
            where l.tenant = :tenant and l.currency = :currency and e.period <= :period
            group by l.account order by l.account
            """;
    private static final String RECEIVABLES =
            """
            select (select coalesce(sum(c.amount_minor), 0) from charge c
                    left join bill_run r on r.tenant = c.tenant and r.id = c.bill_run_id
                    where c.tenant = :tenant and c.currency = :currency
                        and binds_on(c, r) < :end)
                - (select coalesce(sum(m.amount_minor), 0) from charge_movement m
                    join charge c on c.tenant = m.tenant and c.id = m.charge_id
                    where m.tenant = :tenant and c.currency = :currency and m.on_day < :end)
            """;
    private static final String ADVANCES =
            """
            select -(select coalesce(sum(prepayment_minor), 0) from payment
                    where tenant = :tenant and currency = :currency and paid_on < :end)
                + (select coalesce(sum(m.amount_minor), 0) from charge_movement m
                    join charge c on c.tenant = m.tenant and c.id = m.charge_id
                    where m.tenant = :tenant and c.currency = :currency and m.on_day < :end
                        and m.kind = 'PREPAYMENT_USED')
                + (select coalesce(sum(f.kept_minor), 0) from payment_refund f
                    where f.tenant = :tenant and f.currency = :currency and f.paid_on < :end
                        and f.state = 'PAID')
                + (select coalesce(sum(v.kept_minor), 0) from payment_reversal v
                    join payment p on p.tenant = v.tenant and p.id = v.payment_id
                    where v.tenant = :tenant and p.currency = :currency and v.decided_on < :end
                        and v.state = 'POSTED')
            """;

    private static final String DEPOSITS =
            """
            select (select coalesce(sum(s.amount_minor), 0) from deposit_step s
                    join deposit d on d.tenant = s.tenant and d.id = s.deposit_id
                    where s.tenant = :tenant and d.currency = :currency and s.done_on < :end)
                - (select coalesce(sum(d.amount_minor), 0) from deposit d
                    where d.tenant = :tenant and d.currency = :currency and d.taken_on < :end)
            """;

    private final JdbcClient db;

    BalanceStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * What moved in a month, and what stood before it.
     *
     * @param tenant the company
     * @param month which
     * @param currency of which the sums are
     * @return one movement per account that ever moved
     */
    public List<AccountMovement> movements(String tenant, YearMonth month, Currency currency) {
        return db.sql(MOVEMENTS)
                .param("tenant", tenant)
                .param("period", month.atDay(1))
                .param("currency", currency.getCurrencyCode())
                .query((row, index) -> movement(row, currency))
                .list();
    }

    /**
     * What owners owe: charges that bind, less all that settled them.
     *
     * @param tenant the company
     * @param end the day after the last that counts
     * @param currency of which the sum is
     * @return debits less credits
     */
    public Money receivables(String tenant, LocalDate end, Currency currency) {
        return sum(RECEIVABLES, tenant, end, currency);
    }

    /**
     * What owners paid in advance.
     *
     * @param tenant the company
     * @param end the day after the last that counts
     * @param currency of which the sum is
     * @return debits less credits, so zero or less
     */
    public Money advances(String tenant, LocalDate end, Currency currency) {
        return sum(ADVANCES, tenant, end, currency);
    }

    /**
     * What is held of deposits.
     *
     * @param tenant the company
     * @param end the day after the last that counts
     * @param currency of which the sum is
     * @return debits less credits, so zero or less
     */
    public Money deposits(String tenant, LocalDate end, Currency currency) {
        return sum(DEPOSITS, tenant, end, currency);
    }

    private Money sum(String sql, String tenant, LocalDate end, Currency currency) {
        long minorUnits =
                db.sql(sql)
                        .param("tenant", tenant)
                        .param("end", end)
                        .param("currency", currency.getCurrencyCode())
                        .query(Long.class)
                        .single();
        return new Money(currency, minorUnits);
    }

    private static AccountMovement movement(ResultSet row, Currency currency) throws SQLException {
        return new AccountMovement(
                new AccountCode(row.getString("account")),
                new Money(currency, row.getLong("debit")),
                new Money(currency, row.getLong("credit")),
                new Money(currency, row.getLong("opening")));
    }
}
