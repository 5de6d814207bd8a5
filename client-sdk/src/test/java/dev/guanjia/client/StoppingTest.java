package dev.guanjia.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that end before they are answered. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StoppingTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    @Test
    void aSilentServerTimesOut() {
        try (TestServer server = new TestServer(TestServer.silence())) {
            Guanjia guanjia =
                    server.client().requestTimeout(SHORT).retryPolicy(RetryPolicy.none()).build();

            assertThatThrownBy(() -> guanjia.organisation().getCompany())
                    .isInstanceOf(TransportException.class)
                    .hasCauseInstanceOf(HttpTimeoutException.class)
                    .hasMessageContaining("GET /v1/company");
        }
    }

    @Test
    void aServerThatStallsInTheMiddleOfTheBodyTimesOut() {
        try (TestServer server = new TestServer(TestServer.stall())) {
            Guanjia guanjia =
                    server.client().requestTimeout(SHORT).retryPolicy(RetryPolicy.none()).build();

            assertThatThrownBy(() -> guanjia.organisation().getCompany())
                    .isInstanceOf(TransportException.class)
                    .hasCauseInstanceOf(HttpTimeoutException.class);
        }
    }

    @Test
    void anotherAttemptDoesNotRunBeyondTheTotalTime() {
        RetryPolicy policy =
                new RetryPolicy(
                        9, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofSeconds(2));
        try (TestServer server = new TestServer(TestServer.json(503, ""), TestServer.silence())) {
            Guanjia guanjia = server.client().retryPolicy(policy).build();
            long start = System.nanoTime();

            assertThatThrownBy(() -> guanjia.organisation().getCompany())
                    .isInstanceOf(TransportException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void anInterruptEndsTheCallAndStaysVisible() throws InterruptedException {
        try (TestServer server = new TestServer(TestServer.silence())) {
            Guanjia guanjia = server.client().build();
            AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
            CountDownLatch interrupted = new CountDownLatch(1);
            Thread caller =
                    new Thread(
                            () -> {
                                thrown.set(
                                        catchThrowable(() -> guanjia.organisation().getCompany()));
                                if (Thread.currentThread().isInterrupted()) {
                                    interrupted.countDown();
                                }
                            });
            caller.start();
            waitForOneRequest(server);
            caller.interrupt();

            assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(thrown.get())
                    .isInstanceOf(TransportException.class)
                    .hasCauseInstanceOf(InterruptedException.class);
            assertThat(server.seen()).hasSize(1);
        }
    }

    @Test
    void anInterruptEndsAPauseToo() throws InterruptedException {
        try (TestServer server = new TestServer(TestServer.json(503, "", "Retry-After", "50"))) {
            Guanjia guanjia = server.client().build();
            AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
            Thread caller =
                    new Thread(
                            () ->
                                    thrown.set(
                                            catchThrowable(
                                                    () -> guanjia.organisation().getCompany())));
            caller.start();
            waitForOneRequest(server);
            caller.interrupt();
            caller.join(10_000);

            assertThat(thrown.get()).hasCauseInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void anInterruptHangsUp() throws InterruptedException {
        CountDownLatch hungUp = new CountDownLatch(1);
        try (TestServer server = new TestServer(TestServer.drip(hungUp))) {
            Guanjia guanjia = server.client().build();
            Thread caller =
                    new Thread(() -> catchThrowable(() -> guanjia.organisation().getCompany()));
            caller.start();
            waitForOneRequest(server);
            caller.interrupt();

            assertThat(hungUp.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void cancellingAnAsynchronousCallHangsUp() throws InterruptedException {
        CountDownLatch hungUp = new CountDownLatch(1);
        try (TestServer server = new TestServer(TestServer.drip(hungUp))) {
            CompletableFuture<HttpResponse<String>> call = async(server, Timing.SYSTEM);
            waitForOneRequest(server);
            call.cancel(true);

            assertThat(hungUp.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void cancellingInAPauseEndsTheAttempts() throws InterruptedException {
        CompletableFuture<Void> pause = new CompletableFuture<>();
        FakeTiming timing =
                new FakeTiming() {
                    @Override
                    public CompletableFuture<Void> pause(Duration length) {
                        return pause;
                    }
                };
        try (TestServer server = new TestServer(TestServer.json(503, ""))) {
            CompletableFuture<HttpResponse<String>> call = async(server, timing);
            while (pause.getNumberOfDependents() == 0) {
                Thread.sleep(5);
            }
            call.cancel(true);
            pause.complete(null);

            assertThat(sent.get()).isEqualTo(1);
        }
    }

    private final AtomicInteger sent = new AtomicInteger();

    private CompletableFuture<HttpResponse<String>> async(TestServer server, Timing timing) {
        HttpClient client =
                new RetryingHttpClient(
                        new CountingHttpClient(sent), RetryPolicy.standard(), timing);
        return client.sendAsync(
                HttpRequest.newBuilder(URI.create(server.address())).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void waitForOneRequest(TestServer server) throws InterruptedException {
        while (server.seen().isEmpty()) {
            Thread.sleep(5);
        }
    }
}
