package dev.guanjia.server.store;

import dev.guanjia.billing.run.BillRun;
import dev.guanjia.billing.run.BillRunProgress;
import dev.guanjia.money.Money;
import dev.guanjia.server.store.BillRunStore.RunKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Units of a run that are stored and not added up yet: the table {@code bill_run_part}. */
@Repository
public class BillRunPartStore {

    private static final String ADD =
            """
            insert into bill_run_part (tenant, bill_run_id, after_unit_seq, last_unit_seq, units,
                charged, unchanged, skipped, total_minor)
            values (:tenant, :run, :after, :last, :units,
                :charged, :unchanged, :skipped, :minor)
            """;
    private static final String OF =
            """
            select after_unit_seq, last_unit_seq, units, charged, unchanged, skipped, total_minor
            from bill_run_part where tenant = :tenant and bill_run_id = :run
            order by after_unit_seq
            """;
    private static final String FORGET =
            """
            delete from bill_run_part
            where tenant = :tenant and bill_run_id = :run and last_unit_seq <= :last
            """;

    private static final List<String> BEGIN =
            List.of(
                    "synchronous_commit = off",
                    "plan_cache_mode = force_custom_plan",
                    "enable_seqscan = off",
                    "enable_bitmapscan = off");

    private final JdbcClient db;

    BillRunPartStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Units that stand beside each other.
     *
     * @param after the {@code seq} of the unit before the first
     * @param last the {@code seq} of the last
     * @param found what they came to, all of them done
     */
    public record Part(long after, long last, BillRunProgress found) {

        /**
         * Whether a unit is one of them.
         *
         * @param place the {@code seq} of the unit
         * @return true if it is
         */
        public boolean covers(long place) {
            return after < place && place <= last;
        }
    }

    /**
     * Begins, in a transaction of its own. Each unit is looked up by its keys, whatever the
     * database believes of tables that grow while it has not counted them; and the transaction may
     * be lost when the database crashes right after its end, for then the units are calculated
     * again.
     */
    public void begin() {
        BEGIN.forEach(setting -> db.sql("set local " + setting).update());
    }

    /**
     * Adds what was stored in this transaction.
     *
     * @param run of which run
     * @param part which units, and what they came to
     */
    public void add(RunKey run, Part part) {
        BillRunProgress found = part.found();
        of(run, ADD)
                .param("after", part.after())
                .param("last", part.last())
                .param("units", found.unitsDone())
                .param("charged", found.charged())
                .param("unchanged", found.unchanged())
                .param("skipped", found.skipped())
                .param("minor", found.total().minorUnits())
                .update();
    }

    /**
     * Reads what is not added up yet.
     *
     * @param key of which run
     * @param run the run
     * @return in the order of the units
     */
    public List<Part> of(RunKey key, BillRun run) {
        Currency currency = run.progress().total().currency();
        return of(key, OF).query((row, index) -> part(row, currency)).list();
    }

    /**
     * Deletes what was added up.
     *
     * @param run of which run
     * @param last up to which unit
     */
    public void forget(RunKey run, long last) {
        of(run, FORGET).param("last", last).update();
    }

    private JdbcClient.StatementSpec of(RunKey run, String sql) {
        return db.sql(sql).param("tenant", run.tenant()).param("run", run.id());
    }

    private static Part part(ResultSet row, Currency currency) throws SQLException {
        int units = row.getInt("units");
        BillRunProgress found =
                new BillRunProgress(
                        units,
                        units,
                        row.getInt("charged"),
                        row.getInt("unchanged"),
                        row.getInt("skipped"),
                        new Money(currency, row.getLong("total_minor")),
                        0);
        return new Part(row.getLong("after_unit_seq"), row.getLong("last_unit_seq"), found);
    }
}
