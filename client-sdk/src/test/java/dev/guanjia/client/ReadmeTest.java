package dev.guanjia.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.client.example.TakePayment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Path MODULE =
            Path.of(System.getProperty("guanjia.root", ".."), "client-sdk");

    @Test
    void theProgramOfTheReadmeIsTheOneThatIsCompiled() throws IOException {
        String readme = Files.readString(MODULE.resolve("README.md"));
        String program =
                Files.readString(
                        MODULE.resolve(
                                "src/test/java/dev/guanjia/client/example/TakePayment.java"));

        assertThat(readme).contains("```java\n" + program + "```\n");
        assertThat(program.lines().count()).isLessThan(25);
    }

    @Test
    void theProgramOfTheReadmeTakesAPayment() {
        String payment = "{\"id\":\"pm_01J8ZQ4K7N\",\"receipt_no\":\"2024-000017\"}";
        try (TestServer server = new TestServer(TestServer.json(201, payment))) {
            assertThat(printed(server)).isEqualTo("receipt 2024-000017");

            TestServer.Seen seen = server.seen().get(0);
            assertThat(seen.target()).isEqualTo("/v1/payments");
            assertThat(seen.header("Acting-Post")).isEqualTo("CASHIER");
            assertThat(seen.header("Idempotency-Key")).hasSize(64);
            assertThat(seen.body())
                    .contains("\"amount\":{\"amount\":\"286.20\",\"currency\":\"CNY\"}")
                    .contains("\"paid_on\":\"2024-06-03\"");
        }
    }

    @Test
    void theProgramOfTheReadmeSaysWhyItWasRefused() {
        String problem =
                "{\"code\":\"period-closed\",\"title\":\"T\",\"status\":409,\"reasons\":"
                        + "[{\"code\":\"period-closed\",\"message\":\"closed\",\"facts\":{}}]}";
        try (TestServer server =
                new TestServer(TestServer.answer(409, "application/problem+json", problem))) {
            assertThat(printed(server)).isEqualTo("closed");
        }
    }

    private static String printed(TestServer server) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            TakePayment.main(new String[] {server.address(), "token"});
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }
}
