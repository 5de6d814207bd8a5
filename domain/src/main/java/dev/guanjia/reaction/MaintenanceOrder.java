package dev.guanjia.reaction;

import dev.guanjia.asset.Place;
import dev.guanjia.asset.maintenance.OrderRequest;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.Reception;
import dev.guanjia.workorder.Site;
import dev.guanjia.workorder.Triage;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Planned maintenance as a work order. Its source reference is the key of the task, of which a
 * community has one order only. Source: requirements 03 P-PM.
 */
public final class MaintenanceOrder {

    private static final String CHANNEL = "OTHER";

    private MaintenanceOrder() {}

    /**
     * Says what is to be done.
     *
     * @param request a task that is due, where its equipment is
     * @param name what people call the equipment
     * @param at when the order is opened
     * @return the intake of kind {@code PREVENTIVE_MAINTENANCE}
     */
    public static Intake intake(OrderRequest request, String name, Instant at) {
        return new Intake(
                WorkOrderKind.PREVENTIVE_MAINTENANCE,
                site(request.place()),
                request.work().zh() + ": " + name,
                description(request),
                request.qualification().stream().toList(),
                Triage.usual(null),
                new Reception(CHANNEL, at, request.task()));
    }

    /**
     * When the order is due: as its task is, at the end of the last day in time. What is late
     * already is due at once.
     *
     * @param request a task that is due
     * @param zone that of the community
     * @param at when the order is opened
     * @return empty while the working days of the task are not announced
     */
    public static Optional<Due> due(OrderRequest request, ZoneId zone, Instant at) {
        return request.due()
                .map(last -> last.plusDays(1).atStartOfDay(zone).toInstant())
                .map(end -> new Due.Given(end.isBefore(at) ? at : end));
    }

    private static Site site(Place place) {
        return new Site(
                place.community(), null, place.building().orElse(null), place.area().orElse(null));
    }

    /** One line per fact, without words of a language: equipment, place, due day, record. */
    private static String description(OrderRequest request) {
        Place place = request.place();
        StringBuilder text =
                new StringBuilder(request.work().en())
                        .append("\nequipment=")
                        .append(request.equipment());
        place.building().ifPresent(building -> text.append("\nbuilding=").append(building));
        place.area().ifPresent(area -> text.append("\narea=").append(area));
        request.due().map(LocalDate::toString).ifPresent(due -> text.append("\ndue=").append(due));
        request.qualification().ifPresent(key -> text.append("\nqualification=").append(key));
        return text.append("\nrecord=").append(request.evidence()).toString();
    }
}
