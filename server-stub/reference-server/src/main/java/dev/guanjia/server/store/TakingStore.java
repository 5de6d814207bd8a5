package dev.guanjia.server.store;

import dev.guanjia.billing.receipt.CollectorDay;
import dev.guanjia.billing.receipt.Taking;
import dev.guanjia.billing.receipt.Taking.Kind;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.CollectorDayStore.DayRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table {@code collector_day}, page by page, and what the view {@code taking} says of each day.
 */
@Repository
public class TakingStore {

    private static final String PAGE =
            """
             and (day, collector_id) > (:day, :collector)
            order by day, collector_id limit :fetch
            """;
    private static final String TAKINGS =
            """
            select kind, document, method, amount_minor, currency from taking
            where tenant = :tenant and collector_id = :collector and day = :day
            order by recorded_at, document, kind
            """;
    private static final String SUMS =
            """
            select d.id, t.kind, t.method, t.currency, count(*) as documents,
                sum(t.amount_minor) as amount_minor
            from collector_day d join taking t on t.tenant = d.tenant
                and t.collector_id = d.collector_id and t.day = d.day
            where d.tenant = :tenant and d.id = any(cast(:days as text[]))
            group by d.id, t.kind, t.method, t.currency
            """;
    private static final String COLLECTOR =
            "select recorded_by from payment where tenant = :tenant and id = :id";
    private static final List<String> FIRST = List.of("0001-01-01", "");

    private static final Comparator<KindSum> ORDER =
            Comparator.comparing(KindSum::kind).thenComparing(KindSum::method);

    private final JdbcClient db;

    TakingStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * What came or went for one reason by one method.
     *
     * @param kind why it came or went
     * @param method how it came or went
     * @param documents how many payments, deposits or refunds
     * @param amount their sum; below zero where money went
     */
    public record KindSum(Kind kind, PaymentMethod method, int documents, Money amount) {}

    /**
     * Which days are listed.
     *
     * @param collector those of a collector only
     * @param state those in a state only
     * @param from this day or later only
     * @param to up to this day only, the day included
     */
    public record Filter(
            Optional<String> collector,
            Optional<String> state,
            Optional<LocalDate> from,
            Optional<LocalDate> to) {

        private String sql() {
            return (collector.isPresent() ? " and collector_id = :one" : "")
                    + state.map(Filter::where).orElse("")
                    + (from.isPresent() ? " and day >= :from" : "")
                    + (to.isPresent() ? " and day <= :to" : "");
        }

        private static String where(String state) {
            return switch (state) {
                case "OPEN" -> " and closed_at is null";
                case "CLOSED" -> " and closed_at is not null and handed_at is null";
                case "HANDED_OVER" -> " and handed_at is not null";
                default -> " and false";
            };
        }

        private Map<String, Object> values() {
            Map<String, Object> values = new HashMap<>();
            collector.ifPresent(one -> values.put("one", one));
            from.ifPresent(day -> values.put("from", day));
            to.ifPresent(day -> values.put("to", day));
            return values;
        }
    }

    /**
     * Lists days, by day and collector.
     *
     * @param tenant the company
     * @param filter which of them
     * @param request which page
     * @return the page
     */
    public Page<DayRow> list(String tenant, Filter filter, PageRequest request) {
        List<String> after = request.afterParts(FIRST);
        return Page.of(
                db.sql(CollectorDayStore.SELECT + filter.sql() + PAGE)
                        .params(filter.values())
                        .param("tenant", tenant)
                        .param("day", PageRequest.day(after.get(0)))
                        .param("collector", after.get(1))
                        .param("fetch", request.fetch())
                        .query(CollectorDayStore::row)
                        .list(),
                request,
                row -> PageRequest.join(row.day().day().toString(), row.day().collector().value()));
    }

    /**
     * Reads what was taken on a day.
     *
     * @param tenant the company
     * @param day whose and which
     * @return what came and went, in the order in which it was recorded
     */
    public List<Taking> takings(String tenant, CollectorDay day) {
        return db.sql(TAKINGS)
                .param("tenant", tenant)
                .param("collector", day.collector().value())
                .param("day", day.day())
                .query(TakingStore::taking)
                .list();
    }

    /**
     * Reads who took a payment.
     *
     * @param tenant the company
     * @param paymentId one that exists
     * @return the collector
     */
    public StaffId collector(String tenant, String paymentId) {
        return new StaffId(
                db.sql(COLLECTOR)
                        .param("tenant", tenant)
                        .param("id", paymentId)
                        .query(String.class)
                        .single());
    }

    /**
     * Sums up what was taken on several days.
     *
     * @param tenant the company
     * @param days the ids of the days
     * @return the sums of each day that has any, in the order of the kinds and methods
     */
    public Map<String, List<KindSum>> sums(String tenant, Collection<String> days) {
        Map<String, List<KindSum>> sums = new HashMap<>();
        db.sql(SUMS)
                .param("tenant", tenant)
                .param("days", Sql.array(days, id -> id))
                .query(
                        row -> {
                            sums.computeIfAbsent(row.getString("id"), any -> new ArrayList<>())
                                    .add(sum(row));
                        });
        sums.values().forEach(all -> all.sort(ORDER));
        return sums;
    }

    private static KindSum sum(ResultSet row) throws SQLException {
        return new KindSum(
                Kind.valueOf(row.getString("kind")),
                PaymentMethod.valueOf(row.getString("method")),
                row.getInt("documents"),
                ChargeStore.money(row, "amount_minor"));
    }

    static Taking taking(ResultSet row, int index) throws SQLException {
        return new Taking(
                Kind.valueOf(row.getString("kind")),
                row.getString("document"),
                PaymentMethod.valueOf(row.getString("method")),
                ChargeStore.money(row, "amount_minor"));
    }
}
