package dev.guanjia.server.demo;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cells of one row; what is wrong with them is noted. */
final class RequestCells {

    private final Map<String, String> byColumn;
    private final Console console;
    private final List<String> faults = new ArrayList<>();

    RequestCells(Map<String, String> byColumn, Console console) {
        this.byColumn = byColumn;
        this.console = console;
    }

    /** What is wrong so far. */
    List<String> faults() {
        return faults;
    }

    /** A text, perhaps an empty one. */
    String text(String column) {
        return byColumn.getOrDefault(column, "").strip();
    }

    /** A text that must be there. */
    String required(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            faults.add(console.text("requests.cell.empty", column));
        }
        return text;
    }

    /** A time; empty if the cell is, and if it says no time. */
    Optional<OffsetDateTime> time(String column, @Nullable OffsetDateTime follows) {
        String text = text(column);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(CityTime.read(text, follows));
        } catch (DateTimeParseException other) {
            faults.add(
                    console.text(
                            "requests.cell.time", column, CityTime.EXAMPLE, Console.plain(text)));
            return Optional.empty();
        }
    }
}
