package dev.guanjia.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.guanjia.server.settings.StartRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    @TempDir private Path folder;

    @Test
    void dataSurviveARestartAndAKill() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.startingOn(folder)) {
            run(postgres, "create table kept (n int)");
            run(postgres, "insert into kept values (42)");
        }
        EmbeddedPostgres killed = EmbeddedPostgres.startingOn(folder);
        run(killed, "insert into kept values (43)");
        ProcessHandle postmaster = postmaster();
        postmaster.destroyForcibly();
        postmaster.onExit().get(30, TimeUnit.SECONDS);
        killed.abandon();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.startingOn(folder)) {
            assertThat(query(postgres, "select sum(n) from kept")).isEqualTo("85");
        }
    }

    @Test
    void aPostgresThatAKilledServerLeftBehindIsStopped() throws Exception {
        EmbeddedPostgres left = EmbeddedPostgres.startingOn(folder);
        run(left, "create table kept as select 42 as n");
        ProcessHandle old = postmaster();
        left.abandon();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.startingOn(folder)) {
            assertThat(query(postgres, "select n from kept")).isEqualTo("42");
            assertThat(old.onExit()).succeedsWithin(Duration.ofSeconds(30));
            assertThat(postmaster().pid()).isNotEqualTo(old.pid());
        }
    }

    @Test
    void aNumberThatAnotherProcessNowHasDoesNotStopTheStart() throws Exception {
        EmbeddedPostgres.startingOn(folder).close();
        Path file = folder.resolve("postgres/postmaster.pid");
        Files.write(
                file,
                List.of(
                        String.valueOf(ProcessHandle.current().pid()),
                        folder.resolve("postgres").toString(),
                        String.valueOf(Instant.now().getEpochSecond()),
                        "5432"));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.startingOn(folder)) {
            assertThat(query(postgres, "select 1")).isEqualTo("1");
        }
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void oneProcessPerFolder() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.startingOn(folder)) {
            StartRefused refused =
                    catchThrowableOfType(
                            StartRefused.class, () -> EmbeddedPostgres.startingOn(folder));
            assertThat(refused.exitCode()).isEqualTo(StartRefused.FOLDER_IN_USE);
            assertThat(refused.lines()).singleElement().asString().contains(folder.toString());
            assertThat(postgres.address().user()).contains("guanjia");
        }
    }

    @Test
    void itIsDurablePrivateAndSpeaksUtf8() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.startingOn(folder)) {
            assertThat(query(postgres, "show fsync")).isEqualTo("on");
            assertThat(query(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(query(postgres, "show full_page_writes")).isEqualTo("on");
            assertThat(query(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(postgres, "show unix_socket_directories")).isEmpty();
            assertThat(query(postgres, "show server_encoding")).isEqualTo("UTF8");
            assertThat(query(postgres, "select datcollate from pg_database limit 1"))
                    .isEqualTo("C");
            SQLException locked =
                    catchThrowableOfType(
                            SQLException.class,
                            () ->
                                    DriverManager.getConnection(
                                            postgres.address().url(), "guanjia", "guess"));
            assertThat(locked.getSQLState()).isEqualTo("28P01");
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(
                                            folder.resolve("postgres.password"))))
                    .isEqualTo("rw-------");
        }
    }

    private ProcessHandle postmaster() throws Exception {
        String first = Files.readAllLines(folder.resolve("postgres/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(first.strip())).orElseThrow();
    }

    private static void run(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        DatabaseAddress address = postgres.address();
        return DriverManager.getConnection(
                address.url(), address.user().orElseThrow(), address.password().orElseThrow());
    }
}
