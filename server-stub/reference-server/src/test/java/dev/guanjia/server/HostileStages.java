package dev.guanjia.server;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * What must stand before the example of an operation is taken. A stage is built anew each time, and
 * says what stands in the place of which words of the path and of the example; under {@link
 * #TOKEN}, who asks, where not everybody in the post may.
 */
public final class HostileStages {

    /** The word for the token of the one who asks. */
    public static final String TOKEN = "<token>";

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private HostileStages() {}

    /** The stages by the names of the operations. */
    public static Map<String, Supplier<Map<String, String>>> of(RunningServer server) {
        Map<String, Supplier<Map<String, String>>> stages = new TreeMap<>();
        stages.putAll(new HostilePlaces(server).stages());
        stages.putAll(new HostilePrices(server).stages());
        stages.putAll(new HostilePayments(server).stages());
        stages.putAll(new HostileReceipts(server).stages());
        stages.putAll(new HostileReliefs(server).stages());
        stages.putAll(new HostileDeposits(server).stages());
        stages.putAll(new HostileArrears(server).stages());
        return stages;
    }

    /** A number that no other stage has. */
    static int number() {
        return NUMBERS.incrementAndGet();
    }

    /** A step that somebody takes on what they have just read; it must succeed. */
    static Reply step(Api who, String path, String step, String body) {
        String etag = who.get(path).expect(200).header("ETag");
        return who.with("If-Match", etag).post(path + "/" + step, body).expect(200);
    }
}
