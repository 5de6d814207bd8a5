package dev.guanjia.server.store;

import dev.guanjia.ledger.AccountingPeriod;
import dev.guanjia.ledger.PeriodState;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code accounting_period}: a month without a row is open. */
@Repository
public class PeriodStore {

    /** A number and not a row: nobody waits for whoever was the first to post to a month. */
    private static final String POSTING =
            "select pg_advisory_xact_lock_shared(hashtext(:tenant), :month)";

    private static final String CLOSING = "select pg_advisory_xact_lock(hashtext(:tenant), :month)";
    private static final String FIND =
            "select state, closed_on from accounting_period where tenant = :tenant and period = :period";
    private static final String CLOSE =
            """
            insert into accounting_period (tenant, period, state, closed_on, closed_by)
            values (:tenant, :period, 'CLOSED', :on, :by)
            on conflict (tenant, period) do update
                set state = excluded.state, closed_on = excluded.closed_on,
                    closed_by = excluded.closed_by
            """;
    private static final String EARLIER_OPEN =
            """
            select max(e.period) from journal_entry e
            left join accounting_period p on p.tenant = e.tenant and p.period = e.period
            where e.tenant = :tenant and e.period < :period
                and coalesce(p.state, 'OPEN') = 'OPEN'
            """;

    private static final int MONTHS = 12;

    private final JdbcClient db;

    PeriodStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A month and the day it was closed.
     *
     * @param period the month
     * @param closedOn empty while it is open
     */
    public record PeriodRow(AccountingPeriod period, Optional<LocalDate> closedOn) {}

    /**
     * Reads a month.
     *
     * @param tenant the company
     * @param month which
     * @return the month; open where nothing was said of it
     */
    public PeriodRow find(String tenant, YearMonth month) {
        return read(tenant, month);
    }

    /**
     * Reads a month and keeps it from being closed until the transaction ends; several may post to
     * it at once.
     *
     * @param tenant the company
     * @param month which
     * @return the month
     */
    public PeriodRow lockForPosting(String tenant, YearMonth month) {
        lock(POSTING, tenant, month);
        return read(tenant, month);
    }

    /**
     * Reads a month and keeps everybody from posting to it until the transaction ends.
     *
     * @param tenant the company
     * @param month which
     * @return the month
     */
    public PeriodRow lockForClosing(String tenant, YearMonth month) {
        lock(CLOSING, tenant, month);
        return read(tenant, month);
    }

    /**
     * Closes a month that {@link #lockForClosing} gave.
     *
     * @param tenant the company
     * @param month which
     * @param closedOn the day
     * @param closedBy who
     */
    public void close(String tenant, YearMonth month, LocalDate closedOn, String closedBy) {
        db.sql(CLOSE)
                .param("tenant", tenant)
                .param("period", month.atDay(1))
                .param("on", closedOn)
                .param("by", closedBy)
                .update();
    }

    /**
     * The latest earlier month that has entries and is open.
     *
     * @param tenant the company
     * @param month which
     * @return empty if there is none
     */
    public Optional<YearMonth> earlierOpen(String tenant, YearMonth month) {
        return db.sql(EARLIER_OPEN)
                .param("tenant", tenant)
                .param("period", month.atDay(1))
                .query((row, index) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .map(YearMonth::from);
    }

    private void lock(String sql, String tenant, YearMonth month) {
        db.sql(sql)
                .param("tenant", tenant)
                .param("month", month.getYear() * MONTHS + month.getMonthValue())
                .query((row, index) -> month)
                .single();
    }

    /** After the lock, so that it sees what others did who held it. */
    private PeriodRow read(String tenant, YearMonth month) {
        return db.sql(FIND)
                .param("tenant", tenant)
                .param("period", month.atDay(1))
                .query(
                        (row, index) ->
                                new PeriodRow(
                                        new AccountingPeriod(
                                                month, PeriodState.valueOf(row.getString("state"))),
                                        Optional.ofNullable(
                                                row.getObject("closed_on", LocalDate.class))))
                .optional()
                .orElseGet(() -> new PeriodRow(AccountingPeriod.open(month), Optional.empty()));
    }
}
