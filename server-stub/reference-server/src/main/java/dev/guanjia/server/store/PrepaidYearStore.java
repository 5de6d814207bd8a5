package dev.guanjia.server.store;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.money.Money;
import dev.guanjia.property.Payer;
import dev.guanjia.property.UnitId;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code prepaid_year}. */
@Repository
public class PrepaidYearStore {

    private static final String INSERT =
            """
            insert into prepaid_year (tenant, id, unit_id, fee_item, first_day, end_day, payer,
                payment_id, full_minor, reduced_minor, currency, recorded_at)
            values (:tenant, :id, :unit, :item, :first, :end, :payer, :payment, :full, :reduced,
                :currency, :at)
            """;
    private static final String REVERSED =
            """
            exists (select 1 from payment_reversal r where r.tenant = y.tenant
                and r.payment_id = y.payment_id and r.state = 'POSTED')
            """;
    private static final String SELECT =
            """
            select id, seq, unit_id, fee_item, first_day, end_day, payer, payment_id, full_minor,
                reduced_minor, currency, recorded_at,
            """
                    + REVERSED
                    + " as reversed from prepaid_year y where tenant = :tenant ";
    private static final String LIST =
            SELECT + " and unit_id = :unit and seq > :after order by seq limit :fetch";
    private static final String STANDING =
            """
            select unit_id, fee_item, first_day, end_day from prepaid_year y
            where tenant = :tenant and unit_id = any(cast(:units as text[]))
                and first_day < :end and end_day > :start and not
            """
                    + REVERSED
                    + " order by unit_id, first_day, seq";
    private static final String END =
            "select end_day from prepaid_year where tenant = :tenant and payment_id = :payment";

    private final JdbcClient db;

    PrepaidYearStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A year that was paid ahead.
     *
     * @param id its id
     * @param seq its place among all
     * @param of which unit, fee and days
     * @param paid by whom and how much
     * @param reversed whether its payment was
     * @param recordedAt when it was stored
     */
    public record YearRow(
            String id, long seq, Of of, Paid paid, boolean reversed, Instant recordedAt) {}

    /**
     * What was paid ahead.
     *
     * @param unitId the unit
     * @param item the fee item
     * @param days the year
     */
    public record Of(String unitId, FeeItemId item, ServicePeriod days) {}

    /**
     * By whom and how much.
     *
     * @param payer who paid
     * @param paymentId the payment
     * @param full what the year would have cost
     * @param reduced what was paid for it
     */
    public record Paid(Payer payer, String paymentId, Money full, Money reduced) {}

    /**
     * Adds a year.
     *
     * @param tenant the company
     * @param row one that no other has days with
     */
    public void add(String tenant, YearRow row) {
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("unit", row.of().unitId())
                .param("item", row.of().item().value())
                .param("first", row.of().days().start())
                .param("end", row.of().days().end())
                .param("payer", row.paid().payer().toString())
                .param("payment", row.paid().paymentId())
                .param("full", row.paid().full().minorUnits())
                .param("reduced", row.paid().reduced().minorUnits())
                .param("currency", row.paid().full().currency().getCurrencyCode())
                .param("at", Sql.at(row.recordedAt()))
                .update();
    }

    /**
     * Reads a year.
     *
     * @param tenant the company
     * @param id the id of the year
     * @return empty if there is none
     */
    public Optional<YearRow> find(String tenant, String id) {
        return db.sql(SELECT + " and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .query(PrepaidYearStore::row)
                .optional();
    }

    /**
     * Lists the years of a unit in the order in which they were paid.
     *
     * @param tenant the company
     * @param unitId the unit
     * @param request which page
     * @return the page
     */
    public Page<YearRow> list(String tenant, String unitId, PageRequest request) {
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("unit", unitId)
                        .param("after", request.afterNumber())
                        .param("fetch", request.fetch())
                        .query(PrepaidYearStore::row)
                        .list(),
                request,
                row -> Long.toString(row.seq()));
    }

    /**
     * Reads the years that hold and have days of a period.
     *
     * @param tenant the company
     * @param unitIds the units
     * @param period the period
     * @return by unit and fee item; units without one are left out
     */
    public Map<UnitId, SortedMap<FeeItemId, List<ServicePeriod>>> standing(
            String tenant, Collection<String> unitIds, ServicePeriod period) {
        Map<UnitId, SortedMap<FeeItemId, List<ServicePeriod>>> years = new HashMap<>();
        db.sql(STANDING)
                .param("tenant", tenant)
                .param("units", Sql.array(unitIds, id -> id))
                .param("start", period.start())
                .param("end", period.end())
                .query(
                        row -> {
                            years.computeIfAbsent(
                                            new UnitId(row.getString("unit_id")),
                                            any -> new TreeMap<>())
                                    .computeIfAbsent(
                                            new FeeItemId(row.getString("fee_item")),
                                            any -> new ArrayList<>())
                                    .add(days(row));
                        });
        return years;
    }

    /**
     * Reads when the year ends that a payment paid ahead.
     *
     * @param tenant the company
     * @param paymentId the payment
     * @return the day after its last; empty for every other payment
     */
    public Optional<LocalDate> end(String tenant, String paymentId) {
        return db.sql(END)
                .param("tenant", tenant)
                .param("payment", paymentId)
                .query(LocalDate.class)
                .optional();
    }

    private static ServicePeriod days(ResultSet row) throws SQLException {
        return new ServicePeriod(
                row.getObject("first_day", LocalDate.class),
                row.getObject("end_day", LocalDate.class));
    }

    private static YearRow row(ResultSet row, int index) throws SQLException {
        return new YearRow(
                row.getString("id"),
                row.getLong("seq"),
                new Of(
                        row.getString("unit_id"),
                        new FeeItemId(row.getString("fee_item")),
                        days(row)),
                new Paid(
                        Payer.parse(row.getString("payer")),
                        row.getString("payment_id"),
                        ChargeStore.money(row, "full_minor"),
                        ChargeStore.money(row, "reduced_minor")),
                row.getBoolean("reversed"),
                Sql.instant(row, "recorded_at"));
    }
}
