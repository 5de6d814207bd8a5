package dev.guanjia.reaction;

import dev.guanjia.asset.Equipment;
import dev.guanjia.asset.EquipmentId;
import dev.guanjia.asset.RepairHistory;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import dev.guanjia.workorder.lifecycle.WorkOrderOutcome;
import dev.guanjia.workorder.paid.PaidLine;
import dev.guanjia.workorder.paid.PriceItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Work orders about a piece of equipment, and what they add to its history. Source: requirements 05
 * S30 B 4, S31; 03 P-REPAIR.
 */
public final class EquipmentOrder {

    private static final Set<WorkOrderKind> WORK =
            EnumSet.of(
                    WorkOrderKind.REPAIR,
                    WorkOrderKind.PAID_REPAIR,
                    WorkOrderKind.WARRANTY_REPAIR,
                    WorkOrderKind.INSPECTION_FINDING,
                    WorkOrderKind.PREVENTIVE_MAINTENANCE,
                    WorkOrderKind.PATROL_FINDING);

    private EquipmentOrder() {}

    /**
     * Says whether an order can be about a piece of equipment.
     *
     * @param intake the matter
     * @param equipment the piece
     * @param day the day on which the matter was told, where the equipment is
     * @return the piece, or refused with every reason that applies of {@code
     *     ORDER_NOT_EQUIPMENT_WORK}, {@code ORDER_EQUIPMENT_ELSEWHERE}
     */
    public static Decision<EquipmentId> about(Intake intake, Equipment equipment, LocalDate day) {
        List<Refusal> reasons = new ArrayList<>();
        if (!WORK.contains(intake.kind())) {
            reasons.add(
                    ReactionRefusal.ORDER_NOT_EQUIPMENT_WORK.because(
                            "kind", intake.kind().name(), "expected", WORK.toString()));
        }
        if (equipment
                .placeOn(day)
                .filter(place -> place.community().equals(intake.community()))
                .isEmpty()) {
            reasons.add(
                    ReactionRefusal.ORDER_EQUIPMENT_ELSEWHERE.because(
                            "equipment", equipment.id().value(),
                            "community", intake.community().value(),
                            "day", day.toString()));
        }
        return reasons.isEmpty() ? Decision.accept(equipment.id()) : Decision.refuse(reasons);
    }

    /**
     * Names the equipment of an order that runs; the same again changes nothing.
     *
     * @param order the order
     * @param named the equipment it is about by now
     * @param equipment the piece
     * @param day the day on which the matter was told, where the equipment is
     * @return the piece, or refused with every reason that applies of {@code ORDER_OVER}, {@code
     *     ORDER_NAMES_OTHER_EQUIPMENT} and those of {@link #about}
     */
    public static Decision<EquipmentId> name(
            WorkOrder order, Optional<EquipmentId> named, Equipment equipment, LocalDate day) {
        List<Refusal> reasons = new ArrayList<>(other(named, equipment));
        if (order.state().isEnd()) {
            reasons.add(
                    ReactionRefusal.ORDER_OVER.because(
                            "order", order.id().value(), "state", order.state().name()));
        }
        about(order.intake(), equipment, day).fold(yes -> true, reasons::addAll);
        return reasons.isEmpty() ? Decision.accept(equipment.id()) : Decision.refuse(reasons);
    }

    /**
     * Says whether somebody may enter by hand what an order did to a piece of equipment.
     *
     * @param order the order
     * @param named the equipment it is about; empty when it names none
     * @param equipment the piece
     * @param day the day on which the matter was told, where the equipment is
     * @return the piece, or refused with every reason that applies of {@code ORDER_STILL_OPEN},
     *     {@code ORDER_WITHOUT_WORK}, {@code ORDER_NAMES_OTHER_EQUIPMENT} and those of {@link
     *     #about}
     */
    public static Decision<EquipmentId> enter(
            WorkOrder order, Optional<EquipmentId> named, Equipment equipment, LocalDate day) {
        List<Refusal> reasons = new ArrayList<>(other(named, equipment));
        WorkOrderOutcome outcome = order.handling().outcome();
        if (!order.state().isEnd()) {
            reasons.add(
                    ReactionRefusal.ORDER_STILL_OPEN.because(
                            "order", order.id().value(), "state", order.state().name()));
        } else if (outcome == WorkOrderOutcome.CANCELLED || outcome == WorkOrderOutcome.INVALID) {
            reasons.add(
                    ReactionRefusal.ORDER_WITHOUT_WORK.because(
                            "order", order.id().value(), "outcome", outcome.name()));
        }
        about(order.intake(), equipment, day).fold(yes -> true, reasons::addAll);
        return reasons.isEmpty() ? Decision.accept(equipment.id()) : Decision.refuse(reasons);
    }

    private static List<Refusal> other(Optional<EquipmentId> named, Equipment equipment) {
        return named
                .filter(id -> !id.equals(equipment.id()))
                .map(
                        id ->
                                ReactionRefusal.ORDER_NAMES_OTHER_EQUIPMENT.because(
                                        "equipment", equipment.id().value(), "named", id.value()))
                .stream()
                .toList();
    }

    /**
     * What an order that has just ended adds to the history of its equipment.
     *
     * @param order the order
     * @param work what it did to which equipment
     * @param ids gives an id to each entry
     * @return labour and material, each with its cost, as far as there is any; else one entry
     *     without cost; nothing unless the order was handled and is over
     */
    public static List<RepairHistory.Entry> entries(
            WorkOrder order, Work work, Supplier<String> ids) {
        if (!order.state().isEnd() || order.handling().outcome() != WorkOrderOutcome.HANDLED) {
            return List.of();
        }
        List<RepairHistory.Entry> entries = new ArrayList<>();
        for (PriceItem.Kind kind : PriceItem.Kind.values()) {
            List<PaidLine> lines =
                    work.done().stream().filter(line -> line.item().kind() == kind).toList();
            if (!lines.isEmpty()) {
                entries.add(entry(order, work, ids.get(), lines));
            }
        }
        return entries.isEmpty() ? List.of(entry(order, work, ids.get(), List.of())) : entries;
    }

    private static RepairHistory.Entry entry(
            WorkOrder order, Work work, String id, List<PaidLine> lines) {
        String items =
                lines.stream()
                        .map(line -> line.item().label().zh())
                        .collect(Collectors.joining("、"));
        String title = order.intake().title();
        return new RepairHistory.Entry(
                id,
                order.id().value(),
                work.equipment(),
                work.day(),
                items.isEmpty() ? title : title + ": " + items,
                lines.isEmpty() ? Optional.empty() : Optional.of(PaidLine.total(lines)));
    }

    /**
     * What an order did.
     *
     * @param equipment to which piece
     * @param day on which day
     * @param done the lines of paid work; none where nothing was charged
     */
    public record Work(EquipmentId equipment, LocalDate day, List<PaidLine> done) {

        /** Copies. */
        public Work {
            done = List.copyOf(done);
        }
    }
}
