package dev.guanjia.server.store;

import dev.guanjia.organisation.Actor;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Reads the table of reversals or that of refunds of payments.
 *
 * @param <R> a row
 */
public final class PaymentCases<R extends PaymentCase> {

    private static final String PAGE =
            """
             and r.seq > :after and (cast(:payment as text) is null
                or r.payment_id = :payment)
            order by r.seq limit :fetch
            """;

    private final JdbcClient db;
    private final String select;
    private final RowMapper<R> mapper;

    /** {@code select} names the table r and ends in the condition of the tenant. */
    PaymentCases(JdbcClient db, String select, RowMapper<R> mapper) {
        this.db = db;
        this.select = select;
        this.mapper = mapper;
    }

    /**
     * Reads one.
     *
     * @param tenant the company
     * @param id which one
     * @return empty if there is none
     */
    public Optional<R> find(String tenant, String id) {
        return read(select + " and r.id = :id", tenant, id);
    }

    /**
     * Reads one and keeps others from changing it until the transaction ends.
     *
     * @param tenant the company
     * @param id which one
     * @return empty if there is none
     */
    public Optional<R> lock(String tenant, String id) {
        return read(select + " and r.id = :id for no key update of r", tenant, id);
    }

    private Optional<R> read(String sql, String tenant, String id) {
        return db.sql(sql).param("tenant", tenant).param("id", id).query(mapper).optional();
    }

    /**
     * Lists them in the order in which they were proposed.
     *
     * @param tenant the company
     * @param paymentId of which payment; null for any
     * @param request which page
     * @return the page
     */
    public Page<R> list(String tenant, @Nullable String paymentId, PageRequest request) {
        return Page.of(
                db.sql(select + PAGE)
                        .param("tenant", tenant)
                        .param("payment", paymentId)
                        .param("after", request.afterNumber())
                        .param("fetch", request.fetch())
                        .query(mapper)
                        .list(),
                request,
                row -> String.valueOf(row.seq()));
    }

    /** Binds who does something. */
    static StatementSpec by(StatementSpec statement, Actor actor) {
        return statement
                .param("by", actor.staff().value())
                .param("post", actor.post().value())
                .param("authority", actor.authorityVersion());
    }

    /** Binds who said yes or no, and when. */
    static StatementSpec decided(StatementSpec statement, PaymentDecision decision) {
        return by(statement, decision.by())
                .param("on", decision.on())
                .param("reference", decision.reference());
    }
}
