package dev.guanjia.server.store;

import dev.guanjia.billing.receipt.CollectorDay;
import dev.guanjia.billing.receipt.Taking;
import dev.guanjia.billing.settlement.PaymentId;
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
 * The table {@code collector_day}, page by page, and what {@code payment} and {@code
 * payment_reversal} say of each day.
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
            select id, method, amount_minor, currency, receipt_no from payment
            where tenant = :tenant and recorded_by = :collector and paid_on = :day
            union all
            select p.id, p.method, -p.amount_minor, p.currency, p.receipt_no
            from payment_reversal r join payment p on p.tenant = r.tenant and p.id = r.payment_id
            where r.tenant = :tenant and p.recorded_by = :collector and r.decided_on = :day
                and r.state = 'POSTED'
            order by receipt_no, amount_minor desc
            """;
    private static final String SUMS =
            """
            select id, method, currency, count(*) as payments, sum(amount_minor) as amount_minor
            from (
                select d.id, p.method, p.currency, p.amount_minor
                from collector_day d join payment p on p.tenant = d.tenant
                    and p.recorded_by = d.collector_id and p.paid_on = d.day
                where d.tenant = :tenant and d.id = any(cast(:days as text[]))
                union all
                select d.id, p.method, p.currency, -p.amount_minor
                from collector_day d join payment_reversal r on r.tenant = d.tenant
                    and r.decided_on = d.day and r.state = 'POSTED'
                join payment p on p.tenant = r.tenant and p.id = r.payment_id
                    and p.recorded_by = d.collector_id
                where d.tenant = :tenant and d.id = any(cast(:days as text[]))) taking
            group by id, method, currency
            """;
    private static final String COLLECTOR =
            "select recorded_by from payment where tenant = :tenant and id = :id";
    private static final List<String> FIRST = List.of("0001-01-01", "");

    private final JdbcClient db;

    TakingStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * What was taken by one method.
     *
     * @param method how it was paid
     * @param payments how many payments were taken or taken back
     * @param amount their sum
     */
    public record MethodSum(PaymentMethod method, int payments, Money amount) {}

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
     * @return the payments taken and taken back, in the order in which they were recorded
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
     * @return the sums of each day that has any, in the order of the methods
     */
    public Map<String, List<MethodSum>> sums(String tenant, Collection<String> days) {
        Map<String, List<MethodSum>> sums = new HashMap<>();
        db.sql(SUMS)
                .param("tenant", tenant)
                .param("days", Sql.array(days, id -> id))
                .query(
                        row -> {
                            sums.computeIfAbsent(row.getString("id"), any -> new ArrayList<>())
                                    .add(sum(row));
                        });
        sums.values().forEach(all -> all.sort(Comparator.comparing(MethodSum::method)));
        return sums;
    }

    private static MethodSum sum(ResultSet row) throws SQLException {
        return new MethodSum(
                PaymentMethod.valueOf(row.getString("method")),
                row.getInt("payments"),
                ChargeStore.money(row, "amount_minor"));
    }

    private static Taking taking(ResultSet row, int index) throws SQLException {
        return new Taking(
                new PaymentId(row.getString("id")),
                PaymentMethod.valueOf(row.getString("method")),
                ChargeStore.money(row, "amount_minor"));
    }
}
