package dev.guanjia.server.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FingerprintsTest {

    private final Fingerprints fingerprints = new Fingerprints();

    @Test
    void orderAndSpacesDoNotCount() {
        assertThat(of("{\"b\": {\"y\": 1, \"x\": [2, 1]}, \"a\": \"t\"}"))
                .isEqualTo(of("{\"a\":\"t\",\"b\":{\"x\":[2,1],\"y\":1}}"));
    }

    @Test
    void everyOtherDifferenceCounts() {
        String one = of("{\"a\": 1}");
        assertThat(of("{\"a\": 2}")).isNotEqualTo(one);
        assertThat(of("{\"a\": \"1\"}")).isNotEqualTo(one);
        assertThat(of("{\"a\": 1.0}")).isNotEqualTo(one);
        assertThat(of("{\"a\": [1]}")).isNotEqualTo(one);
        assertThat(of("")).isNotEqualTo(one);
        assertThat(of("[1,2]")).isNotEqualTo(of("[2,1]"));
        assertThat(of("{\"a\": 0.1000000000000000055}")).isNotEqualTo(of("{\"a\": 0.1}"));
        assertThat(of("{\"a\": 1.10}")).isNotEqualTo(of("{\"a\": 1.1}"));
    }

    @Test
    void methodAndPathCount() {
        byte[] body = {};
        assertThat(fingerprints.of("POST", "/a", body))
                .isNotEqualTo(fingerprints.of("POST", "/b", body))
                .isNotEqualTo(fingerprints.of("PATCH", "/a", body));
    }

    @Test
    void whatIsNotJsonHasAFingerprintToo() {
        assertThat(of("{")).isEqualTo(of("{")).isNotEqualTo(of("{{"));
    }

    private String of(String body) {
        return fingerprints.of("POST", "/x", body.getBytes(StandardCharsets.UTF_8));
    }
}
