package dev.guanjia.server.store;

import dev.guanjia.billing.settlement.Allocation;
import dev.guanjia.billing.settlement.Payment;
import dev.guanjia.billing.settlement.PaymentId;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.billing.settlement.PaymentTaken;
import dev.guanjia.billing.settlement.Receipt;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.property.Payer;
import dev.guanjia.property.UnitId;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code payment}. */
@Repository
public class PaymentStore {

    private static final String INSERT =
            """
            insert into payment (tenant, id, unit_id, amount_minor, prepayment_minor, currency,
                method, paid_on, receipt_no, external_reference, recorded_at, recorded_by,
                acting_post, authority_version, payer, allocation_order, prepaid_item)
            values (:tenant, :id, :unit, :amount, :prepayment, :currency,
                :method, :paid, :receipt, :reference, :at, :by, :post, :authority, :payer, :order, :item)
            on conflict (tenant, external_reference) do nothing
            """;
    private static final String SELECT =
            """
            select id, unit_id, amount_minor, prepayment_minor, currency, method, paid_on,
                receipt_no, external_reference, recorded_at, payer, allocation_order, prepaid_item
            from payment where tenant = :tenant
            """;
    private static final String REFERENCE =
            """
             and (external_reference = :reference or external_reference is null and id = :reference)
            order by external_reference nulls last
            """;
    private static final String AFTER = " and (paid_on, receipt_no) > (:day, :receipt)";
    private static final String ORDER = " order by paid_on, receipt_no limit :fetch";
    private static final List<String> FIRST = List.of("0001-01-01", "0");

    private final JdbcClient db;
    private final NamedParameterJdbcTemplate batches;
    private final PaymentAllocationStore allocations;

    PaymentStore(
            JdbcClient db, NamedParameterJdbcTemplate batches, PaymentAllocationStore allocations) {
        this.db = db;
        this.batches = batches;
        this.allocations = allocations;
    }

    /**
     * A payment with its receipt.
     *
     * @param receipt its number, what was paid and what it settled
     * @param externalReference the number of the bank or the payment service, where known
     * @param recordedAt when the row was made
     * @param terms whose it is and how it was shared out
     */
    public record PaymentRow(
            Receipt receipt,
            @Nullable String externalReference,
            Instant recordedAt,
            PaymentTerms terms) {

        /**
         * What was paid.
         *
         * @return the payment
         */
        public Payment payment() {
            return receipt.payment().payment();
        }
    }

    /**
     * How a payment was meant.
     *
     * @param payer who paid, and has what is left
     * @param order which charges came first
     * @param prepaidItem the only fee item that what is left may settle; null for any
     */
    public record PaymentTerms(Payer payer, String order, @Nullable String prepaidItem) {}

    /**
     * Which payments are listed.
     *
     * @param unitId those for a unit only
     * @param from those on this day or later only
     * @param to those up to this day only, the day included
     */
    public record Filter(
            Optional<String> unitId, Optional<LocalDate> from, Optional<LocalDate> to) {

        private String sql() {
            return (unitId.isPresent() ? " and unit_id = :unit" : "")
                    + (from.isPresent() ? " and paid_on >= :from" : "")
                    + (to.isPresent() ? " and paid_on <= :to" : "");
        }

        private Map<String, Object> values() {
            Map<String, Object> values = new HashMap<>();
            unitId.ifPresent(unit -> values.put("unit", unit));
            from.ifPresent(day -> values.put("from", day));
            to.ifPresent(day -> values.put("to", day));
            return values;
        }
    }

    /**
     * Takes what a payment settles off what is open of the charges, before the payment is added in
     * the same transaction.
     *
     * @param tenant the company
     * @param taken the payment
     */
    public void settle(String tenant, PaymentTaken taken) {
        allocations.settle(tenant, taken);
    }

    /**
     * Adds payments, each of which was settled.
     *
     * @param tenant the company
     * @param rows the payments
     * @param by who took them
     * @return those that were not added because another payment has their external reference
     */
    public List<PaymentRow> add(String tenant, List<PaymentRow> rows, Actor by) {
        SqlParameterSource[] values =
                rows.stream()
                        .map(row -> values(tenant, row, by))
                        .toArray(SqlParameterSource[]::new);
        int[] added = batches.batchUpdate(INSERT, values);
        List<PaymentRow> twice =
                IntStream.range(0, added.length)
                        .filter(i -> added[i] == 0)
                        .mapToObj(rows::get)
                        .toList();
        if (twice.isEmpty()) {
            allocations.add(tenant, rows.stream().map(row -> row.receipt().payment()).toList());
        }
        return twice;
    }

