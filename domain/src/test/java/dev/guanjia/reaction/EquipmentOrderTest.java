package dev.guanjia.reaction;

import static dev.guanjia.asset.Assets.EAST;
import static dev.guanjia.asset.Assets.WEST;
import static dev.guanjia.asset.Assets.day;
import static dev.guanjia.asset.Assets.lift;
import static dev.guanjia.asset.Assets.no;
import static dev.guanjia.asset.Assets.yes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.asset.AssetKey;
import dev.guanjia.asset.Equipment;
import dev.guanjia.asset.Inspection;
import dev.guanjia.asset.Inspection.Standing;
import dev.guanjia.asset.RepairHistory;
import dev.guanjia.catalogue.Label;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.property.CommunityId;
import dev.guanjia.reaction.InspectionOrder.Earlier;
import dev.guanjia.workorder.Handling;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.Reception;
import dev.guanjia.workorder.Site;
import dev.guanjia.workorder.Triage;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import dev.guanjia.workorder.lifecycle.WorkOrderOutcome;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import dev.guanjia.workorder.paid.PaidLine;
import dev.guanjia.workorder.paid.PriceItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What orders and equipment mean to each other. */
class EquipmentOrderTest {

    private static final Instant AT = Instant.parse("2026-03-02T01:00:00Z");
    private static final LocalDate DAY = day("2026-03-02");
    private static final Equipment LIFT = lift(EAST, "2020-01-01", "");

    @Test
    void anOrderIsAboutEquipmentOfItsCommunityThatIsInUse() {
        assertThat(yes(EquipmentOrder.about(intake(WorkOrderKind.REPAIR, "cm_1"), LIFT, DAY)))
                .isEqualTo(EAST);
        Equipment retired = lift(EAST, "2020-01-01", "2026-03-02");
        assertThat(no(EquipmentOrder.about(intake(WorkOrderKind.REPAIR, "cm_1"), retired, DAY)))
                .containsExactly("order-equipment-elsewhere");
        assertThat(no(EquipmentOrder.about(intake(WorkOrderKind.COMPLAINT, "cm_2"), LIFT, DAY)))
                .containsExactly("order-not-equipment-work", "order-equipment-elsewhere");
    }

    @Test
    void anOrderThatRunsNamesOnePiece() {
        WorkOrder order = open();
        assertThat(yes(EquipmentOrder.name(order, Optional.of(EAST), LIFT, DAY))).isEqualTo(EAST);
        assertThat(no(EquipmentOrder.name(order, Optional.of(WEST), LIFT, DAY)))
                .containsExactly("order-names-other-equipment");
        assertThat(no(EquipmentOrder.name(closed(), Optional.empty(), LIFT, DAY)))
                .containsExactly("order-over");
    }

    @Test
    void aRepairIsEnteredByHandOnceItsOrderIsOver() {
        assertThat(yes(EquipmentOrder.enter(closed(), Optional.empty(), LIFT, DAY)))
                .isEqualTo(EAST);
        assertThat(no(EquipmentOrder.enter(open(), Optional.of(WEST), LIFT, DAY)))
                .containsExactly("order-names-other-equipment", "order-still-open");
        WorkOrder cancelled =
                order(
                        WorkOrderState.CANCELLED,
                        new Handling(null, WorkOrderOutcome.CANCELLED, AT, 0, AT));
        assertThat(no(EquipmentOrder.enter(cancelled, Optional.empty(), LIFT, DAY)))
                .containsExactly("order-without-work");
    }

