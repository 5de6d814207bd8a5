package dev.guanjia.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares what is printed with a file; {@code -Dguanjia.golden=write} rewrites the file. */
final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/dev/guanjia/description");

    private Golden() {}

    static void check(String name, String printed) {
        Path file = FOLDER.resolve(name);
        try {
            if ("write".equals(System.getProperty("guanjia.golden"))) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, printed);
            }
            assertThat(printed).as(name).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
