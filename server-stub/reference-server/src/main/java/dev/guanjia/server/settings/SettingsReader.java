package dev.guanjia.server.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns the environment into settings, or into a list of everything that is wrong with it. */
final class SettingsReader {

    private static final int SHORTEST_TOKEN = 16;
    private static final String JDBC = "jdbc:postgresql:";

    private final Map<String, String> environment;
    private final List<String> faults = new ArrayList<>();

    SettingsReader(Map<String, String> environment) {
        this.environment = environment;
    }

    Settings read() {
        InetAddress bind = bind();
        Optional<String> token = token(bind);
        Settings settings =
                new Settings(bind, port(), token, databaseUrl(), dataFolder(), receiptFont());
        if (!faults.isEmpty()) {
            throw new StartRefused(StartRefused.USAGE, faults);
        }
        return settings;
    }

    private InetAddress bind() {
        String text = value("GUANJIA_BIND").orElse("127.0.0.1");
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            faults.add("GUANJIA_BIND must be an address of this machine: " + text);
            return InetAddress.getLoopbackAddress();
        }
    }

    private int port() {
        String text = value("GUANJIA_PORT").orElse("8080");
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65535) {
            return Integer.parseInt(text);
        }
        faults.add("GUANJIA_PORT must be 0 (any free port) to 65535: " + text);
        return 0;
    }

    private Optional<String> token(InetAddress bind) {
        Optional<String> token = value("GUANJIA_TOKEN");
        if (token.isEmpty() && !bind.isLoopbackAddress()) {
            faults.add(
                    "GUANJIA_TOKEN is required when GUANJIA_BIND is not a loopback address: "
                            + bind.getHostAddress());
        }
        if (token.isPresent() && !token.get().matches("[\\x21-\\x7e]{" + SHORTEST_TOKEN + ",}")) {
            faults.add(
                    "GUANJIA_TOKEN must have at least "
                            + SHORTEST_TOKEN
                            + " characters, printable ASCII without spaces");
        }
        return token;
    }

    private Optional<String> databaseUrl() {
        Optional<String> url = value("GUANJIA_DB_URL");
        if (url.isPresent() && !url.get().startsWith(JDBC)) {
            // the value stays out of the message: it may carry a password
            faults.add("GUANJIA_DB_URL must begin with " + JDBC);
        }
        return url;
    }

    private Path dataFolder() {
        String text =
                value("GUANJIA_DATA_DIR")
                        .orElseGet(() -> System.getProperty("user.home", ".") + "/.guanjia/data");
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            faults.add("GUANJIA_DATA_DIR must be a path: " + text);
            return Path.of("").toAbsolutePath();
        }
    }

    /** Whether the file is a font that suits is seen at the first print. */
    private Optional<Path> receiptFont() {
        Optional<String> text = value("GUANJIA_RECEIPT_FONT");
        try {
            Optional<Path> path = text.map(Path::of);
            if (path.filter(file -> !Files.isRegularFile(file)).isEmpty()) {
                return path;
            }
        } catch (InvalidPathException e) {
            // named below, like a path that leads nowhere
        }
        faults.add("GUANJIA_RECEIPT_FONT must be a file (.ttf or .ttc): " + text.orElse(""));
        return Optional.empty();
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name))
                .map(String::strip)
                .filter(v -> !v.isEmpty());
    }
}
