package dev.guanjia.workorder;

import dev.guanjia.property.UnitId;
import dev.guanjia.workorder.lifecycle.PlaceKind;
import dev.guanjia.workorder.lifecycle.Severity;
import org.jspecify.annotations.Nullable;

/**
 * How a matter is classed: when it was told to us, and by whoever judged its severity since, see
 * {@link WorkOrderEvent.Reclassed} and {@link dev.guanjia.workorder.escalation.EscalationLadder}.
 *
 * @param severity how much it harms, as far as is known
 * @param place what kind of place it is about
 */
public record Triage(Severity severity, PlaceKind place) {

    /**
     * As most matters are, when nobody says more.
     *
     * @param unit whose; null when it concerns no single unit
     * @return of normal severity, in the unit or else in a common area
     */
    public static Triage usual(@Nullable UnitId unit) {
        return new Triage(
                Severity.NORMAL, unit == null ? PlaceKind.COMMON_AREA : PlaceKind.PRIVATE_UNIT);
    }
}
