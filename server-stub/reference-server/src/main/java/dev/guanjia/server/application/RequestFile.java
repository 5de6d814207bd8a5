package dev.guanjia.server.application;

import dev.guanjia.server.application.Told.Classed;
import dev.guanjia.server.application.Told.Place;
import dev.guanjia.server.application.Told.Reached;
import dev.guanjia.server.application.Told.Who;
import dev.guanjia.server.application.Told.Words;
import dev.guanjia.server.problem.FieldCode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a file of requests; what is wrong is noted with its row and column. */
final class RequestFile {

    private static final int MOST_ROWS = 1000;
    private static final int MOST_NEEDS = 10;
    private static final String BETWEEN = ";";
    private static final Pattern CHANNEL = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
    private static final List<String> REQUIRED =
            List.of("source_reference", "kind", "community_id", "title", "channel", "received_at");

    /** How long the texts of a column may be. */
    private static final Map<String, Integer> COLUMNS =
            Map.ofEntries(
                    Map.entry("source_reference", 128),
                    Map.entry("kind", 64),
                    Map.entry("community_id", 35),
                    Map.entry("unit_id", 35),
                    Map.entry("building_id", 35),
                    Map.entry("area", 100),
                    Map.entry("needs", 700),
                    Map.entry("title", 200),
                    Map.entry("description", 4000),
                    Map.entry("channel", 64),
                    Map.entry("received_at", 64),
                    Map.entry("due_at", 64),
                    Map.entry("severity", 64),
                    Map.entry("place_kind", 64),
                    Map.entry("customer_class", 64),
                    Map.entry("requester_name", 100),
                    Map.entry("requester_phone", 50));

    private final Given given;
    private final CsvTable table;

    RequestFile(Given given) {
        this.given = given;
        this.table =
                new CsvTable(given, COLUMNS, REQUIRED, MOST_ROWS)
                        .check("needs", this::isListOfNeeds)
                        .check("channel", this::isChannel)
                        .check("received_at", this::isMoment)
                        .check("due_at", this::isMoment);
    }

    /**
     * A row that could be read.
     *
     * @param number 1 for the first after the header
     * @param told what it tells
     * @param content all that it says, to tell another version of it
     */
    record Line(int number, Told told, String content) {

        String at() {
            return "/rows/" + number;
        }

        String reference() {
            return String.valueOf(told.reached().reference());
        }
    }

    /** The rows that could be read; all of them, if nothing is noted. */
    List<Line> read(String text) {
        return table.read(text).stream().map(row -> line(row.number(), row.cells())).toList();
    }

    private static Line line(int number, Map<String, String> row) {
        Told told =
                new Told(
                        row.getOrDefault("kind", ""),
                        new Place(
                                row.getOrDefault("community_id", ""),
                                row.get("unit_id"),
                                row.get("building_id"),
                                row.get("area")),
                        new Words(row.getOrDefault("title", ""), row.get("description")),
                        new Classed(
                                row.get("severity"),
                                row.get("place_kind"),
                                needs(row.get("needs"))),
                        new Reached(
                                row.getOrDefault("channel", ""),
                                moment(row.getOrDefault("received_at", "")),
                                row.get("source_reference"),
                                who(row)),
                        Optional.ofNullable(row.get("due_at"))
                                .map(RequestFile::moment)
                                .orElse(null));
        return new Line(number, told, row.toString());
    }

    private static List<String> needs(@Nullable String cell) {
        return cell == null
                ? List.of()
                : Arrays.stream(cell.split(BETWEEN, -1)).map(String::strip).toList();
    }

    private static @Nullable Who who(Map<String, String> row) {
        String name = row.get("requester_name");
        String phone = row.get("requester_phone");
        String as = row.get("customer_class");
        boolean nobody = as == null && name == null && phone == null;
        return nobody ? null : new Who(as == null ? "OCCUPANT" : as, null, name, phone);
    }

    private boolean isListOfNeeds(String at, String cell) {
        boolean fits = needs(cell).size() <= MOST_NEEDS;
        if (!fits) {
            Map<String, String> facts = Map.of("least", "1", "most", String.valueOf(MOST_NEEDS));
            given.faults().add(at, FieldCode.WRONG_LENGTH, facts);
        }
        return fits;
    }

    private boolean isChannel(String at, String cell) {
        boolean fits = CHANNEL.matcher(cell).matches();
        if (!fits) {
            given.wrong(at, FieldCode.WRONG_FORMAT, "expected", "PHONE");
        }
        return fits;
    }

    private boolean isMoment(String at, String cell) {
        try {
            moment(cell);
            return true;
        } catch (DateTimeParseException other) {
            given.wrong(at, FieldCode.WRONG_FORMAT, "expected", "2024-05-20T08:50:00+08:00");
            return false;
        }
    }

    private static Instant moment(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
