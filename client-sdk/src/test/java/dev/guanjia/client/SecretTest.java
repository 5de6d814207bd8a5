package dev.guanjia.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.guanjia.client.model.NewDutyFeed;
import dev.guanjia.client.model.StaffToken;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The token goes into one header and nowhere else. */
class SecretTest {
    private static final String SECRET = "hush-hush-4711";

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {200, 302, 401, 500})
    void noErrorShowsTheToken(int status) {
        try (TestServer server = new TestServer(TestServer.json(status, "<html>"))) {
            assertThat(trace(server, () -> SECRET)).isNotEmpty().doesNotContain(SECRET);
            assertThat(server.seen().get(0).header("Authorization")).contains(SECRET);
        }
    }

    @Test
    void noBrokenConnectionShowsTheToken() {
        try (TestServer server = new TestServer(TestServer.hangUp())) {
            assertThat(trace(server, () -> SECRET)).isNotEmpty().doesNotContain(SECRET);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\nX-Evil: 1", " ", "\u5f20"})
    void aTokenThatDoesNotFitAHeaderIsRefusedUnseen(String tail) {
        try (TestServer server = new TestServer(TestServer.json(200, "{}"))) {
            assertThat(trace(server, () -> SECRET + tail))
                    .contains("the token holds")
                    .doesNotContain(SECRET);
            assertThat(server.seen()).isEmpty();
        }
    }

    @Test
    void noTokenIsNotSent() {
        try (TestServer server = new TestServer(TestServer.json(200, "{}"))) {
            assertThat(trace(server, () -> "")).contains("gave no token");
            assertThat(server.seen()).isEmpty();
        }
    }

    @Test
    void theClientPrintsWithoutTheToken() {
        Guanjia guanjia = Guanjia.builder("http://localhost:8080").token(() -> SECRET).build();

        assertThat(guanjia.actingAs("CASHIER"))
                .hasToString(
                        "Guanjia[http://localhost:8080/v1,"
                                + " RequestHeaders[actingPost=CASHIER, language=null]]");
    }

    @Test
    void aTokenJustMadePrintsMasked() {
        assertThat(new StaffToken().label("desk").token(SECRET).toString())
                .contains("desk")
                .doesNotContain(SECRET);
    }

    @Test
    void theAddressOfAFeedPrintsMasked() {
        assertThat(new NewDutyFeed().label("phone").address("/v1/duty-feeds/" + SECRET).toString())
                .contains("phone")
                .doesNotContain(SECRET);
    }

    private static String trace(TestServer server, Supplier<String> token) {
        Guanjia guanjia = server.client().token(token).retryPolicy(RetryPolicy.none()).build();
        @Nullable Throwable thrown = catchThrowable(() -> guanjia.organisation().getCompany());
        StringWriter text = new StringWriter();
        if (thrown != null) {
            thrown.printStackTrace(new PrintWriter(text));
        }
        return text.toString();
    }
}
