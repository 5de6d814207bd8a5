package dev.guanjia.reaction;

import dev.guanjia.asset.Place;
import dev.guanjia.asset.maintenance.MaintenanceTask;
import dev.guanjia.asset.maintenance.OrderRequest;
import dev.guanjia.asset.maintenance.TaskEvent;
import dev.guanjia.decision.Decision;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.staff.Qualifications;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.Site;
import dev.guanjia.workorder.Triage;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;

/**
 * Planned maintenance as a work order, and what becomes of the task. The source reference of the
 * first order is the key of the task; of a further one, after an order was given up, the key and
 * its number. Source: requirements 03 P-PM.
 */
public final class MaintenanceOrder {

    private MaintenanceOrder() {}

    /** What the state of an order means for its task. */
    public enum Meaning {
        /** The task is as it was. */
        OPEN,
        /** The work is good: the task is done. */
        DONE,
        /** The order is over without the work: the task waits for another. */
        GIVEN_UP
    }

    /**
     * How the work was done.
     *
     * @param order the key of the order
     * @param by who says that it is done
     * @param on the day of that
     */
    public record Work(String order, Actor by, LocalDate on) {}

    /**
     * Says what an order means for its task.
     *
     * @param state where the order stands
     * @return done from the check that found the work good
     */
    public static Meaning meaning(WorkOrderState state) {
        if (state == WorkOrderState.CHECKED || state == WorkOrderState.CLOSED) {
            return Meaning.DONE;
        }
        return state.isEnd() ? Meaning.GIVEN_UP : Meaning.OPEN;
    }

    /**
     * Performs the task of an order; its evidence is the order.
     *
     * @param task the task
     * @param work how the work was done; if the task was moved later than that, the day of the move
     *     counts
     * @param qualifications what everybody is qualified for
     * @return the task afterwards, unchanged if it was done or withdrawn by then, or refused as
     *     {@link MaintenanceTask#perform} refuses
     */
    public static Decision<MaintenanceTask> perform(
            MaintenanceTask task, Work work, Qualifications qualifications) {
        if (task.isSettled()) {
            return Decision.accept(task);
        }
        LocalDate on =
                task.events().stream()
                        .map(TaskEvent::on)
                        .filter(work.on()::isBefore)
                        .max(Comparator.naturalOrder())
                        .orElse(work.on());
        return task.perform(work.by(), on, work.order(), qualifications);
    }

    /**
     * Says what is to be done.
     *
     * @param request a task that is due, where its equipment is
     * @param name what people call the equipment
     * @param before how many orders of the task were given up
     * @param at when the order is opened
     * @return the intake of kind {@code PREVENTIVE_MAINTENANCE}
     */
    public static Intake intake(OrderRequest request, String name, int before, Instant at) {
        String reference = before == 0 ? request.task() : request.task() + "/" + (before + 1);
        return new Intake(
                WorkOrderKind.PREVENTIVE_MAINTENANCE,
                site(request.place()),
                request.work().zh() + ": " + name,
                description(request),
                request.qualification().stream().toList(),
                Triage.usual(null),
                OwnReception.of(OwnReception.OTHER, at, reference));
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

    static Site site(Place place) {
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
