package dev.guanjia.server.postgres;

import dev.guanjia.server.settings.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of our own on a data folder, up while the server is. It starts in the background,
 * for the server has enough to do meanwhile.
 */
public final class EmbeddedPostgres implements Database {

    private final DataFolder folder;
    private final FolderLock lock;
    private final CompletableFuture<Running> running;
    private final AtomicBoolean closed = new AtomicBoolean();

    private record Running(Cluster cluster, DatabaseAddress address) {}

    private EmbeddedPostgres(DataFolder folder, FolderLock lock) {
        this.folder = folder;
        this.lock = lock;
        this.running = CompletableFuture.supplyAsync(this::start, EmbeddedPostgres::inThread);
    }

    /**
     * Takes the folder and begins to start.
     *
     * @param folder where the data are or shall be
     * @return the database, not yet up
     * @throws StartRefused if another process has the folder
     */
    public static EmbeddedPostgres startingOn(Path folder) {
        FolderLock lock = FolderLock.take(folder);
        return new EmbeddedPostgres(new DataFolder(folder), lock);
    }

    private static void inThread(Runnable work) {
        new Thread(work, "postgres-start").start();
    }

    private Running start() {
        Cluster cluster = new Cluster(folder, Binaries.in(binariesFolder()));
        String password = folder.password();
        cluster.createIfMissing();
        cluster.clearLeftover();
        folder.turnLog();
        int port = cluster.start();
        return new Running(
                cluster,
                new DatabaseAddress(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                        Optional.of(DataFolder.USER),
                        Optional.of(password)));
    }

    /**
     * The user's cache, so that every folder shares one copy; the data folder where it is closed.
     */
    private Path binariesFolder() {
        Path cache = Path.of(System.getProperty("user.home", "."), ".cache", "guanjia");
        try {
            Files.createDirectories(cache);
        } catch (IOException closedHome) {
            return folder.root().resolve("binaries");
        }
        return Files.isWritable(cache) ? cache : folder.root().resolve("binaries");
    }

    @Override
    public DatabaseAddress address() {
        return await().address();
    }

    private Running await() {
        try {
            return running.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StartRefused refused) {
                throw refused;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            Running up = running.handle((started, failure) -> started).join();
            stop(up);
        } finally {
            lock.close();
        }
    }

    /** What is left of us when the process is killed: a database that runs on, and no lock. */
    void abandon() {
        closed.set(true);
        lock.close();
    }

    private static void stop(@Nullable Running up) {
        if (up != null) {
            up.cluster().stop();
        }
    }

    @Override
    public String toString() {
        return "PostgreSQL in " + folder.root();
    }
}
