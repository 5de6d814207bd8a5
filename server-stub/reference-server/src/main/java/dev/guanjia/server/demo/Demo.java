package dev.guanjia.server.demo;

import dev.guanjia.client.Guanjia;
import dev.guanjia.client.Language;
import dev.guanjia.server.Server;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** The demonstration against a running server. */
final class Demo {

    private Demo() {}

    /**
     * Runs what the options ask for.
     *
     * @param server the running server
     * @param administratorToken who sets the company up
     * @param options language, and the moment at which requests are judged
     * @param requests what to bring in instead of the month, file by file; none for the month
     * @return true when every figure is as expected
     */
    static boolean run(
            Server server,
            String administratorToken,
            DemoOptions options,
            List<ServiceRequests> requests) {
        Console console = new Console(System.out, options.chinese());
        Language language = options.chinese() ? Language.ZH : Language.EN;
        Function<String, Guanjia> door =
                token ->
                        Guanjia.builder(server.uri().toString())
                                .token(() -> token)
                                .language(language)
                                .application("guanjia-demo", Guanjia.version())
                                .build();
        Instant asOf = options.asOf();
        if (asOf != null) {
            console.say("requests.welcome", asOf, server.uri());
            return ServiceRequestFile.runAll(
                    console, door.apply(administratorToken), asOf, requests);
        }
        console.say("welcome", server.uri());
        long start = System.nanoTime();
        DemoMonth month = new DemoMonth(console, DemoPlan.ofDefaultSeed());
        Figures found = month.run(door, administratorToken);
        long seconds = (System.nanoTime() - start) / 1_000_000_000L;
        return agree(console, found, expected(options), seconds);
    }

    private static Figures expected(DemoOptions options) {
        Path file = options.expected();
        return file == null ? Figures.expected() : Figures.read(file);
    }

    private static boolean agree(Console console, Figures found, Figures expected, long seconds) {
        List<String> differences = found.differencesFrom(expected);
        console.line("");
        if (differences.isEmpty()) {
            console.say("figures.agree", found.byName().size(), seconds);
            return true;
        }
        console.say("figures.differ", differences.size());
        differences.forEach(difference -> console.line("  " + difference));
        return false;
    }
}
