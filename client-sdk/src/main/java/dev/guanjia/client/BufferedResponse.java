package dev.guanjia.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLSession;

/** An answer that was read whole, in the shape that the caller's handler gives it. */
record BufferedResponse<T>(HttpResponse<byte[]> whole, T body) implements HttpResponse<T> {

    static <T> HttpResponse<T> of(HttpResponse<byte[]> whole, BodyHandler<T> handler) {
        BodySubscriber<T> subscriber = handler.apply(new Info(whole));
        subscriber.onSubscribe(NoDemand.INSTANCE);
        subscriber.onNext(List.of(ByteBuffer.wrap(whole.body())));
        subscriber.onComplete();
        return new BufferedResponse<>(whole, subscriber.getBody().toCompletableFuture().join());
    }

    @Override
    public int statusCode() {
        return whole.statusCode();
    }

    @Override
    public HttpRequest request() {
        return whole.request();
    }

    @Override
    public Optional<HttpResponse<T>> previousResponse() {
        return Optional.empty();
    }

    @Override
    public HttpHeaders headers() {
        return whole.headers();
    }

    @Override
    public Optional<SSLSession> sslSession() {
        return whole.sslSession();
    }

    @Override
    public URI uri() {
        return whole.uri();
    }

    @Override
    public HttpClient.Version version() {
        return whole.version();
    }

    private record Info(HttpResponse<byte[]> whole) implements ResponseInfo {
        @Override
        public int statusCode() {
            return whole.statusCode();
        }

        @Override
        public HttpHeaders headers() {
            return whole.headers();
        }

        @Override
        public HttpClient.Version version() {
            return whole.version();
        }
    }

    /** Everything is there already: one buffer, then the end. */
    private enum NoDemand implements Flow.Subscription {
        INSTANCE;

        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
    }
}