    @Test
    void aClosedOrderEntersLabourAndMaterialApart() {
        AtomicInteger ids = new AtomicInteger();
        List<PaidLine> lines =
                List.of(
                        line("motor", PriceItem.Kind.MATERIAL, 186_000),
                        line("hour", PriceItem.Kind.LABOUR, 8_000),
                        line("bolt", PriceItem.Kind.MATERIAL, 500));
        List<RepairHistory.Entry> entries =
                EquipmentOrder.entries(
                        closed(),
                        new EquipmentOrder.Work(EAST, DAY, lines),
                        () -> "rp_" + ids.incrementAndGet());
        assertThat(entries)
                .extracting(entry -> entry.work() + " " + entry.cost().orElseThrow())
                .containsExactly("电梯困人: hour CNY 80.00", "电梯困人: motor、bolt CNY 1865.00");
        assertThat(
                        EquipmentOrder.entries(
                                closed(),
                                new EquipmentOrder.Work(EAST, DAY, List.of()),
                                () -> "rp_9"))
                .containsExactly(
                        new RepairHistory.Entry(
                                "rp_9", "wo_1", EAST, DAY, "电梯困人", Optional.empty()));
        assertThat(
                        EquipmentOrder.entries(
                                open(), new EquipmentOrder.Work(EAST, DAY, lines), () -> "rp_9"))
                .isEmpty();
    }

    @Test
    void aLapsingInspectionOpensOneOrderUntilItIsGivenUp() {
        InspectionOrder.Used used =
                new InspectionOrder.Used(
                        LIFT, LIFT.placeOn(DAY).orElseThrow(), new Label("电梯定期检验", "Lift test"));
        Inspection missing = inspection(Standing.MISSING, null);
        Intake first = yes(InspectionOrder.open(missing, used, List.of(), AT));
        assertThat(first.kind()).isEqualTo(WorkOrderKind.PREVENTIVE_MAINTENANCE);
        assertThat(first.reception().sourceReference()).isEqualTo("LIFT_INSPECTION/lift_1");
        Inspection lapsing = inspection(Standing.VALID, day("2026-03-31"));
        Earlier running = new Earlier(new WorkOrderId("wo_1"), WorkOrderState.DUE);
        assertThat(no(InspectionOrder.open(lapsing, used, List.of(running), AT)))
                .containsExactly("inspection-ordered");
        Earlier over = new Earlier(new WorkOrderId("wo_1"), WorkOrderState.CLOSED_ADMINISTRATIVELY);
        assertThat(
                        yes(InspectionOrder.open(lapsing, used, List.of(over), AT))
                                .reception()
                                .sourceReference())
                .isEqualTo("LIFT_INSPECTION/lift_1/2026-03-31/2");
        Inspection forEver = inspection(Standing.VALID, null);
        assertThat(no(InspectionOrder.open(forEver, used, List.of(), AT)))
                .containsExactly("inspection-not-due");
        assertThat(missing.isDueBy(DAY) && missing.isDueFrom(DAY)).isTrue();
        assertThat(forEver.isDueBy(DAY) || forEver.isDueFrom(DAY)).isFalse();
        assertThat(lapsing.isDueFrom(day("2026-04-01"))).isFalse();
    }

    private static Inspection inspection(Standing standing, LocalDate due) {
        return new Inspection(
                EAST, new AssetKey("LIFT_INSPECTION"), standing, Optional.ofNullable(due));
    }

    private static PaidLine line(String item, PriceItem.Kind kind, long fen) {
        Label label = new Label(item, item);
        return new PaidLine(new PriceItem(item, label, kind, label), Rational.ONE, Money.fen(fen));
    }

    private static WorkOrder open() {
        return order(WorkOrderState.REPORTED, Handling.none(AT));
    }

    private static WorkOrder closed() {
        return order(
                WorkOrderState.CLOSED, new Handling(null, WorkOrderOutcome.HANDLED, AT, 0, AT));
    }

    private static WorkOrder order(WorkOrderState state, Handling handling) {
        return new WorkOrder(
                new WorkOrderId("wo_1"),
                intake(WorkOrderKind.REPAIR, "cm_1"),
                new Due.Unlimited(),
                state,
                handling);
    }

    private static Intake intake(WorkOrderKind kind, String community) {
        return new Intake(
                kind,
                Site.of(new CommunityId(community), null),
                "电梯困人",
                null,
                List.of(),
                Triage.usual(null),
                new Reception("PHONE", AT, null));
    }
}
