package dev.guanjia.server.demo;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Computes when requests would be due if so many calendar days were allowed by type, at the same
 * time of the day whatever the clocks did in between, and how far the given due times are from it.
 */
final class CalendarDayPolicy {

    private static final String FILE = "service-request-days.csv";

    private final Map<String, Integer> days = new TreeMap<>();
    private final Map<String, Compared> byType = new TreeMap<>();

    CalendarDayPolicy() {
        try (Reader text =
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        CalendarDayPolicy.class.getResourceAsStream(FILE), FILE),
                                StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder()
                                .commentStrategy(CommentStrategy.SKIP)
                                .ofNamedCsvRecord(text)) {
            rows.forEach(
                    row -> days.put(row.getField("type"), Integer.valueOf(row.getField("days"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The given due times of a type beside ours. */
    private static final class Compared {
        private int rows;
        private Duration largest = Duration.ZERO;
        private String where = "-";
    }

    void compare(ServiceRequestRow row) {
        Instant given = row.target();
        if (given == null) {
            return;
        }
        Compared so = byType.computeIfAbsent(row.title(), type -> new Compared());
        so.rows++;
        Instant ours = due(row);
        if (ours == null) {
            return;
        }
        Duration difference = Duration.between(ours, given);
        if (difference.abs().compareTo(so.largest.abs()) > 0) {
            so.largest = difference;
            so.where = row.reference();
        }
    }

    private @Nullable Instant due(ServiceRequestRow row) {
        Integer allowed = days.get(row.title());
        return allowed == null
                ? null
                : row.opened().atZone(ServiceRequestRow.ZONE).plusDays(allowed).toInstant();
    }

    void print(Console console) {
        byType.forEach(
                (type, so) -> {
                    Integer allowed = days.get(type);
                    if (allowed == null) {
                        console.say("policy.none", type, so.rows);
                    } else {
                        console.say(
                                "policy.days", type, allowed, so.rows, text(so.largest), so.where);
                    }
                });
    }

    private static String text(Duration difference) {
        Duration size = difference.abs();
        String sign = difference.isNegative() ? "-" : "+";
        return "%s%d d %02d:%02d:%02d"
                .formatted(
                        sign,
                        size.toDays(),
                        size.toHoursPart(),
                        size.toMinutesPart(),
                        size.toSecondsPart());
    }
}
