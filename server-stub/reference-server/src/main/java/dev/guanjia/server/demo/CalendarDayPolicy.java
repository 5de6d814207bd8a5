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
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

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
        private int given;
        private Duration largest = Duration.ZERO;
        private String where = "-";
    }

    void compare(ServiceRequestRow row) {
        Compared so = byType.computeIfAbsent(row.type(), type -> new Compared());
        so.rows++;
        OffsetDateTime given = row.dates().target();
        if (given == null) {
            return;
        }
        so.given++;
        Integer allowed = days.get(row.type());
        if (allowed == null) {
            return;
        }
        Duration difference = Duration.between(due(row, allowed), given);
        if (difference.abs().compareTo(so.largest.abs()) > 0) {
            so.largest = difference;
            so.where = row.reference();
        }
    }

    private static OffsetDateTime due(ServiceRequestRow row, int allowed) {
        return row.dates()
                .opened()
                .atZoneSameInstant(CityTime.ZONE)
                .plusDays(allowed)
                .toOffsetDateTime();
    }

    void print(Console console) {
        byType.forEach(
                (type, so) -> {
                    Integer allowed = days.get(type);
                    String name = Console.plain(type);
                    if (allowed == null) {
                        console.say("policy.none", name, so.rows);
                    } else {
                        console.say(
                                "policy.days", name, allowed, so.given, text(so.largest), so.where);
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
