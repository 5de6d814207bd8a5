package dev.guanjia.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A caller of the server, with the headers it always sends. Commands get a fresh Idempotency-Key
 * unless one was set.
 */
public final class Api {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI server;
    private final Map<String, String> headers;

    Api(URI server, Map<String, String> headers) {
        this.server = server;
        this.headers = headers;
    }

    /** The same caller with one header more; an empty value removes it. */
    public Api with(String header, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(header, value);
        return new Api(server, more);
    }

    /** The same caller in one of several posts. */
    public Api inPost(String post) {
        return with("Acting-Post", post);
    }

    public Reply get(String path) {
        return send("GET", "/v1" + path, null);
    }

    /** A file as it was sent. */
    public byte[] file(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + "/v1" + path));
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> file = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            if (file.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + file.statusCode());
            }
            return file.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Reply post(String path, String json) {
        return send("POST", "/v1" + path, json);
    }

    public Reply patch(String path, String json, String ifMatch) {
        return with("If-Match", ifMatch)
                .with("Content-Type", "application/merge-patch+json")
                .send("PATCH", "/v1" + path, json);
    }

    public Reply delete(String path) {
        return send("DELETE", "/v1" + path, null);
    }

    /** Any request; the path is taken as it is. */
    public Reply send(String method, String path, @Nullable String body) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (!method.equals("GET")) {
            all.put("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (body != null) {
            all.put("Content-Type", "application/json");
        }
        all.putAll(headers);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server + path))
                        .timeout(Duration.ofSeconds(60))
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        all.forEach(
                (name, value) -> {
                    if (!value.isEmpty()) {
                        request.header(name, value);
                    }
                });
        return new Reply(answer(request.build(), BodyHandlers.ofString()));
    }

    /** A file that is no text; fails unless it is there and of that type. */
    public byte[] file(String path, String type) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + "/v1" + path));
        headers.forEach(request::header);
        HttpResponse<byte[]> answer = answer(request.build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200
                || !answer.headers().firstValue("Content-Type").orElse("").equals(type)) {
            throw new AssertionError(answer + " " + answer.headers());
        }
        return answer.body();
    }

    private static <T> HttpResponse<T> answer(HttpRequest request, BodyHandler<T> body) {
        try {
            return CLIENT.send(request, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
