package dev.guanjia.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void withoutAnEnvironmentItServesThisMachineOnly() {
        Settings settings = Settings.from(Map.of());
        assertThat(settings.bind().isLoopbackAddress()).isTrue();
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.token()).isEmpty();
        assertThat(settings.databaseUrl()).isEmpty();
        assertThat(settings.dataFolder()).isAbsolute().endsWithRaw(java.nio.file.Path.of("data"));
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        StartRefused refused =
                refused(
                        Map.of(
                                "GUANJIA_PORT", "70000",
                                "GUANJIA_TOKEN", "short",
                                "GUANJIA_DB_URL", "postgres://u:secret@h/d"));
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.lines()).hasSize(3);
        assertThat(String.join(" ", refused.lines()))
                .contains("GUANJIA_PORT", "70000", "GUANJIA_TOKEN", "GUANJIA_DB_URL")
                .doesNotContain("secret")
                .doesNotContain("short");
    }

    @Test
    void theFontOfReceiptsIsAFile() {
        assertThat(Settings.from(Map.of()).receiptFont()).isEmpty();
        assertThat(refused(Map.of("GUANJIA_RECEIPT_FONT", "/nowhere.ttf")).lines())
                .singleElement()
                .asString()
                .contains("GUANJIA_RECEIPT_FONT", "/nowhere.ttf");
    }

    @Test
    void otherMachinesAreServedOnlyWithATokenOfYours() {
        StartRefused refused = refused(Map.of("GUANJIA_BIND", "0.0.0.0"));
        assertThat(refused.lines()).singleElement().asString().contains("GUANJIA_TOKEN");
        Settings settings =
                Settings.from(
                        Map.of("GUANJIA_BIND", "0.0.0.0", "GUANJIA_TOKEN", "0123456789abcdef"));
        assertThat(settings.token()).contains("0123456789abcdef");
    }

    @Test
    void settingsDoNotTellTheirSecrets() {
        Settings settings =
                Settings.from(
                        Map.of(
                                "GUANJIA_TOKEN", "0123456789abcdef",
                                "GUANJIA_DB_URL", "jdbc:postgresql://h/d?password=hush"));
        assertThat(settings.toString()).doesNotContain("0123456789").doesNotContain("hush");
    }

    private static StartRefused refused(Map<String, String> environment) {
        return catchThrowableOfType(StartRefused.class, () -> Settings.from(environment));
    }
}
