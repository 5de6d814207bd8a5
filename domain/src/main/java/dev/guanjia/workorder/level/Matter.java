package dev.guanjia.workorder.level;

import dev.guanjia.workorder.lifecycle.CustomerClass;
import dev.guanjia.workorder.lifecycle.PlaceKind;
import dev.guanjia.workorder.lifecycle.Severity;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a work order is about, as far as its time limits depend on it; in a row, what the row is
 * for. Limits are set per kind (06 A-60), so the kind is always named.
 *
 * @param kind its kind
 * @param severity null in a row for any; null of an order if unknown: only rows for any match
 * @param place as the severity
 * @param customer as the severity
 */
public record Matter(
        WorkOrderKind kind,
        @Nullable Severity severity,
        @Nullable PlaceKind place,
        @Nullable CustomerClass customer) {

    /**
     * A kind of which nothing else is said.
     *
     * @param kind the kind
     * @return the matter
     */
    public static Matter of(WorkOrderKind kind) {
        return new Matter(kind, null, null, null);
    }

    boolean includes(Matter other) {
        return kind == other.kind
                && (severity == null || severity == other.severity)
                && (place == null || place == other.place)
                && (customer == null || customer == other.customer);
    }

    /**
     * First how many criteria it names; of as many, severity weighs most, then the place. Two rows
     * that include one matter never weigh the same unless they name the same.
     */
    int weight() {
        int named = (severity == null ? 0 : 4) + (place == null ? 0 : 2);
        named += customer == null ? 0 : 1;
        return 8 * Integer.bitCount(named) + named;
    }

    /** {@code COMPLAINT MAJOR COMMON_AREA OWNER}, without what is not said. */
    @Override
    public String toString() {
        return Stream.of(kind, severity, place, customer)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }
}
