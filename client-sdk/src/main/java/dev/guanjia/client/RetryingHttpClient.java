package dev.guanjia.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP client that sends again what is safe to send again. It reads each answer whole before
 * handing it over, so that a connection that breaks in the middle of a body is retried too, and the
 * request's timeout holds until the last byte.
 */
final class RetryingHttpClient extends ForwardingHttpClient {
    private final RetryPolicy policy;
    private final Timing timing;

    RetryingHttpClient(HttpClient next, RetryPolicy policy, Timing timing) {
        super(next);
        this.policy = policy;
        this.timing = timing;
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> exchange = exchange(request);
        try {
            return BufferedResponse.of(exchange.get(), handler);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } finally {
            exchange.cancel(true); // of no effect once it has ended; otherwise we were interrupted
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // it only passes a cancellation on
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        CompletableFuture<HttpResponse<byte[]>> exchange = exchange(request);
        CompletableFuture<HttpResponse<T>> answer =
                exchange.thenApply(whole -> BufferedResponse.of(whole, handler));
        answer.whenComplete(
                (done, failure) -> {
                    if (failure instanceof CancellationException) {
                        exchange.cancel(true);
                    }
                });
        return answer;
    }

    /** Pushes are not retried: what is pushed belongs to one connection. */
    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request,
            HttpResponse.BodyHandler<T> handler,
            HttpResponse.@Nullable PushPromiseHandler<T> pushes) {
        return pushes == null
                ? sendAsync(request, handler)
                : next().sendAsync(request, handler, pushes);
    }

    private CompletableFuture<HttpResponse<byte[]>> exchange(HttpRequest request) {
        return new RetryingExchange(request, next(), policy, timing).start();
    }

    private static IOException rethrown(@Nullable Throwable failure) {
        if (failure instanceof IOException io) {
            return io;
        }
        if (failure instanceof RuntimeException bug) {
            throw bug;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return new IOException(failure);
    }
}
