package dev.guanjia.server.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What {@code postmaster.pid} says of the PostgreSQL that worked here before us. The server that
 * started it was killed, or it would have been stopped.
 *
 * @param file the file
 * @param pid its process id
 * @param startedAt when it began
 */
record Leftover(Path file, long pid, Instant startedAt) {

    /** How far the two clocks that count seconds may be apart. */
    private static final Duration TOLERANCE = Duration.ofSeconds(15);

    static Optional<Leftover> on(Path cluster) {
        Path file = cluster.resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(file);
            long pid = Math.abs(Long.parseLong(lines.get(0).strip()));
            Instant startedAt = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
            return Optional.of(new Leftover(file, pid, startedAt));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException | IndexOutOfBoundsException cutShort) {
            return Optional.of(new Leftover(file, 0, Instant.EPOCH));
        }
    }

    /** Whether the process with that number is still that PostgreSQL. Numbers are used again. */
    boolean isRunning() {
        return process()
                .filter(Leftover::looksLikePostgres)
                .flatMap(handle -> handle.info().startInstant())
                .map(start -> Duration.between(startedAt, start).abs())
                .filter(apart -> apart.compareTo(TOLERANCE) <= 0)
                .isPresent();
    }

    /** Whether the number now belongs to somebody else, at whom PostgreSQL would stumble. */
    boolean isTakenByAnother() {
        return process().isPresent() && !isRunning();
    }

    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    }

    private static boolean looksLikePostgres(ProcessHandle handle) {
        return handle.info()
                .command()
                .map(path -> Path.of(path).getFileName().toString().startsWith("postgres"))
                .orElse(true);
    }
}
