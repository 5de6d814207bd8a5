package dev.guanjia.server.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What lets the executable start quickly is in it; without it, it would start all the same. */
class PreparedStartIT {

    private static final String DECIDED =
            "dev/guanjia/server/GuanjiaApplication__ApplicationContextInitializer.class";

    @Test
    void whatTheBuildDecidedIsThereAndUsed() throws IOException {
        try (ZipFile jar = new ZipFile(ServerJar.FILE.toFile())) {
            assertThat(jar.getEntry(DECIDED)).isNotNull();
            ZipEntry properties = jar.getEntry("spring.properties");
            assertThat(properties).isNotNull();
            String text =
                    new String(
                            jar.getInputStream(properties).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text.strip()).isEqualTo("spring.aot.enabled=true");
        }
    }

    @Test
    void nothingIsDeflated() throws IOException {
        try (ZipFile jar = new ZipFile(ServerJar.FILE.toFile())) {
            List<String> deflated =
                    jar.stream()
                            .filter(entry -> entry.getMethod() != ZipEntry.STORED)
                            .map(ZipEntry::getName)
                            .limit(3)
                            .toList();
            assertThat(deflated).isEmpty();
            assertThat(jar.size()).isGreaterThan(1_000);
        }
    }
}
