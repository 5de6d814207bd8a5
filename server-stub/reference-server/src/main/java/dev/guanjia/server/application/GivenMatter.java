package dev.guanjia.server.application;

import dev.guanjia.workorder.level.Matter;
import dev.guanjia.workorder.level.ServiceGoal;
import dev.guanjia.workorder.lifecycle.CustomerClass;
import dev.guanjia.workorder.lifecycle.PlaceKind;
import dev.guanjia.workorder.lifecycle.Severity;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a row or a question is about, as a caller gives it.
 *
 * @param kind the kind
 * @param severity null when it is not said
 * @param place null when it is not said
 * @param customer null when it is not said
 */
public record GivenMatter(
        String kind, @Nullable String severity, @Nullable String place, @Nullable String customer) {

    /** As the domain knows it; empty if something does not fit. */
    Optional<Matter> read(Given given) {
        Optional<WorkOrderKind> known = given.known("/kind", kind, WorkOrderKind.class);
        Severity harm = known(given, "/severity", severity, Severity.class);
        PlaceKind where = known(given, "/place_kind", place, PlaceKind.class);
        CustomerClass who = known(given, "/customer_class", customer, CustomerClass.class);
        return known.map(is -> new Matter(is, harm, where, who));
    }

    /** The goal of a row; the resolution if it is not said. */
    static Optional<ServiceGoal> goal(Given given, @Nullable String goal) {
        return goal == null
                ? Optional.of(ServiceGoal.RESOLUTION)
                : given.known("/goal", goal, ServiceGoal.class);
    }

    private static <E extends Enum<E>> @Nullable E known(
            Given given, String pointer, @Nullable String text, Class<E> type) {
        return text == null ? null : given.known(pointer, text, type).orElse(null);
    }
}
