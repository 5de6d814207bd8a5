package dev.guanjia;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Real files that nobody here wrote; a test that needs them is skipped where they are absent. */
public final class SharedData {

    private static final Path SHARED =
            Path.of(System.getProperty("guanjia.shared", "../../shared"));
    private static final Path ROOT = SHARED.resolve("data");

    private SharedData() {}

    /**
     * The files of a folder, or the end of the test, saying so.
     *
     * @param folder below the shared data
     * @param suffix how the files end
     * @return the files in name order
     */
    public static List<Path> files(String folder, String suffix) {
        Path path = ROOT.resolve(folder);
        assumeTrue(Files.isDirectory(path), () -> "no shared data at " + path);
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The lines of a document of the requirements, or the end of the test, saying so.
     *
     * @param name e.g. {@code 01-roles.md}
     * @return its lines
     */
    public static List<String> requirements(String name) {
        Path path = SHARED.resolve("requirements").resolve(name);
        assumeTrue(Files.isRegularFile(path), () -> "no requirements at " + path);
        try {
            return Files.readAllLines(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
