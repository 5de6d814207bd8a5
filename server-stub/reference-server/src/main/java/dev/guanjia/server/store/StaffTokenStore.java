package dev.guanjia.server.store;

import dev.guanjia.server.access.TokenHolders;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code staff_token}: fingerprints, never tokens. */
@Repository
public class StaffTokenStore implements TokenHolders {

    private static final String INSERT =
            """
            insert into staff_token (tenant, id, staff_id, label, hash, created_at)
            values (:tenant, :id, :staff, :label, :hash, :at)
            """;
    private static final String REVOKE =
            """
            update staff_token set revoked_at = coalesce(revoked_at, :at)
            where tenant = :tenant and id = :id and staff_id = :staff
            """;
    private static final String HOLDER =
            """
            select staff_id from staff_token
            where tenant = :tenant and hash = :hash and revoked_at is null
            """;

    private final JdbcClient db;

    StaffTokenStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * What is kept of a token.
     *
     * @param id its id
     * @param staffId whose it is
     * @param label what it is for
     * @param hash its fingerprint
     */
    public record TokenRow(String id, String staffId, String label, String hash) {}

    /**
     * Adds a token.
     *
     * @param tenant the company
     * @param row what is kept of it
     * @param at when
     */
    public void add(String tenant, TokenRow row, Instant at) {
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("staff", row.staffId())
                .param("label", row.label())
                .param("hash", row.hash())
                .param("at", Sql.at(at))
                .update();
    }

    /**
     * Revokes a token; one that was revoked stays so.
     *
     * @param tenant the company
     * @param staffId whose it is
     * @param id its id
     * @param at when
     * @return false if the person has no such token
     */
    public boolean revoke(String tenant, String staffId, String id, Instant at) {
        return db.sql(REVOKE)
                        .param("tenant", tenant)
                        .param("id", id)
                        .param("staff", staffId)
                        .param("at", Sql.at(at))
                        .update()
                == 1;
    }

    @Override
    public Optional<String> of(String tenant, String hash) {
        return db.sql(HOLDER)
                .param("tenant", tenant)
                .param("hash", hash)
                .query(String.class)
                .optional();
    }
}
