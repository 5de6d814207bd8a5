package dev.guanjia.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2024-05-31T16:00:00Z");

    @ParameterizedTest(name = "{3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            120                           | -                             | PT2M | seconds
            ' 7 '                         | -                             | PT7S | blanks around
            0                             | -                             | PT0S | at once
            Fri, 31 May 2024 16:00:05 GMT | -                             | PT5S | a date
            Fri, 31 May 2024 16:00:05 GMT | Fri, 31 May 2024 16:00:03 GMT | PT2S | server's clock
            Fri, 31 May 2024 16:00:05 GMT | some day                      | PT5S | no server's clock
            Fri, 31 May 2024 15:00:00 GMT | -                             | PT0S | a date gone by
            soon                          | -                             | -    | no date
            -1                            | -                             | -    | negative
            1.5                           | -                             | -    | no whole seconds
            99999999999                   | -                             | -    | beyond any sense
            -                             | -                             | -    | absent
            """)
    void isReadInBothForms(String retryAfter, String date, String expected, String why) {
        HttpHeaders headers =
                HttpHeaders.of(
                        Map.of("retry-after", values(retryAfter), "date", values(date)),
                        (name, value) -> true);

        assertThat(RetryAfter.read(headers, NOW).map(Duration::toString).orElse("-"))
                .as(why)
                .isEqualTo(expected);
    }

    private static List<String> values(String text) {
        return text.equals("-") ? List.of() : List.of(text);
    }
}
