package dev.guanjia.server.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How many files an unpacked folder has and how large they are together, so that one which has been
 * tidied away in part is noticed before PostgreSQL stumbles over it.
 */
final class Inventory {

    private static final String NAME = "inventory";

    private Inventory() {}

    /** Takes the inventory and leaves it in the folder. */
    static void take(Path folder) throws IOException {
        Files.writeString(folder.resolve(NAME), count(folder));
    }

    /** Whether the folder is there and still as it was when its inventory was taken. */
    static boolean agrees(Path folder) throws IOException {
        Path inventory = folder.resolve(NAME);
        return Files.isRegularFile(inventory) && Files.readString(inventory).equals(count(folder));
    }

    private static String count(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files =
                    all.filter(Files::isRegularFile)
                            .filter(file -> !file.equals(folder.resolve(NAME)))
                            .toList();
            long bytes = 0;
            for (Path file : files) {
                bytes += Files.size(file);
            }
            return files.size() + " files, " + bytes + " bytes\n";
        }
    }
}
