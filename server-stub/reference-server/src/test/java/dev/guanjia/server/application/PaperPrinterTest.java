package dev.guanjia.server.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperPrinterTest {

    @Test
    void withoutAFontTheRefusalSaysWhatToInstallOrSet(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("empty.ttf"));
        Map<String, String> environment = Map.of("GUANJIA_RECEIPT_FONT", file.toString());
        PaperPrinter printer = new PaperPrinter(Settings.from(environment));
        Refused refused = catchThrowableOfType(Refused.class, () -> printer.pdf("收据", List.of()));
        assertThat(refused.reasons())
                .singleElement()
                .satisfies(
                        reason -> {
                            assertThat(reason.code().key()).isEqualTo("no-chinese-font");
                            assertThat(reason.facts())
                                    .containsEntry("package", "fonts-wqy-microhei")
                                    .containsEntry("setting", "GUANJIA_RECEIPT_FONT");
                        });
    }
}
