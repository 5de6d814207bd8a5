package dev.guanjia.server.demo;

import dev.guanjia.server.Server;
import dev.guanjia.server.settings.Settings;
import dev.guanjia.server.settings.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The command {@code demo}: a server of its own, and the demonstration against it. */
public final class DemoCommand {

    private static final int FIGURES_DIFFER = 1;

    private DemoCommand() {}

    /**
     * Runs the demonstration.
     *
     * @param arguments the words after {@code demo}
     * @param environment names and values; without {@code GUANJIA_DATA_DIR} the data are thrown
     *     away
     * @return 0, or 1 when it shall end and figures are not as expected
     */
    public static int run(List<String> arguments, Map<String, String> environment) {
        DemoOptions options = options(arguments);
        List<ServiceRequests> requests = requests(options);
        Settings settings = Settings.from(environment);
        boolean throwAway =
                !environment.containsKey("GUANJIA_DATA_DIR")
                        && !environment.containsKey("GUANJIA_DB_URL");
        Path folder = throwAway ? temporaryFolder() : settings.dataFolder();
        quietLog();
        Server server = Server.start(settings.withDataFolder(folder));
        Thread end = new Thread(() -> end(server, folder, throwAway));
        Runtime.getRuntime().addShutdownHook(end);
        String token = server.developmentToken().or(settings::token).orElseThrow();
        boolean served = false;
        try {
            boolean agreed = Demo.run(server, token, options, requests);
            if (options.exit()) {
                return agreed ? 0 : FIGURES_DIFFER;
            }
            served = true;
        } finally {
            if (!served) {
                Runtime.getRuntime().removeShutdownHook(end);
                end(server, folder, throwAway);
            }
        }
        new Console(System.out, options.chinese()).say("serving", server.uri());
        server.developmentToken()
                .ifPresent(made -> System.out.println("Development token: " + made));
        return 0;
    }

    /** The demonstration speaks for itself; the log keeps to what goes wrong. */
    private static void quietLog() {
        for (String logger : List.of("root", "dev.guanjia")) {
            System.setProperty("logging.level." + logger, "WARN");
        }
    }

    private static DemoOptions options(List<String> arguments) {
        try {
            return DemoOptions.parse(arguments.toArray(String[]::new));
        } catch (IllegalArgumentException e) {
            throw new StartRefused(StartRefused.USAGE, String.valueOf(e.getMessage()));
        }
    }

    /** Read before anything is started, so that nothing is half done for a file that is none. */
    private static List<ServiceRequests> requests(DemoOptions options) {
        Console console = new Console(System.out, options.chinese());
        return options.serviceRequests().stream()
                .map(file -> ServiceRequests.read(file, console))
                .toList();
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("guanjia-demo");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(Server server, Path folder, boolean throwAway) {
        server.close();
        if (throwAway) {
            delete(folder);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
