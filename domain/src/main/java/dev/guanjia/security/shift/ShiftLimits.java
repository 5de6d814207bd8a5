package dev.guanjia.security.shift;

import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import java.time.Duration;
import java.util.List;

/** How long things last at most at a station: the rows of {@code shift-limits.csv}. */
final class ShiftLimits {

    private static final List<String> COLUMNS =
            List.of("id", "zh", "en", "minutes", "from", "source");
    private static final List<Row> ROWS =
            Table.of(ShiftLimits.class, "shift-limits.csv", COLUMNS).rows();

    /** How long a guard stays away at most where the station does not say otherwise. */
    static final Duration SHORT_ABSENCE = minutes("short-absence");

    /** How long a turn of the roster lasts at most. */
    static final Duration LONGEST_TURN = minutes("turn");

    private ShiftLimits() {}

    private static Duration minutes(String id) {
        return ROWS.stream()
                .filter(row -> row.text("id").equals(id))
                .map(row -> row.as("minutes", text -> Duration.ofMinutes(Long.parseLong(text))))
                .findFirst()
                .orElseThrow();
    }
}
