package dev.guanjia.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {

    @TempDir private Path folder;

    @Test
    void aFolderThatLostAFileIsUnpackedAnew() throws Exception {
        Binaries first = Binaries.in(folder);
        Path zones = first.home().resolve("share/postgresql/timezonesets/Default");
        assertThat(zones).isRegularFile();
        Files.delete(zones);
        Binaries second = Binaries.in(folder);
        assertThat(second.home()).isEqualTo(first.home());
        assertThat(zones).isRegularFile();
        assertThat(names()).singleElement().asString().startsWith("postgresql-");
    }

    @Test
    void aWholeFolderIsLeftAsItIs() throws Exception {
        Path home = Binaries.in(folder).home();
        Path mark = home.resolve("bin");
        Object before = Files.getAttribute(mark, "unix:ino");
        assertThat(Binaries.in(folder).home()).isEqualTo(home);
        assertThat(Files.getAttribute(mark, "unix:ino")).isEqualTo(before);
    }

    private List<String> names() throws Exception {
        try (Stream<Path> found = Files.list(folder)) {
            return found.map(path -> path.getFileName().toString()).toList();
        }
    }
}
