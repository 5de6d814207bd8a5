package dev.guanjia.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuanjiaTest {
    @Test
    void oneAnswerTakesOneLine() {
        try (TestServer server = new TestServer(TestServer.json(200, TestServer.STAFF))) {
            Guanjia guanjia = server.client().build();

            assertThat(guanjia.organisation().getStaff("sf_00000001").getStaffNo())
                    .isEqualTo("S0001");
            assertThat(server.seen().get(0).target()).isEqualTo("/v1/staff/sf_00000001");
        }
    }

    @Test
    void everyGroupOfOperationsHasAnAccessor() throws IOException {
        Path classes = Path.of("target/generated-sources/openapi/src/main/java/dev/guanjia/client");
        Path root = Path.of(System.getProperty("guanjia.root", ".."), "client-sdk");
        List<String> groups;
        try (Stream<Path> files = Files.list(root.resolve(classes).resolve("generated/api"))) {
            groups =
                    files.map(file -> file.getFileName().toString().replace(".java", ""))
                            .filter(name -> name.endsWith("Api"))
                            .toList();
        }

        assertThat(groups).isNotEmpty();
        assertThat(Arrays.stream(Guanjia.class.getMethods()).map(m -> m.getReturnType()))
                .extracting(Class::getSimpleName)
                .containsAll(groups);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            textBlock =
                    """
                    http://localhost:8080,       http://localhost:8080/v1
                    http://localhost:8080/,      http://localhost:8080/v1
                    http://localhost:8080//,     http://localhost:8080/v1
                    http://localhost:8080/v1,    http://localhost:8080/v1
                    http://localhost:8080/v1/,   http://localhost:8080/v1
                    https://example.com/guanjia, https://example.com/guanjia/v1
                    https://example.com/v10,     https://example.com/v10/v1
                    http://[::1]:8080,           http://[::1]:8080/v1
                    """)
    void theVersionIsAddedOnce(String address, String base) {
        assertThat(BaseAddress.of(address)).isEqualTo(base);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:8080",
                "ftp://example.com",
                "/v1",
                "http://my_server:8080",
                "http://user:word@example.com",
                "http://example.com?x=1",
                "http://example.com#x",
                "http://exa mple.com"
            })
    void whatIsNoAddressIsRefused(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> Guanjia.builder(address));
    }

    @Test
    void theHeadersSayWhoAsksForWhom() {
        try (TestServer server = new TestServer(TestServer.json(200, TestServer.STAFF))) {
            Guanjia plain = server.client().application("cash-desk", "2.1").build();
            Guanjia supervisor = plain.actingAs("CS_SUPERVISOR").in(Language.ZH);

            plain.organisation().getCompany();
            supervisor.organisation().getCompany();
            supervisor.in(Language.EN).actingAs("CASHIER").organisation().getCompany();

            assertThat(server.seen())
                    .extracting(s -> s.header("Acting-Post") + " " + s.header("Accept-Language"))
                    .containsExactly("null null", "CS_SUPERVISOR zh-CN", "CASHIER en");
            assertThat(server.seen())
                    .extracting(seen -> seen.header("Authorization"))
                    .containsOnly("Bearer secret-token-1");
            assertThat(server.seen().get(0).header("User-Agent"))
                    .isEqualTo(
                            "guanjia-java/%s Java/%d cash-desk/2.1"
                                    .formatted(Guanjia.version(), Runtime.version().feature()));
        }
    }

    @Test
    void theBuilderSetsPostAndLanguageToo() {
        try (TestServer server = new TestServer(TestServer.json(200, TestServer.STAFF))) {
            server.client()
                    .actingAs("CASHIER")
                    .language(Language.EN)
                    .build()
                    .organisation()
                    .getCompany();

            assertThat(server.seen().get(0).header("Acting-Post")).isEqualTo("CASHIER");
            assertThat(server.seen().get(0).header("Accept-Language")).isEqualTo("en");
        }
    }

    @Test
    void theVersionComesFromTheBuild() {
        assertThat(Guanjia.version()).matches("[0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?");
    }

    @Test
    void anHttpClientOfOnesOwnIsUsed() {
        HttpClient own =
                HttpClient.newBuilder()
                        .proxy(
                                java.net.ProxySelector.of(
                                        new java.net.InetSocketAddress("127.0.0.1", 1)))
                        .build();
        try (TestServer server = new TestServer(TestServer.json(200, TestServer.STAFF))) {
            Guanjia guanjia =
                    server.client().httpClient(own).retryPolicy(RetryPolicy.none()).build();

            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> guanjia.organisation().getCompany())
                    .isInstanceOf(TransportException.class);
            assertThat(server.seen()).isEmpty();
        }
    }

    @Test
    void whatContradictsItselfIsNotBuilt() {
        GuanjiaBuilder builder = Guanjia.builder("http://localhost");

        assertThatIllegalStateException().isThrownBy(builder::build);
        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                builder.token(() -> "t")
                                        .httpClient(HttpClient.newHttpClient())
                                        .connectTimeout(Duration.ofSeconds(1))
                                        .build());
        assertThatIllegalArgumentException().isThrownBy(() -> builder.actingAs("A\r\nX-Evil: 1"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.application("a b", "1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.requestTimeout(Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.connectTimeout(Duration.ofSeconds(-1)));
    }
}
