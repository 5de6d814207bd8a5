package dev.guanjia.server.store;

import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.AuthorityKind;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.authority.Delegation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code delegation}. Rows are added and revoked, never removed. */
@Repository
public class DelegationStore {

    private static final String INSERT =
            """
            insert into delegation (tenant, id, from_id, post, to_id, kinds, limit_minor, currency,
                from_day, to_day, delegated_under, created_at)
            values (:tenant, :id, :giver, :post, :taker, cast(:kinds as jsonb), :limit, :currency,
                :from, :to, :authority, :at)
            """;
    private static final String SELECT =
            """
            select id, from_id, post, to_id, kinds, limit_minor, currency, from_day, to_day,
                delegated_under, revoked_from, revoked_at
            from delegation where tenant = :tenant
            """;
    private static final String REVOKE =
            """
            update delegation set revoked_from = :from, revoked_at = :at,
                revocation_reason = :reason
            where tenant = :tenant and id = :id
            """;

    private final JdbcClient db;
    private final JsonMapper mapper;

    DelegationStore(JdbcClient db, JsonMapper mapper) {
        this.db = db;
        this.mapper = mapper;
    }

    /**
     * A delegation.
     *
     * @param granted as it was granted
     * @param revocation how it was taken back; empty while it was not
     */
    public record DelegationRow(Delegation granted, Optional<Revocation> revocation) {

        /**
         * The first day on which it no longer holds.
         *
         * @return the end as granted or, if earlier, as revoked; never before the first day
         */
        public LocalDate to() {
            LocalDate end = granted.last().plusDays(1);
            LocalDate cut = revocation.map(Revocation::from).orElse(end);
            return cut.isBefore(granted.first()) ? granted.first() : cut.isBefore(end) ? cut : end;
        }

        /**
         * What is left of it.
         *
         * @return empty if it was revoked from its first day, or before
         */
        public Optional<Delegation> left() {
            LocalDate last = to().minusDays(1);
            return Optional.of(granted)
                    .filter(row -> !last.isBefore(row.first()))
                    .map(row -> until(row, last));
        }

        private static Delegation until(Delegation row, LocalDate last) {
            return new Delegation(
                    row.id(), row.from(), row.to(), row.kinds(), row.limit(), row.first(), last);
        }
    }

    /**
     * That a delegation was taken back.
     *
     * @param from the first day without it
     * @param at when that was said
     */
    public record Revocation(LocalDate from, Instant at) {}

    /**
     * Adds a delegation.
     *
     * @param tenant the company
     * @param row the delegation
     * @param at when
     */
    public void add(String tenant, Delegation row, Instant at) {
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("giver", row.from().staff().value())
                .param("post", row.post().value())
                .param("taker", row.to().value())
                .param("kinds", kinds(row))
                .param("limit", row.limit().map(Money::minorUnits).orElse(null))
                .param("currency", row.limit().map(DelegationStore::code).orElse(null))
                .param("from", row.first())
                .param("to", row.last().plusDays(1))
                .param("authority", row.from().authorityVersion())
                .param("at", Sql.at(at))
                .update();
    }

    /**
     * Every delegation there ever was.
     *
     * @param tenant the company
     * @return in order of ids
     */
    public List<DelegationRow> all(String tenant) {
        return db.sql(SELECT + " order by id").param("tenant", tenant).query(this::row).list();
    }

    /**
     * Every delegation that a person ever received.
     *
     * @param tenant the company
     * @param staffId the person
     * @return in order of ids
     */
    public List<DelegationRow> received(String tenant, String staffId) {
        return db.sql(SELECT + " and to_id = :staff order by id")
                .param("tenant", tenant)
                .param("staff", staffId)
                .query(this::row)
                .list();
    }

    /**
     * Reads a delegation and keeps others from revoking it until the transaction ends.
     *
     * @param tenant the company
     * @param id the delegation id
     * @return empty if there is none
     */
    public Optional<DelegationRow> lock(String tenant, String id) {
        return db.sql(SELECT + " and id = :id for update")
                .param("tenant", tenant)
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /**
     * Revokes a delegation that {@link #lock} gave.
     *
     * @param tenant the company
     * @param id the delegation id
     * @param revocation from when, said when
     * @param reason why; null if nothing was said
     */
    public void revoke(String tenant, String id, Revocation revocation, @Nullable String reason) {
        db.sql(REVOKE)
                .param("tenant", tenant)
                .param("id", id)
                .param("from", revocation.from())
                .param("at", Sql.at(revocation.at()))
                .param("reason", reason)
                .update();
    }

    private String kinds(Delegation row) {
        return mapper.writeValueAsString(row.kinds().stream().map(AuthorityKind::value).toList());
    }

    private static String code(Money limit) {
        return limit.currency().getCurrencyCode();
    }

    private DelegationRow row(ResultSet row, int index) throws SQLException {
        Actor giver =
                new Actor(
                        new StaffId(row.getString("from_id")),
                        new PostKey(row.getString("post")),
                        row.getString("delegated_under"));
        String[] kinds = mapper.readValue(row.getString("kinds"), String[].class);
        Delegation granted =
                new Delegation(
                        row.getString("id"),
                        giver,
                        new StaffId(row.getString("to_id")),
                        Arrays.stream(kinds).map(AuthorityKind::new).toList(),
                        limit(row),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class).minusDays(1));
        LocalDate revokedFrom = row.getObject("revoked_from", LocalDate.class);
        return new DelegationRow(
                granted,
                revokedFrom == null
                        ? Optional.empty()
                        : Optional.of(new Revocation(revokedFrom, Sql.instant(row, "revoked_at"))));
    }

    private static Optional<Money> limit(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return currency == null
                ? Optional.empty()
                : Optional.of(
                        new Money(Currency.getInstance(currency), row.getLong("limit_minor")));
    }
}
