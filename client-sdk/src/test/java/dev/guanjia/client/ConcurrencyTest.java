package dev.guanjia.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {
    private static final int CALLERS = 8;
    private static final int CALLS = 25;

    private final Set<String> refusedOnce = ConcurrentHashMap.newKeySet();

    /** Answers with the id asked for, and refuses each id the first time. */
    private void echo(HttpExchange exchange) throws IOException, InterruptedException {
        String id = exchange.getRequestURI().getPath().replace("/v1/staff/", "");
        String post = exchange.getRequestHeaders().getFirst("Acting-Post");
        TestServer.Act act =
                refusedOnce.add(id)
                        ? TestServer.json(503, "", "Retry-After", "0")
                        : TestServer.json(200, "{\"id\":\"" + id + "\",\"name\":\"" + post + "\"}");
        act.play(exchange, new java.util.concurrent.CountDownLatch(0));
    }

    @Test
    void manyThreadsShareOneClientAndEachGetsItsOwnAnswer()
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try (TestServer server = new TestServer((exchange, closing) -> echo(exchange))) {
            Guanjia shared = server.client().build();
            List<Future<Integer>> done = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                String post = "POST_" + caller;
                done.add(threads.submit(() -> rightAnswers(shared.actingAs(post), post)));
            }
            for (Future<Integer> one : done) {
                assertThat(one.get()).isEqualTo(CALLS);
            }
            assertThat(server.seen()).hasSize(2 * CALLERS * CALLS);
        } finally {
            threads.shutdownNow();
        }
    }

    private static int rightAnswers(Guanjia guanjia, String post) {
        int right = 0;
        for (int call = 0; call < CALLS; call++) {
            String id = "sf_" + post + "_" + call;
            dev.guanjia.client.model.Staff staff = guanjia.organisation().getStaff(id);
            right += id.equals(staff.getId()) && post.equals(staff.getName()) ? 1 : 0;
        }
        return right;
    }
}
