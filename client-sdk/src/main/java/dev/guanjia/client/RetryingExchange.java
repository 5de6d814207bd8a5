package dev.guanjia.client;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One request and its attempts. The attempts follow one another; nothing runs beside them. */
@SuppressWarnings("FutureReturnValueIgnored") // every callback ends in result, failures too
final class RetryingExchange {
    private final HttpRequest request;
    private final HttpClient wire;
    private final RetryPolicy policy;
    private final Timing timing;
    private final long started;
    private final CompletableFuture<HttpResponse<byte[]>> result = new CompletableFuture<>();
    private volatile @Nullable CompletableFuture<?> running;
    private final AtomicInteger attempts = new AtomicInteger();

    RetryingExchange(HttpRequest request, HttpClient wire, RetryPolicy policy, Timing timing) {
        this.request = request;
        this.wire = wire;
        this.policy = policy;
        this.timing = timing;
        this.started = timing.nanoTime();
    }

    /** The last answer or failure; cancelling it stops the attempt that runs. */
    CompletableFuture<HttpResponse<byte[]>> start() {
        result.whenComplete((answer, failure) -> stop());
        attempt();
        return result;
    }

    private void attempt() {
        if (result.isDone()) {
            return;
        }
        try {
            CompletableFuture<HttpResponse<byte[]>> attempt =
                    bounded(limit(attempts.incrementAndGet()));
            running = attempt;
            if (result.isDone()) {
                stop();
            }
            attempt.whenComplete(this::decide);
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
        }
    }

    private void stop() {
        CompletableFuture<?> attempt = running;
        if (attempt != null) {
            attempt.cancel(true);
        }
    }

    /** The JDK's own timeout ends with the headers; this one holds until the body is read. */
    private CompletableFuture<HttpResponse<byte[]>> bounded(Optional<Duration> limit) {
        CompletableFuture<HttpResponse<byte[]>> sent =
                wire.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        CompletableFuture<HttpResponse<byte[]>> bounded = new CompletableFuture<>();
        sent.whenComplete(
                (answer, failure) -> {
                    if (failure == null) {
                        bounded.complete(answer);
                    } else {
                        bounded.completeExceptionally(failure);
                    }
                });
        limit.ifPresent(time -> bounded.orTimeout(time.toNanos(), TimeUnit.NANOSECONDS));
        bounded.whenComplete((answer, failure) -> sent.cancel(true));
        return bounded;
    }

    private Optional<Duration> limit(int attempt) {
        if (attempt == 1) {
            return request.timeout();
        }
        Duration left = policy.totalTime().minus(elapsed());
        return request.timeout()
                .filter(time -> time.compareTo(left) < 0)
                .or(() -> Optional.of(left));
    }

    private void decide(@Nullable HttpResponse<byte[]> answer, @Nullable Throwable failure) {
        try {
            goOnOrEnd(answer, failure);
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
        }
    }

    private void goOnOrEnd(@Nullable HttpResponse<byte[]> answer, @Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        Optional<Duration> pause = pause(answer, cause);
        if (pause.isPresent()) {
            timing.pause(pause.get()).thenRun(this::attempt);
        } else if (cause instanceof TimeoutException) {
            result.completeExceptionally(new HttpTimeoutException("request timed out"));
        } else if (cause != null) {
            result.completeExceptionally(cause);
        } else {
            result.complete(answer);
        }
    }

    /** How long to wait before the next attempt; empty: there is none. */
    private Optional<Duration> pause(
            @Nullable HttpResponse<byte[]> answer, @Nullable Throwable failure) {
        boolean again =
                answer != null
                        ? Retryable.answer(answer)
                        : failure != null && Retryable.failure(failure);
        if (!again || attempts.get() >= policy.attempts() || !Retryable.request(request)) {
            return Optional.empty();
        }
        Duration pause =
                Optional.ofNullable(answer)
                        .flatMap(some -> RetryAfter.read(some.headers(), timing.now()))
                        .map(asked -> asked.plus(drawn(policy.firstPause())))
                        .orElseGet(() -> drawn(policy.ceiling(attempts.get())));
        return Optional.of(pause)
                .filter(some -> elapsed().plus(some).compareTo(policy.totalTime()) < 0);
    }

    private Duration drawn(Duration ceiling) {
        return Duration.ofNanos(timing.random(ceiling.toNanos() + 1));
    }

    private Duration elapsed() {
        return Duration.ofNanos(timing.nanoTime() - started);
    }
}
