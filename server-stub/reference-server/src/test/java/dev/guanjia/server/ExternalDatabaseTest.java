package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.guanjia.server.settings.Settings;
import dev.guanjia.server.settings.StartRefused;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalDatabaseTest {

    @TempDir private static Path folder;

    private final RunningServer server = RunningServer.shared();

    @Test
    void aDatabaseThatMayForgetACommitIsRefused() {
        server.db().sql("create database forgetful").update();
        server.db().sql("alter database forgetful set synchronous_commit = off").update();
        StartRefused refused =
                catchThrowableOfType(
                        StartRefused.class, () -> Server.start(settings("forgetful")).close());
        assertThat(refused.exitCode()).isEqualTo(StartRefused.DATABASE);
        assertThat(refused.lines())
                .singleElement()
                .asString()
                .contains("synchronous_commit", "off");
    }

    @Test
    void aDatabaseOfYoursIsServedAndLeftRunning() {
        server.db().sql("create database yours").update();
        Map<String, String> headers = Map.of("Authorization", "Bearer 0123456789abcdef");
        try (Server second = Server.start(settings("yours"))) {
            assertThat(second.developmentToken()).isEmpty();
            new Api(second.uri(), headers).get("/staff").expect(200);
        }
        assertThat(folder).isEmptyDirectory();
        server.asAdministrator().get("/staff").expect(200);
    }

    @Test
    void aDatabaseThatIsNotThereIsNamedAsTheReason() {
        StartRefused refused =
                catchThrowableOfType(
                        StartRefused.class, () -> Server.start(settings("absent")).close());
        assertThat(refused.exitCode()).isEqualTo(StartRefused.DATABASE);
        assertThat(refused.lines()).singleElement().asString().contains("cannot be reached");
    }

    private Settings settings(String database) {
        return Settings.from(
                Map.of(
                        "GUANJIA_PORT",
                        "0",
                        "GUANJIA_TOKEN",
                        "0123456789abcdef",
                        "GUANJIA_DATA_DIR",
                        folder.toString(),
                        "GUANJIA_DB_URL",
                        server.databaseUrl(database)));
    }
}
