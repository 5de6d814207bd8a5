package dev.guanjia.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words after {@code demo}. */
class DemoOptionsTest {

    private static final String AS_OF = "2016-01-13T05:00:00Z";

    @Test
    void withoutWordsItIsTheMonthInEnglishThatGoesOn() {
        assertThat(DemoOptions.parse())
                .isEqualTo(new DemoOptions(false, false, List.of(), null, null));
    }

    @Test
    void everyFileOfRequestsIsKeptInItsPlace() {
        DemoOptions options =
                DemoOptions.parse(
                        "--service-requests",
                        "b.csv",
                        "--exit",
                        "--as-of",
                        AS_OF,
                        "--service-requests",
                        "a.csv",
                        "--service-requests",
                        "c.csv");
        assertThat(options.serviceRequests())
                .containsExactly(Path.of("b.csv"), Path.of("a.csv"), Path.of("c.csv"));
        assertThat(options.asOf()).isEqualTo(Instant.parse(AS_OF));
        assertThat(options.exit()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "--service-requests a.csv, go together",
        "--as-of 2016-01-13T05:00:00Z, go together",
        "--service-requests, --service-requests needs a value",
        "--files a.csv, demo does not know --files"
    })
    void whatDoesNotFitIsNamed(String words, String why) {
        assertThatThrownBy(() -> DemoOptions.parse(words.split(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
