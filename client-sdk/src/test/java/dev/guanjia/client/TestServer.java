package dev.guanjia.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A real HTTP server that plays a script: its n-th answer to the n-th request, then the last. */
final class TestServer implements AutoCloseable {
    static final String STAFF =
            "{\"id\":\"sf_00000001\",\"staff_no\":\"S0001\",\"name\":\"\u5f20\u4f1f\"}";

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    /** One request as it arrived. */
    record Seen(String method, String target, com.sun.net.httpserver.Headers headers, String body) {
        String header(String name) {
            return String.valueOf(headers.getFirst(name));
        }
    }

    /** What happens to one request. */
    interface Act {
        void play(HttpExchange exchange, CountDownLatch closing)
                throws IOException, InterruptedException;
    }

    TestServer(Act... script) {
        try {
            http = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(threads);
        http.createContext("/", exchange -> play(exchange, script));
        http.start();
    }

    private void play(HttpExchange exchange, Act... script) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add(
                new Seen(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        exchange.getRequestHeaders(),
                        body));
        try {
            script[Math.min(turn.getAndIncrement(), script.length - 1)].play(exchange, closing);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    static Act json(int status, String body, String... headers) {
        return answer(status, "application/json", body, headers);
    }

    static Act problem(int status, String code, String... headers) {
        String body =
                "{\"type\":\"urn:guanjia:problem:%s\",\"title\":\"T\",\"status\":%d,"
                        + "\"code\":\"%s\"}";
        return answer(
                status, "application/problem+json", body.formatted(code, status, code), headers);
    }

    static Act answer(int status, String type, String body, String... headers) {
        return (exchange, closing) -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            boolean empty = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, empty ? -1 : bytes.length);
            if (!empty) {
                exchange.getResponseBody().write(bytes);
            }
        };
    }

    /** Hangs up without a word. */
    static Act hangUp() {
        return (exchange, closing) -> {};
    }

    /** Promises more than it sends, and hangs up. */
    static Act halfABody() {
        return (exchange, closing) -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
        };
    }

    /** Says nothing until the server closes. */
    static Act silence() {
        return (exchange, closing) -> closing.await();
    }

    /** Sends the headers and a first byte, then nothing until the server closes. */
    static Act stall() {
        return (exchange, closing) -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            closing.await();
        };
    }

    /** Goes on sending until the client hangs up, and says so. */
    static Act drip(CountDownLatch hungUp) {
        return (exchange, closing) -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (!closing.await(20, TimeUnit.MILLISECONDS)) {
                    exchange.getResponseBody().write(new byte[1000]);
                    exchange.getResponseBody().flush();
                }
            } catch (IOException broken) {
                hungUp.countDown();
            }
        };
    }

    String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    GuanjiaBuilder client() {
        return Guanjia.builder(address()).token(() -> "secret-token-1");
    }

    List<Seen> seen() {
        return seen;
    }

    @Override
    public void close() {
        closing.countDown();
        http.stop(0);
        threads.shutdownNow();
    }
}
