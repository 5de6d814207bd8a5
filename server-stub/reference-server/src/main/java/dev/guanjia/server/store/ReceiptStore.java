package dev.guanjia.server.store;

import dev.guanjia.billing.receipt.PaperReceipt;
import dev.guanjia.billing.receipt.ReceiptNumber;
import dev.guanjia.billing.receipt.ReceiptState;
import dev.guanjia.billing.settlement.PaymentId;
import dev.guanjia.organisation.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code receipt}. */
@Repository
public class ReceiptStore {

    private static final String INSERT =
            """
            insert into receipt (tenant, id, book, year, number, payment_id, issued_on, state,
                issued_by, issued_as, issued_under, recorded_at)
            values (:tenant, :id, :book, :year, :number, :payment, :on, :state,
                :by, :post, :authority, :at)
            """;
    static final String SELECT =
            """
            select r.id, r.book, r.year, r.number, r.payment_id, r.issued_on, r.state,
                r.payer_name, r.prints, r.handed_on, r.void_reason, r.voided_by, r.voided_at,
                r.issued_by, r.recorded_at, r.version, p.unit_id, p.amount_minor, p.currency
            from receipt r join payment p on p.tenant = r.tenant and p.id = r.payment_id
            where r.tenant = :tenant
            """;
    private static final String UPDATE =
            """
            update receipt set state = :state, payer_name = :payer, prints = :prints,
                handed_on = :handed, version = version + 1
            where tenant = :tenant and id = :id
            """;
    private static final String VOID =
            """
            update receipt set state = :state, void_reason = :reason, voided_by = :by,
                voided_as = :post, voided_under = :authority, voided_at = :at,
                version = version + 1
            where tenant = :tenant and id = :id
            """;

    private final JdbcClient db;
    private final NamedParameterJdbcTemplate batches;

    ReceiptStore(JdbcClient db, NamedParameterJdbcTemplate batches) {
        this.db = db;
        this.batches = batches;
    }

    /**
     * A receipt.
     *
     * @param id its id
     * @param paper what stands on it
     * @param unitId for which unit was paid
     * @param use what became of the paper
     * @param issuedBy who issued it
     * @param recordedAt when the row was made
     * @param version counted from 1
     */
    public record ReceiptRow(
            String id,
            PaperReceipt paper,
            String unitId,
            Use use,
            String issuedBy,
            Instant recordedAt,
            long version) {}

    /**
     * What became of a paper.
     *
     * @param prints how often it was printed
     * @param handedOn the day the payer got a copy; null until then
     * @param voided by whom and when it was voided
     */
    public record Use(int prints, @Nullable LocalDate handedOn, Optional<Voided> voided) {}

    /**
     * That a receipt was voided.
     *
     * @param by who
     * @param at when
     */
    public record Voided(String by, Instant at) {}

    /**
     * Adds receipts.
     *
     * @param tenant the company
     * @param papers what stands on them, by their ids
     * @param by who issued them
     * @param at when
     */
    public void add(String tenant, Map<String, PaperReceipt> papers, Actor by, Instant at) {
        SqlParameterSource[] values =
                papers.entrySet().stream()
                        .map(
                                each ->
                                        new MapSqlParameterSource("tenant", tenant)
                                                .addValue("id", each.getKey())
                                                .addValues(values(each.getValue()))
                                                .addValue("by", by.staff().value())
                                                .addValue("post", by.post().value())
                                                .addValue("authority", by.authorityVersion())
                                                .addValue("at", Sql.at(at)))
                        .toArray(SqlParameterSource[]::new);
        batches.batchUpdate(INSERT, values);
    }

    private static Map<String, Object> values(PaperReceipt paper) {
        return Map.of(
                "book", paper.number().book(),
                "year", paper.number().year(),
                "number", paper.number().number(),
                "payment", paper.payment().value(),
                "on", paper.issuedOn(),
                "state", paper.state().name());
    }

    /**
     * Reads a receipt.
     *
     * @param tenant the company
     * @param id the receipt id
     * @return empty if there is none
     */
    public Optional<ReceiptRow> find(String tenant, String id) {
        return read(tenant, db.sql(SELECT + " and r.id = :id").param("id", id));
    }

    /**
     * Reads a receipt and keeps others from changing it until the transaction ends.
     *
     * @param tenant the company
     * @param id the receipt id
     * @return empty if there is none
     */
    public Optional<ReceiptRow> lock(String tenant, String id) {
        return read(tenant, db.sql(SELECT + " and r.id = :id for update of r").param("id", id));
    }

    /**
     * Reads the last receipt of a payment and keeps others from changing it until the transaction
     * ends.
     *
     * @param tenant the company
     * @param paymentId the payment id
     * @return empty if there is none
     */
    public Optional<ReceiptRow> lockLastOf(String tenant, String paymentId) {
        String sql =
                SELECT
                        + " and r.payment_id = :payment"
                        + " order by r.year desc, r.book desc, r.number desc limit 1"
                        + " for update of r";
        return read(tenant, db.sql(sql).param("payment", paymentId));
    }

    private static Optional<ReceiptRow> read(String tenant, JdbcClient.StatementSpec query) {
        return query.param("tenant", tenant).query(ReceiptStore::row).optional();
    }

    /**
     * Changes a receipt that {@link #lock} gave.
     *
     * @param tenant the company
     * @param id the receipt id
     * @param paper as it is now
     * @param use what became of it
     */
    public void update(String tenant, String id, PaperReceipt paper, Use use) {
        db.sql(UPDATE)
                .param("tenant", tenant)
                .param("id", id)
                .param("state", paper.state().name())
                .param("payer", paper.signature())
                .param("prints", use.prints())
                .param("handed", use.handedOn())
                .update();
    }

    /**
     * Voids a receipt that {@link #lock} gave.
     *
     * @param tenant the company
     * @param id the receipt id
     * @param paper as it is now
     * @param by who voids it
     * @param at when
     */
    public void cancel(String tenant, String id, PaperReceipt paper, Actor by, Instant at) {
        db.sql(VOID)
                .param("tenant", tenant)
                .param("id", id)
                .param("state", paper.state().name())
                .param("reason", paper.voided())
                .param("by", by.staff().value())
                .param("post", by.post().value())
                .param("authority", by.authorityVersion())
                .param("at", Sql.at(at))
                .update();
    }

    static ReceiptRow row(ResultSet row, int index) throws SQLException {
        PaperReceipt paper =
                new PaperReceipt(
                        new ReceiptNumber(
                                row.getString("book"), row.getInt("year"), row.getLong("number")),
                        new PaymentId(row.getString("payment_id")),
                        ChargeStore.money(row, "amount_minor"),
                        row.getObject("issued_on", LocalDate.class),
                        ReceiptState.valueOf(row.getString("state")),
                        row.getString("payer_name"),
                        row.getString("void_reason"));
        return new ReceiptRow(
                row.getString("id"),
                paper,
                row.getString("unit_id"),
                new Use(
                        row.getInt("prints"),
                        row.getObject("handed_on", LocalDate.class),
                        voided(row)),
                row.getString("issued_by"),
                Sql.instant(row, "recorded_at"),
                row.getLong("version"));
    }

    private static Optional<Voided> voided(ResultSet row) throws SQLException {
        String by = row.getString("voided_by");
        return by == null
                ? Optional.empty()
                : Optional.of(new Voided(by, Sql.instant(row, "voided_at")));
    }
}
