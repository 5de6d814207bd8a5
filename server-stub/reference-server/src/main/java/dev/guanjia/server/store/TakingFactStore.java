package dev.guanjia.server.store;

import dev.guanjia.billing.receipt.CollectorDay;
import dev.guanjia.billing.receipt.SameDayTakings;
import dev.guanjia.billing.receipt.SameDayTakings.Of;
import dev.guanjia.billing.receipt.Taking;
import dev.guanjia.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The days of all collectors in a month, and what of their takings is settled on the same day. */
@Repository
public class TakingFactStore {

    private static final String DAYS =
            CollectorDayStore.SELECT
                    + """
                     and day >= :month and day < cast(:month as date) + interval '1 month'
                    order by day, collector_id
                    """;
    private static final String TAKINGS =
            """
            select collector_id, day, kind, document, method, currency, amount_minor from taking
            where tenant = :tenant
                and day >= :month and day < cast(:month as date) + interval '1 month'
            order by recorded_at, document, kind
            """;
    private static final String PARTS =
            """
            select id as document, amount_minor, currency from deposit
            where tenant = :tenant and kind = any(cast(:kinds as text[]))
                and taken_on >= :month and taken_on < cast(:month as date) + interval '1 month'
            union all
            select p.id, sum(a.amount_minor), p.currency
            from payment p
            join payment_allocation a on a.tenant = p.tenant and a.payment_id = p.id
            join charge c on c.tenant = a.tenant and c.id = a.charge_id
            where p.tenant = :tenant and c.fee_item = any(cast(:items as text[]))
                and p.paid_on >= :month and p.paid_on < cast(:month as date) + interval '1 month'
            group by p.id, p.currency
            """;

    private final JdbcClient db;

    TakingFactStore(JdbcClient db) {
        this.db = db;
    }

    /** Whose takings, and when. */
    private record Key(String collector, LocalDate day) {}

    /**
     * Reads the days of a month.
     *
     * @param tenant the company
     * @param month which
     * @return with their takings, by day and collector
     */
    public List<CollectorDay> days(String tenant, YearMonth month) {
        Map<Key, List<Taking>> takings = new HashMap<>();
        db.sql(TAKINGS)
                .param("tenant", tenant)
                .param("month", month.atDay(1))
                .query(
                        row -> {
                            Key key =
                                    new Key(
                                            row.getString("collector_id"),
                                            row.getObject("day", LocalDate.class));
                            takings.computeIfAbsent(key, any -> new ArrayList<>())
                                    .add(TakingStore.taking(row, 0));
                        });
        return db
                .sql(DAYS)
                .param("tenant", tenant)
                .param("month", month.atDay(1))
                .query(CollectorDayStore::row)
                .list()
                .stream()
                .map(row -> with(row.day(), takings))
                .toList();
    }

    private static CollectorDay with(CollectorDay day, Map<Key, List<Taking>> takings) {
        Key key = new Key(day.collector().value(), day.day());
        return day.with(takings.getOrDefault(key, List.of()));
    }

    /**
     * Reads how much of the month's payments and deposits is to be settled on the same day.
     *
     * @param tenant the company
     * @param month which
     * @param which deposits and fee items
     * @return by document; those of which nothing is are left out
     */
    public Map<String, Money> parts(String tenant, YearMonth month, SameDayTakings which) {
        LocalDate first = month.atDay(1);
        Map<String, Money> parts = new HashMap<>();
        db.sql(PARTS)
                .param("tenant", tenant)
                .param("month", first)
                .param("kinds", Sql.array(which.keys(Of.DEPOSIT, first), key -> key))
                .param("items", Sql.array(which.keys(Of.FEE_ITEM, first), key -> key))
                .query(
                        row -> {
                            parts.put(
                                    row.getString("document"),
                                    ChargeStore.money(row, "amount_minor"));
                        });
        return parts;
    }
}
