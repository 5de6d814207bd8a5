package dev.guanjia.server.store;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.latecharge.Deferment;
import dev.guanjia.billing.latecharge.Deferral;
import dev.guanjia.billing.latecharge.DeferralConfirmed;
import dev.guanjia.billing.latecharge.DeferralId;
import dev.guanjia.billing.latecharge.DeferralRejection;
import dev.guanjia.billing.latecharge.DeferralRequest;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code deferral}. */
@Repository
public class DeferralStore {

    private static final String INSERT =
            """
            insert into deferral (tenant, id, charge_id, due_on, reason, stated_on, stated_by,
                stated_as, stated_under, recorded_at)
            values (:tenant, :id, :charge, :due, :reason, :on, :by, :as, :under, :at)
            """;
    private static final String SELECT =
            """
            select d.*, c.unit_id from deferral d
            join charge c on c.tenant = d.tenant and c.id = d.charge_id
            where d.tenant = :tenant
            """;
    private static final String CONFIRM =
            """
            update deferral set confirmed_on = :on, confirmed_by = :by, confirmed_as = :as,
                confirmed_under = :under, approval = :approval, version = version + 1
            where tenant = :tenant and id = :id
            """;
    private static final String GRANT =
            """
            update deferral set granted_on = :on, promised_on = :promised, version = version + 1
            where tenant = :tenant and id = :id
            """;
    private static final String REJECT =
            """
            update deferral set rejected_on = :on, rejected_by = :by, rejected_as = :as,
                rejected_under = :under, version = version + 1
            where tenant = :tenant and id = :id
            """;
    private static final String GRANTED =
            """
            select charge_id, granted_on, promised_on from deferral
            where tenant = :tenant and charge_id = any(cast(:charges as text[]))
                and granted_on is not null
            order by promised_on, id
            """;

    private final JdbcClient db;

    DeferralStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A deferral.
     *
     * @param deferral what was asked for, and where that stands
     * @param unitId the unit of the charge
     * @param recordedAt when the row was made
     * @param seq grows with every deferral
     * @param version counted from 1
     */
    public record DeferralRow(
            Deferral deferral, String unitId, Instant recordedAt, long seq, long version) {

        /**
         * The name of the row.
         *
         * @return the deferral id
         */
        public String id() {
            return deferral.request().id().value();
        }
    }

    /**
     * Adds a request.
     *
     * @param tenant the company
     * @param request not confirmed yet
     * @param at when
     */
    public void add(String tenant, DeferralRequest request, Instant at) {
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", request.id().value())
                .param("charge", request.charge().value())
                .param("due", request.dueOn())
                .param("reason", request.reason())
                .param("on", request.statedOn())
                .params(Actors.values(request.proposer()))
                .param("at", Sql.at(at))
                .update();
    }

    /**
     * Keeps a confirmation.
     *
     * @param tenant the company
     * @param id the deferral id
     * @param confirmed who and when
     */
    public void confirm(String tenant, String id, DeferralConfirmed confirmed) {
        db.sql(CONFIRM)
                .param("tenant", tenant)
                .param("id", id)
                .param("on", confirmed.on())
                .params(Actors.values(confirmed.by()))
                .param("approval", confirmed.approval())
                .update();
    }

    /**
     * Keeps a promised day.
     *
     * @param tenant the company
     * @param id the deferral id
     * @param granted the promise
     */
    public void grant(String tenant, String id, Deferment granted) {
        db.sql(GRANT)
                .param("tenant", tenant)
                .param("id", id)
                .param("on", granted.grantedOn())
                .param("promised", granted.promised())
                .update();
    }

    /**
     * Keeps a no.
     *
     * @param tenant the company
     * @param id which deferral
     * @param rejection who said no, when
     */
    public void reject(String tenant, String id, DeferralRejection rejection) {
        db.sql(REJECT)
                .param("tenant", tenant)
                .param("id", id)
                .param("on", rejection.on())
                .params(Actors.values(rejection.by()))
                .update();
    }

    /**
     * Reads a deferral.
     *
     * @param tenant the company
     * @param id the deferral id
     * @return empty if there is none
     */
    public Optional<DeferralRow> find(String tenant, String id) {
        return db.sql(SELECT + " and d.id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .query(DeferralStore::row)
                .optional();
    }

    /**
     * Lists deferrals, newest first.
     *
     * @param tenant the company
     * @param unitId those of a unit only
     * @param request which page
     * @return the page
     */
    public Page<DeferralRow> list(String tenant, Optional<String> unitId, PageRequest request) {
        String unit = unitId.isPresent() ? " and c.unit_id = :unit" : "";
        return Page.of(
                db.sql(SELECT + unit + " and d.seq < :before order by d.seq desc limit :fetch")
                        .param("tenant", tenant)
                        .param("unit", unitId.orElse(""))
                        .param("before", request.beforeNumber())
                        .param("fetch", request.fetch())
                        .query(DeferralStore::row)
                        .list(),
                request,
                row -> String.valueOf(row.seq()));
    }

    /**
     * Reads what was granted for charges.
     *
     * @param tenant the company
     * @param charges which ones
     * @return by charge, the earliest promise first; charges without one are left out
     */
    public Map<ChargeId, List<Deferment>> granted(String tenant, Collection<ChargeId> charges) {
        Map<ChargeId, List<Deferment>> granted = new TreeMap<>();
        db.sql(GRANTED)
                .param("tenant", tenant)
                .param("charges", Sql.array(charges, ChargeId::value))
                .query(
                        row -> {
                            granted.computeIfAbsent(
                                            new ChargeId(row.getString("charge_id")),
                                            id -> new ArrayList<>())
                                    .add(
                                            new Deferment(
                                                    row.getObject("granted_on", LocalDate.class),
                                                    row.getObject("promised_on", LocalDate.class)));
                        });
        return granted;
    }

    private static DeferralRow row(ResultSet row, int index) throws SQLException {
        DeferralRequest request =
                new DeferralRequest(
                        new DeferralId(row.getString("id")),
                        new ChargeId(row.getString("charge_id")),
                        row.getObject("due_on", LocalDate.class),
                        row.getString("reason"),
                        Actors.read(row, "stated"),
                        row.getObject("stated_on", LocalDate.class));
        return new DeferralRow(
                new Deferral(request, confirmed(row), granted(row), rejection(row)),
                row.getString("unit_id"),
                Sql.instant(row, "recorded_at"),
                row.getLong("seq"),
                row.getLong("version"));
    }

    private static @Nullable DeferralConfirmed confirmed(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("confirmed_on", LocalDate.class);
        return on == null
                ? null
                : new DeferralConfirmed(
                        Actors.read(row, "confirmed"), on, row.getString("approval"));
    }

    private static @Nullable Deferment granted(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("granted_on", LocalDate.class);
        return on == null ? null : new Deferment(on, row.getObject("promised_on", LocalDate.class));
    }

    private static @Nullable DeferralRejection rejection(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("rejected_on", LocalDate.class);
        return on == null ? null : new DeferralRejection(Actors.read(row, "rejected"), on);
    }
}
