package dev.guanjia.server.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChineseFontsTest {

    @TempDir Path folder;

    @Test
    void whatIsNoFontOrNotThereIsPassedOver() throws IOException {
        Path text =
                Files.write(folder.resolve("a.ttf"), "no font".getBytes(StandardCharsets.UTF_8));
        Path collection = Files.write(folder.resolve("b.ttc"), new byte[] {1, 2, 3});
        Path missing = folder.resolve("c.ttf");
        ChineseFonts fonts = new ChineseFonts(List.of(folder, text, collection, missing));
        assertThat(fonts.find()).isEmpty();
        assertThat(new PaperPdf(fonts).print("测试", List.of())).isEmpty();
    }

    @Test
    void aFileThatWasChosenIsTheOnlyOneLookedAt() {
        assertThat(ChineseFonts.of(Optional.of(folder.resolve("c.ttf"))).find()).isEmpty();
    }

    @Test
    void aFontIsReadOnce() {
        MachineFonts.required();
        ChineseFonts fonts = ChineseFonts.of(Optional.empty());
        assertThat(fonts.find().orElseThrow()).isSameAs(fonts.find().orElseThrow());
    }
}
