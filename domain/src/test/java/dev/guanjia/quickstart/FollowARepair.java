package dev.guanjia.quickstart;

import dev.guanjia.calendar.*;
import dev.guanjia.decision.*;
import dev.guanjia.organisation.*;
import dev.guanjia.property.*;
import dev.guanjia.workorder.*;
import dev.guanjia.workorder.level.*;
import dev.guanjia.workorder.lifecycle.*;
import java.time.*;
import java.util.*;

/** Receives a repair, says when it is due and why, and is told which steps it may take. */
public final class FollowARepair {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /**
     * Prints {@code received Friday 17:40, office hours end 18:00, 4 h target → Monday 11:40} and
     * what is wrong with finishing what nobody was sent to.
     */
    public static void main(String[] arguments) {
        LocalTime opens = LocalTime.of(8, 0);
        LocalTime closes = LocalTime.of(18, 0);
        WorkingTime office =
                WorkingTime.of(new BusinessHours(ChinaCalendar.load(), SHANGHAI, opens, closes));
        ServiceHours hours = yes(ServiceHours.of(office, Map.of()));
        Matter anyRepair = Matter.of(WorkOrderKind.REPAIR);
        ServiceLevel fourHours =
                new ServiceLevel(
                        new ServiceLevelId("repairs"),
                        anyRepair,
                        ServiceGoal.RESOLUTION,
                        Duration.ofHours(4),
                        ServiceClock.WORKING,
                        null,
                        LocalDate.of(2026, 1, 1));
        ServiceLevels levels = new ServiceLevels(List.of(fourHours));

        Instant call = LocalDateTime.of(2026, 3, 13, 17, 40).atZone(SHANGHAI).toInstant();
        Intake intake =
                new Intake(
                        WorkOrderKind.REPAIR,
                        new CommunityId("jinxiu"),
                        new UnitId("3-1201"),
                        "厨房漏水",
                        null,
                        Triage.usual(new UnitId("3-1201")),
                        new Reception("PHONE", call, null));
        Matter matter = intake.matter();
        Countdown countdown =
                yes(levels.start(matter, ServiceGoal.RESOLUTION, call, hours)).orElseThrow();
        System.out.println(Explanation.of(countdown, office, Language.EN));

        Due due = yes(levels.due(matter, call, hours));
        Lifecycle life = Lifecycle.of(WorkOrderKind.REPAIR);
        WorkOrder order = yes(WorkOrder.receive(new WorkOrderId("R1"), intake, due, life));
        Actor worker =
                new Actor(new StaffId("zhang"), new PostKey("MAINTENANCE_WORKER"), "2026-03");
        WorkOrderCommand finish =
                new WorkOrderCommand(WorkOrderAction.FINISH, new Act(worker, call, null), null);
        List<Refusal> reasons = order.decide(finish).fold(event -> List.of(), no -> no);
        reasons.forEach(reason -> System.out.println(Wording.of(reason, Language.EN)));
    }

    private static <T> T yes(Decision<T> decision) {
        return decision.fold(
                value -> value,
                reasons -> {
                    throw new IllegalStateException(reasons.toString());
                });
    }
}
