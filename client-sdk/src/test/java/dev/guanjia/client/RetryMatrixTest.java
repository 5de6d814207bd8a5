package dev.guanjia.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which request is sent again after what: three attempts are allowed in every row. */
class RetryMatrixTest {
    private static final String TABLE =
            """
            method,  key, event,      attempts, why
            GET,     no,  503,        3, reading changes nothing
            HEAD,    no,  503,        3, reading changes nothing
            OPTIONS, no,  503,        3, reading changes nothing
            POST,    no,  503,        1, it may have happened
            PUT,     no,  503,        1, it may have happened
            PATCH,   no,  503,        1, it may have happened
            DELETE,  no,  503,        1, it may have happened
            POST,    yes, 503,        3, the key makes it one effect
            PUT,     yes, 503,        3, the key makes it one effect
            PATCH,   yes, 503,        3, the key makes it one effect
            DELETE,  yes, 503,        3, the key makes it one effect
            GET,     no,  408,        3, the request was too slow
            GET,     no,  429,        3, too many at once
            GET,     no,  502,        3, a proxy found no server
            GET,     no,  504,        3, a proxy waited in vain
            POST,    yes, 408,        3, the request was too slow
            POST,    yes, 429,        3, too many at once
            POST,    yes, 502,        3, a proxy found no server
            POST,    yes, 504,        3, a proxy waited in vain
            POST,    no,  408,        1, it may have happened
            POST,    no,  429,        1, it may have happened
            POST,    no,  502,        1, it may have happened
            POST,    no,  504,        1, it may have happened
            GET,     no,  200,        1, nothing to mend
            POST,    yes, 201,        1, nothing to mend
            GET,     no,  304,        1, nothing to mend
            GET,     no,  400,        1, time does not mend it
            POST,    yes, 400,        1, time does not mend it
            GET,     no,  401,        1, time does not mend it
            GET,     no,  403,        1, time does not mend it
            GET,     no,  404,        1, time does not mend it
            POST,    yes, 409,        1, a rule refused
            POST,    yes, in-flight,  3, the first request with this key still runs
            PATCH,   yes, 412,        1, time does not mend it
            POST,    yes, 422,        1, time does not mend it
            GET,     no,  500,        1, the server says it failed
            GET,     no,  501,        1, time does not mend it
            POST,    yes, 500,        1, the server says it failed
            GET,     no,  refused,    3, nobody listens yet
            POST,    yes, refused,    3, nobody listens yet
            POST,    no,  refused,    1, only requests with a key are sent again
            GET,     no,  hang-up,    3, the connection broke
            POST,    yes, hang-up,    3, the connection broke
            PATCH,   yes, hang-up,    3, the connection broke
            POST,    no,  hang-up,    1, it may have happened
            DELETE,  no,  hang-up,    1, it may have happened
            GET,     no,  half-body,  3, the connection broke in the middle
            POST,    yes, half-body,  3, the connection broke in the middle
            POST,    no,  half-body,  1, it has happened
            GET,     no,  silence,    3, no answer in time
            POST,    yes, silence,    3, no answer in time
            POST,    no,  silence,    1, it may have happened
            GET,     no,  stall,      3, no whole answer in time
            POST,    no,  stall,      1, it has happened
            """;

    private static final HttpClient WIRE = HttpClient.newHttpClient();

    private final FakeTiming timing = new FakeTiming();
    private final HttpClient client =
            new RetryingHttpClient(
                    WIRE,
                    new RetryPolicy(
                            3, Duration.ofMillis(10), Duration.ofSeconds(1), Duration.ofMinutes(1)),
                    timing);

    private record Row(String method, boolean key, String event, int attempts, String why) {
        HttpRequest request(String address) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(address + "/v1/payments"))
                            .timeout(Duration.ofMillis(endless() ? 150 : 30_000))
                            .method(method, HttpRequest.BodyPublishers.ofString("{}"));
            if (key) {
                request.header("Idempotency-Key", "key-1");
            }
            return request.build();
        }

        private boolean endless() {
            return event.equals("silence") || event.equals("stall");
        }

        /** What the caller gets at last: a status, or none where no answer came. */
        String last() {
            return event.equals("in-flight") ? "409" : event.matches("[0-9]+") ? event : "none";
        }

        TestServer.Act act() {
            return switch (event) {
                case "refused", "hang-up" -> TestServer.hangUp();
                case "half-body" -> TestServer.halfABody();
                case "silence" -> TestServer.silence();
                case "stall" -> TestServer.stall();
                case "in-flight" -> TestServer.problem(409, "idempotency-key-in-flight");
                default -> TestServer.json(Integer.parseInt(event), "");
            };
        }
    }

    static Stream<Row> rows() {
        return TABLE.lines()
                .skip(1)
                .map(line -> line.split(" *, *", 5))
                .map(c -> new Row(c[0], c[1].equals("yes"), c[2], Integer.parseInt(c[3]), c[4]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void sendTriesAsOftenAsTheTableSays(Row row) throws InterruptedException {
        check(row, play(row, client::send));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void sendAsyncTriesAsOftenAsTheTableSays(Row row) throws InterruptedException {
        check(row, play(row, this::async));
    }

    @Test
    void theTableIsReadWhole() {
        assertThat(rows()).hasSize(54);
    }

    private void check(Row row, int arrived) {
        assertThat(timing.pauses()).as(row.why()).hasSize(row.attempts() - 1);
        if (row.event().equals("hang-up") && row.method().equals("GET")) {
            // the JDK sends a GET again by itself when a connection ends before any answer
            assertThat(arrived).as(row.why()).isGreaterThanOrEqualTo(row.attempts());
        } else {
            int expected = row.event().equals("refused") ? 0 : row.attempts();
            assertThat(arrived).as(row.why()).isEqualTo(expected);
        }
    }

    /** How many requests arrived. */
    private static int play(Row row, Way way) throws InterruptedException {
        try (TestServer server = new TestServer(row.act())) {
            String address = row.event().equals("refused") ? nobody() : server.address();
            assertThat(last(row.request(address), way)).isEqualTo(row.last());
            return server.seen().size();
        }
    }

    private static String last(HttpRequest request, Way way) throws InterruptedException {
        try {
            return "" + way.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        } catch (IOException noAnswer) {
            return "none";
        }
    }

    private interface Way {
        HttpResponse<String> send(HttpRequest request, HttpResponse.BodyHandler<String> handler)
                throws IOException, InterruptedException;
    }

    private HttpResponse<String> async(
            HttpRequest request, HttpResponse.BodyHandler<String> handler)
            throws IOException, InterruptedException {
        try {
            return client.sendAsync(request, handler).get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private static String nobody() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return "http://127.0.0.1:" + socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
