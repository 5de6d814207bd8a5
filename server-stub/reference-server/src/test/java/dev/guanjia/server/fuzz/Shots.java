package dev.guanjia.server.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Sends requests byte by byte as they are. */
final class Shots {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI server;
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    Shots(URI server) {
        this.server = server;
    }

    /** Sends; the headers given go before what is sent otherwise, and an empty one is left out. */
    HttpResponse<String> send(Operation operation, String token, Mutant mutant) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Authorization", "Bearer " + token);
        if (!operation.isRead()) {
            headers.put("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (!operation.parameters("header").isEmpty()) {
            headers.put("If-Match", "*");
        }
        if (operation.body().isSent()) {
            headers.put("Content-Type", operation.body().type());
        }
        headers.putAll(mutant.headers());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server + "/v1" + mutant.path()))
                        .timeout(Duration.ofSeconds(60))
                        .method(operation.method(), BodyPublishers.ofByteArray(mutant.body()));
        headers.forEach(
                (name, value) -> {
                    if (!value.isEmpty()) {
                        request.header(name, value);
                    }
                });
        return answer(request.build());
    }

    private HttpResponse<String> answer(HttpRequest request) {
        try {
            HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
            statuses.merge(answer.statusCode(), 1, Integer::sum);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How often each status was answered. */
    Map<Integer, Integer> statuses() {
        return statuses;
    }
}
