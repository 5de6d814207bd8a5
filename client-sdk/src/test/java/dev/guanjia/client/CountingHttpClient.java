package dev.guanjia.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** The JDK's client, which counts what it is given to send. */
final class CountingHttpClient extends ForwardingHttpClient {
    private final AtomicInteger sent;

    CountingHttpClient(AtomicInteger sent) {
        super(HttpClient.newHttpClient());
        this.sent = sent;
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        sent.incrementAndGet();
        return next().send(request, handler);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        sent.incrementAndGet();
        return next().sendAsync(request, handler);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request,
            HttpResponse.BodyHandler<T> handler,
            HttpResponse.PushPromiseHandler<T> pushes) {
        sent.incrementAndGet();
        return next().sendAsync(request, handler, pushes);
    }
}
