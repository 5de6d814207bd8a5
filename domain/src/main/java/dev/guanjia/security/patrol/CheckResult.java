package dev.guanjia.security.patrol;

import dev.guanjia.organisation.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/**
 * What was found at a checkpoint.
 *
 * @param checkpoint which one
 * @param by who was there
 * @param at when
 * @param readings one per item of the checkpoint, in any order
 */
public record CheckResult(String checkpoint, StaffId by, Instant at, List<Reading> readings) {

    /** Copies; nobody answers an item twice. */
    public CheckResult {
        readings = List.copyOf(readings);
        if (new TreeSet<>(readings.stream().map(Reading::item).toList()).size()
                != readings.size()) {
            throw new IllegalArgumentException("answers an item twice: " + checkpoint);
        }
    }
}
