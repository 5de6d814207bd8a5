package dev.guanjia.server.store;

import dev.guanjia.billing.run.BillRunState;
import dev.guanjia.server.audit.AuditReason;
import dev.guanjia.server.store.BillRunStore.RunKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The rows of the table {@code bill_run} that go on by themselves, and why some do not. */
@Repository
public class BillRunWorkStore {

    /** The one statement for all companies: who works on runs works for every one of them. */
    private static final String UNFINISHED =
            """
            select tenant, id, state from bill_run where state in ('CALCULATING', 'ENTERING')
            order by seq
            """;

    /** The same failure again is not told anew: whoever looks at the run has seen it. */
    private static final String FAIL =
            """
            update bill_run set failed_at = :at, failure = cast(:failure as jsonb),
                version = version + 1
            where tenant = :tenant and id = :id and state in ('CALCULATING', 'ENTERING')
                and failure is distinct from cast(:failure as jsonb)
            """;

    /** Not the one of the API, so that what is kept does not follow what is sent. */
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient db;

    BillRunWorkStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A run that goes on by itself.
     *
     * @param key which one
     * @param state what is being done
     */
    public record Unfinished(RunKey key, BillRunState state) {}

    /**
     * Why a run does not get on.
     *
     * @param at since when
     * @param reason the reason, as it was worded then
     */
    public record Failure(Instant at, AuditReason reason) {}

    /**
     * Finds the runs of all companies that go on by themselves.
     *
     * @return oldest first
     */
    public List<Unfinished> unfinished() {
        return db.sql(UNFINISHED)
                .query(
                        (row, index) ->
                                new Unfinished(
                                        new RunKey(row.getString("tenant"), row.getString("id")),
                                        BillRunState.valueOf(row.getString("state"))))
                .list();
    }

    /**
     * Keeps that a run does not get on, until it does.
     *
     * @param key which one
     * @param failure why
     */
    public void fail(RunKey key, Failure failure) {
        db.sql(FAIL)
                .param("tenant", key.tenant())
                .param("id", key.id())
                .param("at", Sql.at(failure.at()))
                .param("failure", JSON.writeValueAsString(failure.reason()))
                .update();
    }

    static @Nullable Failure failure(ResultSet row) throws SQLException {
        String reason = row.getString("failure");
        return reason == null
                ? null
                : new Failure(
                        Sql.instant(row, "failed_at"), JSON.readValue(reason, AuditReason.class));
    }
}
