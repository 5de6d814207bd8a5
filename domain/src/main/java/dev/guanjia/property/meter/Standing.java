package dev.guanjia.property.meter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The readings that count: those that no other stands in for. */
final class Standing {

    private final Set<ReadingId> seen = new HashSet<>();
    private final Map<ReadingId, Reading> standing = new TreeMap<>();

    private Standing() {}

    /** In the order given; throws where a correction does not follow what it corrects. */
    static List<Reading> of(List<Reading> readings) {
        Standing all = new Standing();
        readings.forEach(all::add);
        List<Reading> left = new ArrayList<>(readings);
        left.removeIf(reading -> !all.standing.containsKey(reading.id()));
        return List.copyOf(left);
    }

    private void add(Reading reading) {
        ReadingId corrects = reading.corrects();
        if (corrects != null) {
            replace(corrects, reading);
        }
        if (!seen.add(reading.id())) {
            throw new IllegalArgumentException("reading is given twice: " + reading);
        }
        standing.put(reading.id(), reading);
    }

    private void replace(ReadingId corrects, Reading reading) {
        Reading old = standing.remove(corrects);
        if (old == null || !old.readOn().equals(reading.readOn())) {
            throw new IllegalArgumentException("corrects no reading of its day: " + reading);
        }
    }
}