    private static SqlParameterSource values(String tenant, PaymentRow row, Actor by) {
        PaymentTaken taken = row.receipt().payment();
        Payment payment = taken.payment();
        return new MapSqlParameterSource("tenant", tenant)
                .addValue("id", payment.id().value())
                .addValue("unit", payment.unit().value())
                .addValue("amount", payment.amount().minorUnits())
                .addValue("prepayment", taken.prepayment().minorUnits())
                .addValue("currency", payment.amount().currency().getCurrencyCode())
                .addValue("method", payment.method().name())
                .addValue("paid", payment.paidOn())
                .addValue("receipt", row.receipt().number())
                .addValue("reference", row.externalReference())
                .addValue("at", Sql.at(row.recordedAt()))
                .addValue("by", by.staff().value())
                .addValue("post", by.post().value())
                .addValue("authority", by.authorityVersion())
                .addValue("payer", row.terms().payer().toString())
                .addValue("order", row.terms().order())
                .addValue("item", row.terms().prepaidItem());
    }

    /**
     * Reads a payment.
     *
     * @param tenant the company
     * @param id the payment id
     * @return empty if there is none
     */
    public Optional<PaymentRow> find(String tenant, String id) {
        return read(tenant, db.sql(SELECT + " and id = :id").param("id", id)).stream().findFirst();
    }

    /**
     * Reads the payment that has an external reference.
     *
     * @param tenant the company
     * @param reference the reference
     * @return empty if there is none
     */
    public Optional<PaymentRow> findByReference(String tenant, String reference) {
        JdbcClient.StatementSpec query = db.sql(SELECT + REFERENCE).param("reference", reference);
        return read(tenant, query).stream().findFirst();
    }

    /**
     * Lists payments by day and receipt number.
     *
     * @param tenant the company
     * @param filter which of them
     * @param request which page
     * @return the page
     */
    public Page<PaymentRow> list(String tenant, Filter filter, PageRequest request) {
        List<String> after = request.afterParts(FIRST);
        JdbcClient.StatementSpec query =
                db.sql(SELECT + filter.sql() + AFTER + ORDER)
                        .params(filter.values())
                        .param("day", PageRequest.day(after.get(0)))
                        .param("receipt", PageRequest.number(after.get(1)))
                        .param("fetch", request.fetch());
        return Page.of(read(tenant, query), request, PaymentStore::key);
    }

    private static String key(PaymentRow row) {
        return PageRequest.join(
                row.payment().paidOn().toString(), String.valueOf(row.receipt().number()));
    }

    /** A payment without its allocations. */
    private record Head(Payment payment, long prepayment, PaymentNote note) {}

    private record PaymentNote(
            long receiptNo,
            @Nullable String externalReference,
            Instant recordedAt,
            PaymentTerms terms) {}

    private List<PaymentRow> read(String tenant, JdbcClient.StatementSpec query) {
        List<Head> heads = query.param("tenant", tenant).query(PaymentStore::head).list();
        Map<String, List<Allocation>> parts =
                allocations.of(
                        tenant, heads.stream().map(head -> head.payment().id().value()).toList());
        return heads.stream()
                .map(head -> row(head, parts.getOrDefault(head.payment().id().value(), List.of())))
                .toList();
    }

    private static Head head(ResultSet row, int index) throws SQLException {
        Payment payment =
                new Payment(
                        new PaymentId(row.getString("id")),
                        new UnitId(row.getString("unit_id")),
                        ChargeStore.money(row, "amount_minor"),
                        PaymentMethod.valueOf(row.getString("method")),
                        row.getObject("paid_on", LocalDate.class));
        PaymentNote note =
                new PaymentNote(
                        row.getLong("receipt_no"),
                        row.getString("external_reference"),
                        Sql.instant(row, "recorded_at"),
                        new PaymentTerms(
                                Payer.parse(row.getString("payer")),
                                row.getString("allocation_order"),
                                row.getString("prepaid_item")));
        return new Head(payment, row.getLong("prepayment_minor"), note);
    }

    private static PaymentRow row(Head head, List<Allocation> allocations) {
        Money prepayment = new Money(head.payment().amount().currency(), head.prepayment());
        PaymentTaken taken = new PaymentTaken(head.payment(), allocations, prepayment);
        PaymentNote note = head.note();
        return new PaymentRow(
                new Receipt(note.receiptNo(), taken),
                note.externalReference(),
                note.recordedAt(),
                note.terms());
    }
}
