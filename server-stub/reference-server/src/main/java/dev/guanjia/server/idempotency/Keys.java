package dev.guanjia.server.idempotency;

import dev.guanjia.server.idempotency.Answer.Body;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.ProblemCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The keys that clients have used. To be called inside the command's transaction. */
@Component
public class Keys {

    private static final String LOCK = "select pg_try_advisory_xact_lock(:number)";
    private static final String FIND =
            """
            select fingerprint, status, headers, body from idempotency
            where tenant = :tenant and key_hash = :key
            """;
    private static final String INSERT =
            """
            insert into idempotency (tenant, key_hash, fingerprint, status, headers, body, created_at)
            values (:tenant, :key, :fingerprint, :status, cast(:headers as jsonb), :body, :at)
            """;

    private final JdbcClient db;
    private final JsonMapper mapper;
    private final Clock clock;

    Keys(JdbcClient db, JsonMapper mapper, Clock clock) {
        this.db = db;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * Begins an attempt: takes its key for the rest of the transaction.
     *
     * @param attempt the command and its key
     * @return what it answered before, if it was carried out before
     * @throws Fault 409 while another request with the key runs, 422 if the key belongs to another
     *     request
     */
    public Optional<Answer> begin(Attempt attempt) {
        boolean taken =
                db.sql(LOCK).param("number", attempt.lockNumber()).query(Boolean.class).single();
        if (!taken) {
            throw new Fault(ProblemCode.IDEMPOTENCY_KEY_IN_FLIGHT);
        }
        return db.sql(FIND)
                .param("tenant", attempt.tenant())
                .param("key", attempt.keyHash())
                .query((row, index) -> known(row, attempt))
                .optional();
    }

    /**
     * Remembers what the attempt answered.
     *
     * @param attempt the command and its key
     * @param answer the answer to give again
     */
    public void remember(Attempt attempt, Answer answer) {
        db.sql(INSERT)
                .param("tenant", attempt.tenant())
                .param("key", attempt.keyHash())
                .param("fingerprint", attempt.fingerprint())
                .param("status", answer.status())
                .param("headers", mapper.writeValueAsString(answer.headers()))
                .param("body", Seal.close(answer.body().bytes(), attempt.sealingKey()))
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    private Answer known(ResultSet row, Attempt attempt) throws SQLException {
        if (!row.getString("fingerprint").equals(attempt.fingerprint())) {
            throw new Fault(ProblemCode.IDEMPOTENCY_KEY_REUSED);
        }
        return new Answer(
                row.getInt("status"),
                mapper.readValue(row.getString("headers"), new TypeReference<>() {}),
                new Body(Seal.open(row.getBytes("body"), attempt.sealingKey())));
    }
}
