package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

class OperationTest {

    private final RunningServer server = RunningServer.shared();

    @Test
    void healthIsForEverybody() {
        Reply reply = server.asNobody().send("GET", "/actuator/health", null).expect(200);
        assertThat(reply.text("/status")).isEqualTo("UP");
        server.asNobody().send("GET", "/actuator/health/readiness", null).expect(200);
    }

    @Test
    void metricsAreForTheAdministrator() {
        server.asNobody()
                .send("GET", "/actuator/metrics", null)
                .expectProblem(401, "unauthenticated");
        server.holding("CASHIER")
                .send("GET", "/actuator/metrics", null)
                .expectProblem(404, "not-found");
        Api administrator = server.asAdministrator();
        administrator.send("GET", "/actuator/metrics/jvm.memory.used", null).expect(200);
        assertThat(administrator.send("GET", "/actuator/prometheus", null).expect(200).body())
                .contains("http_server_requests_seconds_count");
    }

    @Test
    void theDocumentAndItsPagesAreForEverybody() {
        Api anybody = server.asNobody();
        assertThat(anybody.send("GET", "/", null).expect(200).body()).contains("swagger-ui-bundle");
        anybody.send("GET", "/pages/swagger-ui-bundle.js", null).expect(200);
        anybody.send("GET", "/api-pages.js", null).expect(200);
        assertThat(anybody.send("GET", "/openapi.yaml", null).expect(200).body())
                .contains("openapi: 3.0.3");
    }

    @Test
    void theLogNamesThePathsTemplateAndNoSecret() {
        Logger log = (Logger) LoggerFactory.getLogger("dev.guanjia.server.requests");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        Level before = log.getLevel();
        log.setLevel(Level.INFO);
        log.addAppender(lines);
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        try {
            server.asAdministrator()
                    .with("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                    .get("/staff/sf_00000000?x=y")
                    .expect(404);
        } finally {
            log.detachAppender(lines);
            log.setLevel(before);
        }
        List<ILoggingEvent> mine =
                lines.list.stream()
                        .filter(e -> trace.equals(e.getMDCPropertyMap().get("trace_id")))
                        .toList();
        assertThat(mine).hasSize(1);
        List<KeyValuePair> pairs = mine.get(0).getKeyValuePairs();
        assertThat(pairs)
                .extracting(pair -> pair.key + "=" + pair.value)
                .contains("method=GET", "path=/v1/staff/{staffId}", "status=404")
                .noneMatch(text -> text.contains("sf_0000") || text.contains("Bearer"));
    }
}
