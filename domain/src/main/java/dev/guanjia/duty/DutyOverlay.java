package dev.guanjia.duty;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Applies a vendor's rows to the versions of a catalogue, one after the other. */
final class DutyOverlay {

    private final DutyKeys keys;
    private final Map<DutyId, List<Duty>> versions = new LinkedHashMap<>();

    DutyOverlay(DutyKeys keys, List<Duty> before) {
        this.keys = keys;
        before.forEach(this::append);
    }

    List<Duty> versions() {
        return versions.values().stream().flatMap(List::stream).toList();
    }

    /** The operation of a row; what it left behind is the duty's last version. */
    Duty apply(Row row) {
        return switch (row.as("op", Operation::parse)) {
            case ADD -> add(row, Duty.read(row, keys));
            case CHANGE -> change(row, Duty.read(row, keys));
            case RETIRE -> retire(row);
        };
    }

    private Duty add(Row row, Duty added) {
        List<Duty> before = of(added.id());
        if (!before.isEmpty()) {
            Duty last = before.get(before.size() - 1);
            LocalDate from = added.origin().from();
            if (last.origin().until().map(from::isBefore).orElse(true)) {
                throw fault(row, "id", "is already there from " + last.origin().from());
            }
        }
        append(added);
        return added;
    }

    private Duty change(Row row, Duty changed) {
        end(row, changed.id(), changed.origin().from());
        append(changed);
        return changed;
    }

    private Duty retire(Row row) {
        row.required("source");
        return end(row, row.as("id", DutyId::new), row.from());
    }

    private Duty end(Row row, DutyId id, LocalDate day) {
        List<Duty> all = of(id);
        if (all.isEmpty() || all.get(all.size() - 1).origin().until().isPresent()) {
            throw fault(row, "id", "is not in force: " + id);
        }
        Duty last = all.get(all.size() - 1);
        if (!day.isAfter(last.origin().from())) {
            String message = "must be after " + last.origin().from() + ": " + day;
            throw fault(row, "from", message);
        }
        Duty ended = last.until(day);
        all.set(all.size() - 1, ended);
        return ended;
    }

    private List<Duty> of(DutyId id) {
        return versions.getOrDefault(id, new ArrayList<>());
    }

    private void append(Duty duty) {
        versions.computeIfAbsent(duty.id(), id -> new ArrayList<>()).add(duty);
    }

    private static CatalogueException fault(Row row, String column, String message) {
        return new CatalogueException(List.of(row.fault(column, message)));
    }

    private enum Operation {
        ADD,
        CHANGE,
        RETIRE;

        static Operation parse(String text) {
            return switch (text) {
                case "add" -> ADD;
                case "change" -> CHANGE;
                case "retire" -> RETIRE;
                default ->
                        throw new IllegalArgumentException(
                                "must be add, change or retire: " + text);
            };
        }
    }
}
