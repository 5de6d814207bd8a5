package dev.guanjia.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.server.RunningServer;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sent, the server answers as its document says, and keeps nothing of what it refused.
 * {@code guanjia.hostile.operations} names the operations, as a regular expression of names or
 * tags.
 */
class HostileTest {

    private static final String SLICE = "createDeposit|importOwnerFile";
    private static final int EVERY = 7;
    private static final Set<String> MONEY =
            Set.of(
                    "Adjustments",
                    "Arrears",
                    "Billing",
                    "CollectionPlans",
                    "Deposits",
                    "Dunning",
                    "Ledger",
                    "Meters",
                    "Occupancy",
                    "Payments",
                    "PrepaidYears",
                    "Receipts",
                    "Registry",
                    "Sharing",
                    "Tariffs");

    private final RunningServer server = RunningServer.shared();
    private final Document document = Document.of(server);
    private final Shots shots = new Shots(server.uri());
    private final Rows rows = new Rows(server);
    private final List<String> broken = new ArrayList<>();
    private int sent;

    @Test
    void whateverIsSentIsAnsweredAsTheDocumentSays() {
        String asked = System.getProperty("guanjia.hostile.operations", "");
        Pattern wanted = Pattern.compile(asked.isEmpty() ? SLICE : asked);
        List<Operation> all = document.operations();
        World world = new World(server, shots, all);
        if (!asked.isEmpty()) {
            world.works();
            world.lives(all);
        }
        all.stream()
                .filter(
                        each ->
                                wanted.matcher(each.name()).matches()
                                        || wanted.matcher(each.tag()).matches())
                .forEach(each -> attack(each, world));
        System.out.println("hostile requests by status: " + shots.statuses());
        assertThat(broken).isEmpty();
        assertThat(sent).isGreaterThan(100);
    }

    /** What is refused for want of a charge or a case says nothing of the code behind. */
    @Test
    void theExampleOfEveryCommandAboutMoneyIsTaken() {
        List<Operation> all = document.operations();
        World world = new World(server, shots, all);
        Map<String, String> refused = new TreeMap<>();
        int asked = 0;
        for (Operation each : all) {
            if (!each.isRead() && MONEY.contains(each.tag())) {
                world.refresh(each);
                HttpResponse<String> reply = world.ask(each, world.good(each));
                asked++;
                if (reply.statusCode() >= 300) {
                    refused.put(each.name(), reply.body());
                }
            }
        }
        assertThat(refused).isEmpty();
        assertThat(asked).isGreaterThan(70);
    }

    private void attack(Operation operation, World world) {
        world.refresh(operation);
        int good = world.ask(operation, world.good(operation)).statusCode();
        System.out.println(operation.tag() + " " + operation.name() + " example: " + good);
        for (Mutant mutant : Requests.to(operation, world, document)) {
            Mutant now = world.ready(operation, mutant);
            boolean counted = !operation.isRead() && sent++ % EVERY == 0;
            Map<String, Long> before = counted ? rows.count() : Map.of();
            HttpResponse<String> reply = world.ask(operation, now);
            List<String> faults = Law.broken(operation, now, reply);
            if (counted && reply.statusCode() >= 400 && !rows.count().equals(before)) {
                faults.add("left rows behind");
            }
            faults.forEach(fault -> note(fault, operation, now, reply));
        }
    }

    private void note(
            String fault, Operation operation, Mutant mutant, HttpResponse<String> reply) {
        String body = reply.body();
        String line =
                "\n%s: %s %s %s -> %d %s"
                        .formatted(
                                fault,
                                operation.method(),
                                mutant.path(),
                                mutant.what(),
                                reply.statusCode(),
                                body.substring(0, Math.min(300, body.length())));
        System.out.print(line);
        broken.add(line);
    }
}
