package dev.guanjia.server;

import dev.guanjia.client.Versioned;
import dev.guanjia.client.model.WorkOrder;
import dev.guanjia.server.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * Eight clients take repairs from the call to the closing through the API, each command with its
 * token, key, transaction, history and audit; and, in the same run, eight connections send
 * PostgreSQL the statements that the server sent for such a life, recorded once, with new ids.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 10)
@Measurement(iterations = 5, time = 10)
@Fork(1)
@Threads(8)
public class TransitionBenchmark {

    private final AtomicLong lives = new AtomicLong();
    private final Recording recording = new Recording();

    private Server server;
    private Life life;
    private Set<String> known;
    private DataSource database;

    @Setup
    public void start() throws IOException {
        Path folder = Files.createTempDirectory("guanjia-benchmark");
        server =
                Server.start(
                        Settings.from(
                                Map.of(
                                        "GUANJIA_PORT",
                                        "0",
                                        "GUANJIA_DATA_DIR",
                                        folder.toString())));
        life = new Life(server.uri().toString(), server.developmentToken().orElseThrow());
        database = server.part(DataSource.class);
        life.live();
        Recording before = new Recording();
        listen(before);
        listen(recording);
        use(database);
        known = before.texts();
        System.out.println("statements in a life: " + recording.executions());
    }

    private void listen(Recording listener) {
        use(listener.listeningTo(database));
        life.live();
    }

    private void use(DataSource source) {
        server.part(JdbcTemplate.class).setDataSource(source);
        server.part(DataSourceTransactionManager.class).setDataSource(source);
    }

    @TearDown
    public void stop() {
        server.close();
    }

    /** Transitions per second of eight clients; the receptions are not counted. */
    @Benchmark
    @OperationsPerInvocation(Life.TRANSITIONS)
    public Versioned<WorkOrder> throughTheApi() {
        return life.live();
    }

    /** The same, without the server. */
    @Benchmark
    @OperationsPerInvocation(Life.TRANSITIONS)
    public void straightToPostgres() throws SQLException {
        recording.replay(database, renaming(lives.incrementAndGet()));
    }

    /** Ids, keys and locks are of one life; what two lives say was there before both. */
    private UnaryOperator<Object> renaming(long number) {
        String mark = Long.toString(number, 36);
        return value -> {
            if (value instanceof Long lock && Math.abs(lock) > 1L << 32) {
                return lock + number;
            }
            if (!(value instanceof String text) || known.contains(text)) {
                return value;
            }
            boolean id = text.matches("(wo|we|au|cb)_[0-9A-Za-z]{20}");
            return id || text.matches("[0-9a-f]{64}") ? text + mark : text;
        };
    }
}
