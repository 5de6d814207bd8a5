package dev.guanjia.server;

import dev.guanjia.server.demo.DemoCommand;
import dev.guanjia.server.settings.Settings;
import dev.guanjia.server.settings.StartRefused;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** The commands of the program. */
final class CommandLine {

    private static final List<String> HELP = List.of("--help", "-h", "help");
    private static final List<String> VERSION = List.of("--version", "-V", "version");

    private static final String DEMO =
            "runs one month of a community of 1,200 units and keeps serving it\n"
                    + "             [--lang zh|en] [--exit] [--expected FIGURES.csv]\n"
                    + "             [--service-requests FILE.csv ... --as-of INSTANT]\n"
                    + "             brings in a city's requests instead; the option may be repeated";

    private final PrintStream out;
    private final PrintStream err;
    private final List<Command> commands =
            List.of(
                    new Command("serve", "serves the API until stopped (default)", this::serve),
                    new Command("demo", DEMO, CommandLine::demo));

    CommandLine(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** What a command does with the arguments after its name. */
    private interface Action {
        int run(List<String> arguments) throws Exception;
    }

    private record Command(String name, String summary, Action action) {}

    int run(List<String> arguments) throws Exception {
        String name = arguments.isEmpty() ? "serve" : arguments.get(0);
        List<String> rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
        if (HELP.contains(name)) {
            out.print(help());
            return 0;
        }
        if (VERSION.contains(name)) {
            out.println("guanjia-server " + Version.text());
            return 0;
        }
        Optional<Command> command = commands.stream().filter(c -> c.name.equals(name)).findFirst();
        try {
            return command.orElseThrow(() -> unknown(name)).action().run(rest);
        } catch (StartRefused refused) {
            refused.lines().forEach(line -> err.println("guanjia-server: " + line));
            return refused.exitCode();
        }
    }

    private static int demo(List<String> arguments) {
        return DemoCommand.run(arguments, System.getenv());
    }

    private int serve(List<String> arguments) {
        if (!arguments.isEmpty()) {
            throw unknown(arguments.get(0));
        }
        Server server = Server.start(Settings.from(System.getenv()));
        out.println("Guanjia " + Version.text() + " serves " + server.uri());
        server.developmentToken()
                .ifPresent(token -> out.println("Development token, until it stops: " + token));
        return 0;
    }

    private static StartRefused unknown(String argument) {
        return new StartRefused(StartRefused.USAGE, "unknown argument, try --help: " + argument);
    }

    private String help() {
        StringBuilder text = new StringBuilder("Usage: java -jar guanjia-server.jar [command]\n\n");
        commands.forEach(c -> text.append("  %-10s %s%n".formatted(c.name, c.summary)));
        text.append("  %-10s %s%n".formatted("--help", "prints this"));
        text.append("  %-10s %s%n".formatted("--version", "prints the version"));
        return text.append(ENVIRONMENT).toString();
    }

    private static final String ENVIRONMENT =
            """

            Environment:
              GUANJIA_BIND      address to listen on (127.0.0.1)
              GUANJIA_PORT      port to listen on, 0 for any free one (8080)
              GUANJIA_TOKEN     the administrator's token, 16 characters or more; required unless
                                GUANJIA_BIND is a loopback address. Without it, each start makes a
                                token for this machine only and prints it
              GUANJIA_DB_URL    a PostgreSQL 15 or later as jdbc:postgresql://host/db?user=..&password=..
                                (without it the server runs one of its own)
              GUANJIA_DATA_DIR  folder of the server's own PostgreSQL (~/.guanjia/data); data survive
              GUANJIA_RECEIPT_FONT  a Chinese TrueType font (.ttf, .ttc) for receipts as PDF (the
                                first of well-known ones, such as fonts-wqy-microhei of Debian)

            The programs of PostgreSQL are unpacked once, into ~/.cache/guanjia.
            Exit codes: 2 wrong arguments or settings, 3 data folder in use, 4 no usable database.
            """;
}
