package dev.guanjia.server.demo;

import dev.guanjia.client.Guanjia;
import dev.guanjia.client.Language;
import dev.guanjia.server.Server;
import java.util.List;
import java.util.function.Function;

/** The demonstration against a running server. */
public final class Demo {

    private Demo() {}

    /**
     * Runs what the options ask for.
     *
     * @param server the running server
     * @param administratorToken who sets the company up
     * @param options language, and what to bring in
     * @return true when every figure is as expected
     */
    public static boolean run(Server server, String administratorToken, DemoOptions options) {
        Console console = new Console(System.out, options.chinese());
        Language language = options.chinese() ? Language.ZH : Language.EN;
        Function<String, Guanjia> door =
                token ->
                        Guanjia.builder(server.uri().toString())
                                .token(() -> token)
                                .language(language)
                                .application("guanjia-demo", Guanjia.version())
                                .build();
        console.say("welcome", server.uri());
        if (options.serviceRequests() != null) {
            return new ServiceRequestFile(console, door.apply(administratorToken)).run(options);
        }
        return month(console, door, administratorToken);
    }

    private static boolean month(
            Console console, Function<String, Guanjia> door, String administratorToken) {
        long start = System.nanoTime();
        Figures found =
                new DemoMonth(console, DemoPlan.ofDefaultSeed()).run(door, administratorToken);
        List<String> differences = found.differencesFrom(Figures.expected());
        console.line("");
        if (differences.isEmpty()) {
            long seconds = (System.nanoTime() - start) / 1_000_000_000L;
            console.say("figures.agree", found.byName().size(), seconds);
            return true;
        }
        console.say("figures.differ", differences.size());
        differences.forEach(difference -> console.line("  " + difference));
        return false;
    }
}
