package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyTest {

    private final RunningServer server = RunningServer.shared();
    private final String key = UUID.randomUUID().toString();
    private final String number = "I" + key.substring(0, 8);
    private final Api administrator = server.asAdministrator().with("Idempotency-Key", key);

    @Test
    void theSameRequestGetsTheSameAnswerOnce() {
        Reply first = administrator.post("/staff", staff("王芳")).expect(201);
        String shuffled = "{ \"name\":\"王芳\",\n \"staff_no\":\"" + number + "\" }";
        Reply second = administrator.post("/staff", shuffled).expect(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.header("Idempotent-Replay")).isEqualTo("true");
        assertThat(first.header("Idempotent-Replay")).isEmpty();
        assertThat(rows()).isOne();
    }

    @Test
    void anotherRequestWithTheKeyIsRefused() {
        administrator.post("/staff", staff("王芳")).expect(201);
        administrator.post("/staff", staff("王方")).expectProblem(422, "idempotency-key-reused");
        String id = server.newcomer().text("/staff_id");
        administrator
                .post("/staff/" + id + "/tokens", "{\"label\": \"x\"}")
                .expectProblem(422, "idempotency-key-reused");
    }

    @Test
    void theAnswerToOneCallerIsNotGivenToAnother() {
        administrator.post("/staff", staff("王芳")).expect(201);
        server.holding("CASHIER")
                .with("Idempotency-Key", key)
                .post("/staff", staff("王芳"))
                .expectProblem(422, "idempotency-key-reused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "long"})
    void aCommandNeedsAKey(String bad) {
        String value = bad.equals("long") ? "k".repeat(256) : bad;
        server.asAdministrator()
                .with("Idempotency-Key", value)
                .post("/staff", staff("王芳"))
                .expectProblem(400, "idempotency-key-missing");
        assertThat(rows()).isZero();
    }

    @Test
    void aRefusedRequestMayBeSentAgainWithItsKey() {
        server.asAdministrator().post("/staff", staff("先来")).expect(201);
        administrator.post("/staff", staff("后到")).expectProblem(409, "staff-no-taken");
        server.db().sql("delete from staff where staff_no = ?").param(number).update();
        assertThat(administrator.post("/staff", staff("后到")).expect(201).text("/name"))
                .isEqualTo("后到");
    }

    @Test
    void aSecondRequestDoesNotWaitForTheFirst() throws SQLException {
        CompletableFuture<Reply> first;
        try (Connection other = server.part(DataSource.class).getConnection()) {
            other.setAutoCommit(false);
            enterUncommitted(other);
            first = CompletableFuture.supplyAsync(() -> administrator.post("/staff", staff("慢")));
            awaitLockHolder();
            Reply second = administrator.post("/staff", staff("慢"));
            second.expectProblem(409, "idempotency-key-in-flight");
            assertThat(second.header("Retry-After")).isNotEmpty();
            assertThat(first).isNotDone();
            other.rollback();
        }
        first.join().expect(201);
        assertThat(rows()).isOne();
    }

    @Test
    void manyAtOnceAreOne() {
        CompletableFuture<?>[] requests = new CompletableFuture<?>[8];
        for (int i = 0; i < requests.length; i++) {
            requests[i] =
                    CompletableFuture.supplyAsync(() -> administrator.post("/staff", staff("齐")))
                            .thenAccept(r -> assertThat(r.status()).isIn(201, 409));
        }
        CompletableFuture.allOf(requests).join();
        administrator.post("/staff", staff("齐")).expect(201);
        assertThat(rows()).isOne();
    }

    @Test
    void aStoredAnswerDoesNotGiveTheSecretAway() {
        String id = server.newcomer().text("/staff_id");
        String path = "/staff/" + id + "/tokens";
        String token = administrator.post(path, "{\"label\": \"x\"}").expect(201).text("/token");
        assertThat(administrator.post(path, "{\"label\": \"x\"}").text("/token")).isEqualTo(token);
        byte[] stored =
                server.db()
                        .sql("select body from idempotency order by created_at desc limit 1")
                        .query(byte[].class)
                        .single();
        String text = new String(stored, StandardCharsets.ISO_8859_1);
        assertThat(text).doesNotContain(token).doesNotContain("label");
        String hashes =
                server.db()
                        .sql("select string_agg(hash, ',') from staff_token")
                        .query(String.class)
                        .single();
        assertThat(hashes).doesNotContain(token);
    }

    private void enterUncommitted(Connection other) throws SQLException {
        String insert =
                "insert into staff (tenant, id, staff_no, name, created_at)"
                        + " values ('default', 'sf_' || ?, ?, '占', now())";
        try (PreparedStatement statement = other.prepareStatement(insert)) {
            statement.setString(1, number);
            statement.setString(2, number);
            statement.executeUpdate();
        }
    }

    /** Waits until a request holds an advisory lock and waits for somebody else's row. */
    private void awaitLockHolder() {
        String waiting =
                """
                select count(*) from pg_locks held join pg_locks waiting using (pid)
                where held.locktype = 'advisory' and held.granted and not waiting.granted
                """;
        for (int i = 0; i < 600; i++) {
            if (server.db().sql(waiting).query(Long.class).single() > 0) {
                return;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("the first request never came to wait");
    }

    private long rows() {
        return server.db()
                .sql("select count(*) from staff where staff_no = ?")
                .param(number)
                .query(Long.class)
                .single();
    }

    private String staff(String name) {
        return "{\"staff_no\": \"%s\", \"name\": \"%s\"}".formatted(number, name);
    }
}
