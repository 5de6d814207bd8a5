package dev.guanjia.reaction;

import dev.guanjia.asset.Equipment;
import dev.guanjia.asset.Inspection;
import dev.guanjia.asset.Place;
import dev.guanjia.catalogue.Label;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.Triage;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The work order that has equipment inspected before its certificate lapses, or because none is on
 * file. Source: requirements 03 P-PM, annual inspection; 05 S31 B 4.
 */
public final class InspectionOrder {

    private InspectionOrder() {}

    /**
     * An order that was opened for the same inspection and due day.
     *
     * @param id which order
     * @param state where it stands
     */
    public record Earlier(WorkOrderId id, WorkOrderState state) {}

    /**
     * Says what is to be done.
     *
     * @param inspection how the inspection stands
     * @param used the equipment, in use, where it is and what the inspection is called
     * @param earlier every order of the equipment for that inspection and due day
     * @param at when the order is opened
     * @return the intake of kind {@code PREVENTIVE_MAINTENANCE}, or refused with {@code
     *     INSPECTION_NOT_DUE} or, unless every earlier order was given up, {@code
     *     INSPECTION_ORDERED}
     */
    public static Decision<Intake> open(
            Inspection inspection, Used used, List<Earlier> earlier, Instant at) {
        String kind = inspection.kind().value();
        String equipment = inspection.equipment().value();
        if (inspection.standing() == Inspection.Standing.VALID && inspection.due().isEmpty()) {
            return refuse(
                    ReactionRefusal.INSPECTION_NOT_DUE.because(
                            "equipment", equipment, "kind", kind));
        }
        return earlier.stream()
                .filter(
                        order ->
                                MaintenanceOrder.meaning(order.state())
                                        != MaintenanceOrder.Meaning.GIVEN_UP)
                .findFirst()
                .map(
                        order ->
                                InspectionOrder.<Intake>refuse(
                                        ReactionRefusal.INSPECTION_ORDERED.because(
                                                "equipment", equipment,
                                                "kind", kind,
                                                "order", order.id().value())))
                .orElseGet(() -> Decision.accept(intake(inspection, used, earlier.size(), at)));
    }

    /**
     * Equipment where it is.
     *
     * @param equipment the piece
     * @param place where it is today
     * @param label what its inspection is called
     */
    public record Used(Equipment equipment, Place place, Label label) {}

    private static Intake intake(Inspection inspection, Used used, int before, Instant at) {
        String due = inspection.due().map(LocalDate::toString).orElse("");
        String reference =
                inspection.kind() + "/" + inspection.equipment() + (due.isEmpty() ? "" : "/" + due);
        return new Intake(
                WorkOrderKind.PREVENTIVE_MAINTENANCE,
                MaintenanceOrder.site(used.place()),
                used.label().zh() + ": " + used.equipment().name(),
                used.label().en()
                        + "\nequipment="
                        + inspection.equipment()
                        + (due.isEmpty() ? "" : "\ndue=" + due),
                List.of(),
                Triage.usual(null),
                OwnReception.of(
                        OwnReception.OTHER,
                        at,
                        before == 0 ? reference : reference + "/" + (before + 1)));
    }

    private static <T> Decision<T> refuse(Refusal reason) {
        return Decision.refuse(List.of(reason));
    }
}
