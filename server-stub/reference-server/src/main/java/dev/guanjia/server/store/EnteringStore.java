package dev.guanjia.server.store;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.reaction.ChargeEntered;
import dev.guanjia.server.store.BillRunStore.RunKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How far bill runs are entered. The charges of a run bind up to a number in the order of
 * calculation: none of them is changed for it.
 */
@Repository
public class EnteringStore {

    private static final String BEGIN =
            "update bill_run set entered_on = :day where tenant = :tenant and id = :run";
    private static final String FIND =
            """
            select r.entered_on, r.entered_seq, e.staff_id, e.acting_post, e.authority_version
            from bill_run r
            join bill_run_event e on e.tenant = r.tenant and e.bill_run_id = r.id
                and e.action = 'ENTER'
            where r.tenant = :tenant and r.id = :run
            """;
    private static final String MOVE =
            "update bill_run set entered_seq = :seq where tenant = :tenant and id = :run";

    /** The tenant is only compared: to a database that has not counted rows its key is no worse. */
    private static final String CHARGES =
            """
            select id, seq, coalesce(work_order_id, late_with) as key_order, unit_id, fee_item,
                period_start, period_end, amount_minor, tax_minor, currency
            from charge where tenant || '' = :tenant and entered_on is null
            """;

    private static final String OF_RUN = CHARGES + " and bill_run_id = :run";

    /**
     * The charges of a unit are entered together: those that the limit cut off are looked for by
     * their unit, and not among all that is left of the run, which the distinction rules out.
     */
    private static final String NEXT =
            "with part as ("
                    + OF_RUN
                    + """
                     and seq > :after order by seq limit :most),
                    latest as (select unit_id, seq from part order by seq desc limit 1)
                    select * from part
                    union all
                    """
                    + CHARGES
                    + """
                     and bill_run_id is not distinct from :run
                        and unit_id = (select unit_id from latest)
                        and seq > (select seq from latest)
                    order by seq
                    """;

    private static final String KINDS =
            "select distinct on (fee_item, currency, tax_minor > 0) * from ("
                    + OF_RUN
                    + ") charge order by fee_item, currency, tax_minor > 0, seq";
    private static final String BEING_ENTERED =
            """
            select id from bill_run
            where tenant = :tenant and state = 'ENTERING' and entered_on < :end
            order by seq limit 1
            """;

    private final JdbcClient db;

    EnteringStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A run that is being entered.
     *
     * @param day from which its charges bind
     * @param lastSeq the last charge that does; zero before the first
     * @param by who enters it
     */
    public record Entering(LocalDate day, long lastSeq, Actor by) {}

    /**
     * A charge that is to bind.
     *
     * @param seq where it stands in the order of calculation
     * @param event what that means to the books
     */
    public record Binding(long seq, ChargeEntered event) {}

    /**
     * Begins; no charge binds yet.
     *
     * @param run a run that is locked
     * @param day from when on its charges will bind
     */
    public void begin(RunKey run, LocalDate day) {
        of(run, BEGIN).param("day", day).update();
    }

    /**
     * Reads how far a run is.
     *
     * @param run a run that was begun
     * @return how far
     */
    public Entering find(RunKey run) {
        return of(run, FIND).query(EnteringStore::entering).single();
    }

    /**
     * Makes charges bind.
     *
     * @param run a run that is locked
     * @param seq the last charge that shall
     */
    public void move(RunKey run, long seq) {
        of(run, MOVE).param("seq", seq).update();
    }

    /**
     * Reads what is to bind next: all charges of one unit, or none.
     *
     * @param run a run
     * @param after the last charge that binds
     * @param most about how many
     * @return in the order of calculation
     */
    public List<Binding> next(RunKey run, long after, int most) {
        return of(run, NEXT)
                .param("after", after)
                .param("most", most)
                .query(EnteringStore::binding)
                .list();
    }

    /**
     * Reads one charge of each kind that the books tell apart.
     *
     * @param run a run that was calculated
     * @return by fee item, currency, and whether it is taxed
     */
    public List<ChargeEntered> kinds(RunKey run) {
        return of(run, KINDS).query((row, index) -> binding(row, index).event()).list();
    }

    /**
     * Finds a run that is being entered in a month or an earlier one.
     *
     * @param tenant the company
     * @param month which
     * @return the bill run id; empty if there is none
     */
    public Optional<String> upTo(String tenant, YearMonth month) {
        return db.sql(BEING_ENTERED)
                .param("tenant", tenant)
                .param("end", month.plusMonths(1).atDay(1))
                .query(String.class)
                .optional();
    }

    private JdbcClient.StatementSpec of(RunKey run, String sql) {
        return db.sql(sql).param("tenant", run.tenant()).param("run", run.id());
    }

    private static Entering entering(ResultSet row, int index) throws SQLException {
        return new Entering(
                row.getObject("entered_on", LocalDate.class),
                row.getLong("entered_seq"),
                new Actor(
                        new StaffId(row.getString("staff_id")),
                        new PostKey(row.getString("acting_post")),
                        row.getString("authority_version")));
    }

    private static Binding binding(ResultSet row, int index) throws SQLException {
        return new Binding(
                row.getLong("seq"),
                new ChargeEntered(
                        new ChargeId(row.getString("id")),
                        ChargeStore.key(row),
                        ChargeStore.taxed(row)));
    }
}
