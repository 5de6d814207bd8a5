package dev.guanjia.server.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openapitools.jackson.nullable.JsonNullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class StrictJsonTest {

    private final JsonMapper mapper = mapper();

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder();
        StrictJson.apply(builder);
        return builder.build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1700000000",
                "1700000000.5",
                "\"1700000000\"",
                "\"2024-01-01\"",
                "\"2024-01-01T08:00:00\"",
                "\"2024-01-01T08:00:00+0800\"",
                "\"2024-13-01T08:00:00Z\"",
                "\"+12024-01-01T08:00:00Z\"",
                "[2024, 1, 1]",
                "true"
            })
    void anInstantCarriesItsOffset(String json) {
        assertThatThrownBy(() -> mapper.readValue(json, OffsetDateTime.class))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void theInstantIsKeptWhateverTheOffset() {
        OffsetDateTime at =
                mapper.readValue("\"2024-01-01T08:00:00.5+08:00\"", OffsetDateTime.class);
        assertThat(at.toInstant()).isEqualTo(Instant.parse("2024-01-01T00:00:00.5Z"));
        assertThat(mapper.readValue("\"2024-02-29\"", LocalDate.class)).isEqualTo("2024-02-29");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1.0", "\"1\"", "true", "null", "12345678901"})
    void aWholeNumberIsAWholeNumber(String json) {
        assertThatThrownBy(() -> mapper.readValue("{\"n\": " + json + "}", Holder.class))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void recordsOfOurOwnCanStillBeRead() {
        assertThat(mapper.readValue("{\"n\": 3}", Holder.class)).isEqualTo(new Holder(3));
        assertThat(mapper.writeValueAsString(Map.of("n", 3))).isEqualTo("{\"n\":3}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\" \"", "\"\\u0000\"", "\"2024-02-30\"", "20240201"})
    void aDayThatMayBeClearedIsADayOrNull(String json) {
        assertThatThrownBy(() -> mapper.readValue("{\"day\": " + json + "}", Change.class))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void whatMayBeClearedIsGivenClearedOrLeft() {
        assertThat(mapper.readValue("{\"day\": \"2024-02-29\"}", Change.class).day)
                .isEqualTo(JsonNullable.of(LocalDate.of(2024, 2, 29)));
        assertThat(mapper.readValue("{\"day\": null, \"text\": \" \"}", Change.class).day)
                .isEqualTo(JsonNullable.of(null));
        Change left = mapper.readValue("{\"text\": \" \"}", Change.class);
        assertThat(left.day).isEqualTo(JsonNullable.undefined());
        assertThat(left.text).isEqualTo(JsonNullable.of(" "));
    }

    private record Holder(Integer n) {}

    static final class Change {
        public JsonNullable<LocalDate> day = JsonNullable.undefined();
        public JsonNullable<String> text = JsonNullable.undefined();
    }
}
