package dev.guanjia.server.postgres;

import dev.guanjia.server.settings.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The files of one PostgreSQL and the switch that turns it on and off.
 *
 * @param folder the data folder around it
 * @param binaries the programs
 */
record Cluster(DataFolder folder, Binaries binaries) {

    private static final int ATTEMPTS = 5;
    private static final String WAIT_SECONDS = "300";

    /** Makes the files if there are none. Made aside and moved, so that half a cluster is none. */
    void createIfMissing() {
        if (Files.exists(folder.cluster().resolve("PG_VERSION"))) {
            return;
        }
        Path workbench = folder.root().resolve("postgres.new");
        Folders.delete(workbench);
        run(
                "initdb",
                List.of(
                        "--pgdata=" + workbench,
                        "--username=" + DataFolder.USER,
                        "--pwfile=" + folder.passwordFile(),
                        "--auth=scram-sha-256",
                        // stretching protects what can be guessed; this password is random
                        "--set=scram_iterations=1",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--no-instructions"));
        try {
            Files.move(workbench, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops what a killed server left running here. */
    void clearLeftover() {
        Leftover.on(folder.cluster())
                .ifPresent(
                        leftover -> {
                            if (leftover.isRunning()) {
                                stop();
                            } else if (leftover.isTakenByAnother()) {
                                leftover.forget();
                            }
                        });
    }

    /**
     * Starts it.
     *
     * @return the port it listens on, on the loopback address
     */
    int start() {
        Run last = new Run(0, "");
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            int port = freePort();
            ClusterSettings.write(folder.cluster(), port);
            last = attempt(port);
            if (last.isSuccess()) {
                return port;
            }
            pause(attempt);
        }
        throw new StartRefused(
                StartRefused.DATABASE,
                "PostgreSQL did not start, see " + folder.logFile() + ": " + last.output());
    }

    private Run attempt(int port) {
        return Run.quietly(
                binaries.command(
                        "pg_ctl",
                        List.of(
                                "start",
                                "--silent",
                                "--wait",
                                "--timeout=" + WAIT_SECONDS,
                                "--pgdata=" + folder.cluster(),
                                "--log=" + folder.logFile())));
    }

    /** Stops it: open transactions are rolled back, everything committed is written. */
    void stop() {
        run(
                "pg_ctl",
                List.of(
                        "stop",
                        "--silent",
                        "--mode=fast",
                        "--wait",
                        "--timeout=" + WAIT_SECONDS,
                        "--pgdata=" + folder.cluster()));
    }

    private void run(String program, List<String> arguments) {
        Run run = Run.quietly(binaries.command(program, arguments));
        if (!run.isSuccess()) {
            throw new StartRefused(
                    StartRefused.DATABASE,
                    program + " failed on " + folder.cluster() + ": " + run.output());
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody may have taken the port in between, or the last one's memory is not yet free. */
    private static void pause(int attempt) {
        try {
            Thread.sleep(200L * attempt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
