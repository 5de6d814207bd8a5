package dev.guanjia.server.store;

import dev.guanjia.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the payments of a community, some at a time. */
@Repository
public class PaymentFileStore {

    private static final String SELECT =
            """
            select p.id, p.receipt_no, p.paid_on, p.unit_id, u.number as unit_number, p.method,
                p.amount_minor, p.prepayment_minor, p.currency, p.external_reference
            from payment p join unit u on u.tenant = p.tenant and u.id = p.unit_id
            where p.tenant = :tenant and u.community_id = :community
                and p.paid_on between :from and :until
                and (p.paid_on, p.receipt_no) > (:day, :receipt)
            order by p.paid_on, p.receipt_no limit :fetch
            """;

    private final JdbcClient db;

    PaymentFileStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A payment.
     *
     * @param id which one
     * @param receiptNo the number of its receipt
     * @param paidOn the day the money came
     * @param unit for which unit
     * @param money how much, and how
     */
    public record PaymentLine(
            String id, long receiptNo, LocalDate paidOn, UnitName unit, Taken money) {}

    /**
     * A unit.
     *
     * @param id which one
     * @param number its number in its building
     */
    public record UnitName(String id, String number) {}

    /**
     * Money that came.
     *
     * @param method how
     * @param amount how much
     * @param prepayment what no open charge needed when it came
     * @param reference the number of the bank or the payment service, where known
     */
    public record Taken(
            String method, Money amount, Money prepayment, @Nullable String reference) {}

    /**
     * Which payments are read.
     *
     * @param community of which community
     * @param from the first day
     * @param until the last day, included
     */
    public record Days(String community, LocalDate from, LocalDate until) {}

    /**
     * Reads some payments.
     *
     * @param tenant the company
     * @param days which ones
     * @param after the last one read; null to begin
     * @param fetch how many at most
     * @return by day and receipt number
     */
    public List<PaymentLine> read(
            String tenant, Days days, @Nullable PaymentLine after, int fetch) {
        return db.sql(SELECT)
                .param("tenant", tenant)
                .param("community", days.community())
                .param("from", days.from())
                .param("until", days.until())
                .param("day", after == null ? LocalDate.EPOCH.minusYears(100) : after.paidOn())
                .param("receipt", after == null ? 0L : after.receiptNo())
                .param("fetch", fetch)
                .query(
                        (row, index) ->
                                new PaymentLine(
                                        row.getString("id"),
                                        row.getLong("receipt_no"),
                                        row.getObject("paid_on", LocalDate.class),
                                        new UnitName(
                                                row.getString("unit_id"),
                                                row.getString("unit_number")),
                                        new Taken(
                                                row.getString("method"),
                                                ChargeStore.money(row, "amount_minor"),
                                                ChargeStore.money(row, "prepayment_minor"),
                                                row.getString("external_reference"))))
                .list();
    }
}
