package dev.guanjia.server.store;

import dev.guanjia.billing.receipt.ReceiptNumber;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.ReceiptStore.ReceiptRow;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code receipt}, page by page. */
@Repository
public class ReceiptListStore {

    private static final String PAGE =
            """
             and (r.year, r.book, r.number) > (:year, :book, :number)
            order by r.year, r.book, r.number limit :fetch
            """;
    private static final List<String> FIRST = List.of("0", "", "0");

    private final JdbcClient db;

    ReceiptListStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Which receipts are listed.
     *
     * @param unitId those for a unit only
     * @param paymentId those for a payment only
     * @param state those in a state only
     * @param from those of this day or later only
     * @param to those up to this day only, the day included
     */
    public record Filter(
            Optional<String> unitId,
            Optional<String> paymentId,
            Optional<String> state,
            Optional<LocalDate> from,
            Optional<LocalDate> to) {

        private String sql() {
            return (unitId.isPresent() ? " and p.unit_id = :unit" : "")
                    + (paymentId.isPresent() ? " and r.payment_id = :payment" : "")
                    + (state.isPresent() ? " and r.state = :state" : "")
                    + (from.isPresent() ? " and r.issued_on >= :from" : "")
                    + (to.isPresent() ? " and r.issued_on <= :to" : "");
        }

        private Map<String, Object> values() {
            Map<String, Object> values = new HashMap<>();
            unitId.ifPresent(unit -> values.put("unit", unit));
            paymentId.ifPresent(payment -> values.put("payment", payment));
            state.ifPresent(some -> values.put("state", some));
            from.ifPresent(day -> values.put("from", day));
            to.ifPresent(day -> values.put("to", day));
            return values;
        }
    }

    /**
     * Lists receipts in the order of their numbers.
     *
     * @param tenant the company
     * @param filter which of them
     * @param request which page
     * @return the page
     */
    public Page<ReceiptRow> list(String tenant, Filter filter, PageRequest request) {
        List<String> after = request.afterParts(FIRST);
        return Page.of(
                db.sql(ReceiptStore.SELECT + filter.sql() + PAGE)
                        .params(filter.values())
                        .param("tenant", tenant)
                        .param("year", PageRequest.number(after.get(0)))
                        .param("book", after.get(1))
                        .param("number", PageRequest.number(after.get(2)))
                        .param("fetch", request.fetch())
                        .query(ReceiptStore::row)
                        .list(),
                request,
                ReceiptListStore::key);
    }

    private static String key(ReceiptRow row) {
        ReceiptNumber number = row.paper().number();
        return PageRequest.join(
                String.valueOf(number.year()), number.book(), String.valueOf(number.number()));
    }
}
