package dev.guanjia.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CityTimeTest {

    @ParameterizedTest(name = "{3}")
    @CsvSource(
            textBlock =
                    """
                    01/31/2015 12:27:13 AM, , 2015-01-31T00:27:13-05:00, winter
                    07/31/2015 12:27:13 PM, , 2015-07-31T12:27:13-04:00, summer
                    07/31/2015 12:27:13 pm, , 2015-07-31T12:27:13-04:00, small letters
                    03/08/2015 02:30:00 AM, , 2015-03-08T03:30:00-04:00, no such hour
                    11/01/2015 01:10:00 AM, , 2015-11-01T01:10-04:00, the first of two
                    11/01/2015 01:10:00 AM, 2015-11-01T01:10-04:00, 2015-11-01T01:10-04:00, first
                    11/01/2015 01:10:00 AM, 2015-11-01T01:50-04:00, 2015-11-01T01:10-05:00, second
                    11/01/2015 01:10:00 AM, 2015-11-01T03:00-05:00, 2015-11-01T01:10-04:00, neither
                    """)
    void localTimesAreInstants(
            String printed, @Nullable OffsetDateTime follows, OffsetDateTime expected, String why) {
        assertThat(CityTime.read(printed, follows)).as(why).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "02/29/2015 10:00:00 AM",
                "13/01/2015 10:00:00 AM",
                "01/01/2015 13:00:00 PM",
                "01/01/2015 10:00:00",
                "2015-01-01 10:00:00",
                "01/01/15 10:00:00 AM"
            })
    void otherTimesAreRefused(String printed) {
        assertThatThrownBy(() -> CityTime.read(printed, null))
                .isInstanceOf(DateTimeParseException.class);
    }
}
