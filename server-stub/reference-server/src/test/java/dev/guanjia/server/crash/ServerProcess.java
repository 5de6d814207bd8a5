package dev.guanjia.server.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The server in a process of its own on a data folder, so that it can be killed. */
final class ServerProcess implements AutoCloseable {

    static final String TOKEN = "administrator-of-the-crash-test";
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Path folder;
    private final int port;
    private final Process process;

    private ServerProcess(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** Starts the server on the folder and waits until it is healthy. */
    static ServerProcess start(Path folder) {
        int port = freePort();
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        "dev.guanjia.server.ReferenceServer",
                        "serve");
        builder.environment().put("GUANJIA_DATA_DIR", folder.toString());
        builder.environment().put("GUANJIA_PORT", String.valueOf(port));
        builder.environment().put("GUANJIA_TOKEN", TOKEN);
        builder.redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("server.log").toFile()));
        try {
            ServerProcess server = new ServerProcess(folder, port, builder.start());
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** SIGKILL to the server alone; its PostgreSQL is left running. */
    void kill() {
        process.destroyForcibly();
        await(process);
    }

    /** SIGKILL to the server, PostgreSQL and everything PostgreSQL started, at once. */
    void killWithPostgres() {
        List<ProcessHandle> database = database();
        process.destroyForcibly();
        database.forEach(ProcessHandle::destroyForcibly);
        await(process);
        database.forEach(handle -> handle.onExit().join());
    }

    /** The postmaster and its children. */
    private List<ProcessHandle> database() {
        try (Stream<String> lines = Files.lines(folder.resolve("postgres/postmaster.pid"))) {
            long pid = Long.parseLong(lines.findFirst().orElseThrow().strip());
            ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
            return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        await(process);
    }

    private void awaitReady() {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest health = HttpRequest.newBuilder(uri().resolve("/actuator/health")).build();
        long end = System.nanoTime() + READY_WITHIN.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the server ended: " + log());
            }
            if (status(http, health).filter(status -> status == 200).isPresent()) {
                return;
            }
            sleep(POLL);
        }
        throw new IllegalStateException("the server is not ready: " + log());
    }

    private static Optional<Integer> status(HttpClient http, HttpRequest request) {
        try {
            return Optional.of(
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        } catch (IOException notYet) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String log() {
        try {
            List<String> lines = Files.readAllLines(folder.resolve("server.log"));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static void await(Process process) {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
