package dev.guanjia.security.shift;

import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** How long things last at most at a station: the rows of {@code shift-limits.csv}. */
final class ShiftLimits {

    static final List<String> COLUMNS = List.of("id", "zh", "en", "minutes", "from", "source");
    private static final Map<String, Duration> ROWS =
            read(Table.of(ShiftLimits.class, "shift-limits.csv", COLUMNS));

    /** How long a guard stays away at most where the station does not say otherwise. */
    static final Duration SHORT_ABSENCE = get("short-absence");

    /** How long a turn of the roster lasts at most. */
    static final Duration LONGEST_TURN = get("turn");

    private ShiftLimits() {}

    /**
     * Each limit has one row: it holds on every day, so that a second one from a later day would
     * say nothing.
     */
    static Map<String, Duration> read(Table table) {
        Map<String, Duration> limits = new TreeMap<>();
        table.unique("id")
                .map(row -> Map.entry(row.required("id"), minutes(row)))
                .forEach(limit -> limits.put(limit.getKey(), limit.getValue()));
        return limits;
    }

    private static Duration minutes(Row row) {
        row.label();
        row.from();
        row.required("source");
        return row.as("minutes", text -> Duration.ofMinutes(Long.parseLong(text)));
    }

    private static Duration get(String id) {
        return Objects.requireNonNull(ROWS.get(id), id);
    }
}
