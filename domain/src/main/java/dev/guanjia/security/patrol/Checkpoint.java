package dev.guanjia.security.patrol;

import dev.guanjia.decision.Identifier;
import dev.guanjia.decision.Refusal;
import dev.guanjia.property.BuildingId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A place on a route.
 *
 * @param id its key on the route
 * @param area the area it belongs to, as the plan counts areas, e.g. {@code garage}
 * @param place where it is, not blank
 * @param building the building it is in; empty outside, or where nobody said
 * @param within how long after the round begins it is reached at the latest, more than zero
 * @param items what is looked at there, each key once; none where passing by is enough
 */
public record Checkpoint(
        String id,
        String area,
        String place,
        Optional<BuildingId> building,
        Duration within,
        List<CheckItem> items) {

    /** Copies the items. */
    public Checkpoint {
        Identifier.require("checkpoint id", id);
        items = List.copyOf(items);
        if (area.isBlank() || place.isBlank() || within.isNegative() || within.isZero()) {
            throw new IllegalArgumentException(
                    "checkpoint needs area, place and time: " + id + " " + within);
        }
        if (new TreeSet<>(items.stream().map(CheckItem::id).toList()).size() != items.size()) {
            throw new IllegalArgumentException("checkpoint repeats an item: " + id);
        }
    }

    Optional<CheckItem> item(String item) {
        return items.stream().filter(found -> found.id().equals(item)).findFirst();
    }

    /** What is wrong with the answers: every item is asked once and answered in its kind. */
    List<Refusal> faults(List<Reading> readings) {
        List<Refusal> faults = new ArrayList<>();
        for (Reading reading : readings) {
            if (item(reading.item()).isEmpty()) {
                faults.add(
                        PatrolRefusal.ITEM_UNKNOWN.because(
                                "checkpoint", id, "item", reading.item()));
            }
        }
        for (CheckItem item : items) {
            faults.addAll(faults(item, readings));
        }
        return faults;
    }

    private List<Refusal> faults(CheckItem item, List<Reading> readings) {
        List<Reading> own =
                readings.stream().filter(reading -> reading.item().equals(item.id())).toList();
        if (own.isEmpty()) {
            return List.of(PatrolRefusal.ITEM_MISSING.because("checkpoint", id, "item", item.id()));
        }
        return own.stream()
                .filter(reading -> !item.isAnsweredBy(reading))
                .map(
                        reading ->
                                PatrolRefusal.WRONG_READING.because(
                                        "item", item.id(), "expected", item.kind().name()))
                .toList();
    }
}
