package dev.guanjia.server.store;

import dev.guanjia.billing.receipt.CashCount;
import dev.guanjia.billing.receipt.CashHandOver;
import dev.guanjia.billing.receipt.CollectorDay;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code collector_day}; what was taken is in the view {@code taking}. */
@Repository
public class CollectorDayStore {

    private static final String OPEN =
            """
            insert into collector_day (tenant, id, collector_id, day, currency)
            values (:tenant, :id, :collector, :day, :currency)
            on conflict (day, collector_id, tenant) do nothing
            """;
    static final String SELECT =
            """
            select id, collector_id, day, currency, counted_minor, explanation, counted_on,
                closed_by, closed_at, handed_minor, handed_on, approval, last_day, received_by, received_as,
                received_under, handed_at, version
            from collector_day where tenant = :tenant
            """;
    private static final String OF_DAY = " and collector_id = :collector and day = :day";
    private static final String CLOSE =
            """
            update collector_day set counted_minor = :counted, explanation = :explanation,
                counted_on = :on, closed_by = :by, closed_as = :post, closed_under = :authority, closed_at = :at,
                version = version + 1
            where tenant = :tenant and id = :id
            """;
    private static final String HAND_OVER =
            """
            update collector_day set handed_minor = :cash, handed_on = :on, approval = :approval,
                last_day = :last, received_by = :by, received_as = :post, received_under = :authority,
                handed_at = :at, version = version + 1
            where tenant = :tenant and id = :id
            """;

    private final JdbcClient db;

    CollectorDayStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A day of a collector.
     *
     * @param id its id
     * @param day collector, day, count and hand-over; the takings are read apart
     * @param closed by whom and when it was closed; null while it is open
     * @param handedAt when the hand-over was recorded; null until then
     * @param version counted from 1
     */
    public record DayRow(
            String id,
            CollectorDay day,
            @Nullable Closed closed,
            @Nullable Instant handedAt,
            long version) {}

    /**
     * That a day was closed.
     *
     * @param by who
     * @param at when
     */
    public record Closed(String by, Instant at) {}

    /**
     * Reads the day of a collector, begun where there is none, and keeps others from changing it
     * until the transaction ends.
     *
     * @param tenant the company
     * @param id its id where it begins
     * @param day the collector and the day, nothing taken yet
     * @return the day without its takings
     */
    public DayRow lock(String tenant, String id, CollectorDay day) {
        db.sql(OPEN)
                .param("tenant", tenant)
                .param("id", id)
                .param("collector", day.collector().value())
                .param("day", day.day())
                .param("currency", day.currency().getCurrencyCode())
                .update();
        return ofDay(SELECT + OF_DAY + " for update", tenant, day).orElseThrow();
    }

    /**
     * Reads the day of a collector.
     *
     * @param tenant the company
     * @param day the collector and the day
     * @return the day without its takings; empty where it was not begun
     */
    public Optional<DayRow> find(String tenant, CollectorDay day) {
        return ofDay(SELECT + OF_DAY, tenant, day);
    }

    private Optional<DayRow> ofDay(String sql, String tenant, CollectorDay day) {
        return db.sql(sql)
                .param("tenant", tenant)
                .param("collector", day.collector().value())
                .param("day", day.day())
                .query(CollectorDayStore::row)
                .optional();
    }

    /**
     * Reads a day.
     *
     * @param tenant the company
     * @param id its id
     * @return empty if there is none
     */
    public Optional<DayRow> find(String tenant, String id) {
        return read(SELECT + " and id = :id", tenant, id);
    }

    /**
     * Reads a day and keeps others from changing it until the transaction ends.
     *
     * @param tenant the company
     * @param id its id
     * @return empty if there is none
     */
    public Optional<DayRow> lock(String tenant, String id) {
        return read(SELECT + " and id = :id for update", tenant, id);
    }

    private Optional<DayRow> read(String sql, String tenant, String id) {
        return db.sql(sql)
                .param("tenant", tenant)
                .param("id", id)
                .query(CollectorDayStore::row)
                .optional();
    }

    /**
     * Closes a day that {@link #lock} gave.
     *
     * @param tenant the company
     * @param id its id
     * @param count the cash counted
     * @param by who
     * @param at when
     */
    public void close(String tenant, String id, CashCount count, Actor by, Instant at) {
        db.sql(CLOSE)
                .param("tenant", tenant)
                .param("id", id)
                .param("counted", count.counted().minorUnits())
                .param("explanation", count.explanation())
                .param("on", count.on())
                .param("by", by.staff().value())
                .param("post", by.post().value())
                .param("authority", by.authorityVersion())
                .param("at", Sql.at(at))
                .update();
    }

    /**
     * Records that the cash of a day was handed over; {@link #lock} gave the day.
     *
     * @param tenant the company
     * @param id its id
     * @param given how much, to whom, when
     * @param at when it is recorded
     */
    public void handOver(String tenant, String id, CashHandOver given, Instant at) {
        db.sql(HAND_OVER)
                .param("tenant", tenant)
                .param("id", id)
                .param("cash", given.cash().minorUnits())
                .param("on", given.on())
                .param("approval", given.approval())
                .param("last", given.lastDay())
                .param("by", given.receiver().staff().value())
                .param("post", given.receiver().post().value())
                .param("authority", given.receiver().authorityVersion())
                .param("at", Sql.at(at))
                .update();
    }

    static DayRow row(ResultSet row, int index) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        boolean isClosed = row.getString("closed_by") != null;
        boolean isHanded = row.getString("received_by") != null;
        CollectorDay day =
                new CollectorDay(
                        new StaffId(row.getString("collector_id")),
                        row.getObject("day", LocalDate.class),
                        currency,
                        List.of(),
                        isClosed ? count(row, currency) : null,
                        isHanded ? handOver(row, currency) : null);
        return new DayRow(
                row.getString("id"),
                day,
                isClosed
                        ? new Closed(row.getString("closed_by"), Sql.instant(row, "closed_at"))
                        : null,
                isHanded ? Sql.instant(row, "handed_at") : null,
                row.getLong("version"));
    }

    private static CashCount count(ResultSet row, Currency currency) throws SQLException {
        return new CashCount(
                new Money(currency, row.getLong("counted_minor")),
                row.getString("explanation"),
                row.getObject("counted_on", LocalDate.class));
    }

    private static CashHandOver handOver(ResultSet row, Currency currency) throws SQLException {
        return new CashHandOver(
                new Money(currency, row.getLong("handed_minor")),
                new Actor(
                        new StaffId(row.getString("received_by")),
                        new PostKey(row.getString("received_as")),
                        row.getString("received_under")),
                row.getObject("handed_on", LocalDate.class),
                row.getString("approval"),
                row.getObject("last_day", LocalDate.class));
    }
}
