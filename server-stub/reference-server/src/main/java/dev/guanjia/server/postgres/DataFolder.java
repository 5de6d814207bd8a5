package dev.guanjia.server.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What lies where in a data folder.
 *
 * @param root the folder
 */
record DataFolder(Path root) {

    /** The one account of the embedded PostgreSQL. */
    static final String USER = "guanjia";

    private static final int PASSWORD_BYTES = 24;
    private static final long LARGEST_LOG = 4L << 20;

    Path cluster() {
        return root.resolve("postgres");
    }

    Path passwordFile() {
        return root.resolve("postgres.password");
    }

    Path logFile() {
        return root.resolve("postgres.log");
    }

    /** The password of the embedded PostgreSQL, made at the first start and readable by us only. */
    String password() {
        try {
            if (!Files.exists(passwordFile())) {
                writePassword();
            }
            return Files.readString(passwordFile()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writePassword() throws IOException {
        byte[] secret = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(secret);
        Path draft = root.resolve("postgres.password.new");
        Files.deleteIfExists(draft);
        Private.create(draft);
        Files.writeString(draft, HexFormat.of().formatHex(secret) + "\n", StandardOpenOption.WRITE);
        Files.move(draft, passwordFile(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Keeps one older log beside the present one. */
    void turnLog() {
        try {
            if (Files.exists(logFile()) && Files.size(logFile()) > LARGEST_LOG) {
                Files.move(
                        logFile(),
                        root.resolve("postgres.log.1"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
