package dev.guanjia.benchmark;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.property.CommunityId;
import dev.guanjia.workorder.Act;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.Reception;
import dev.guanjia.workorder.Site;
import dev.guanjia.workorder.Triage;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.WorkOrderCommand;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.lifecycle.ActionEffect;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * 100,000 repairs, each taken ten steps from dispatch through a redone job to the closing, decided
 * and applied one by one on one thread: a million transitions per invocation.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(1)
public class WorkOrderBenchmark {

    private static final int ORDERS = 100_000;
    private static final int TRANSITIONS = 1_000_000;
    private static final Instant RECEIVED = Instant.parse("2026-03-13T09:40:00Z");
    private static final List<WorkOrderAction> LIFE =
            List.of(
                    WorkOrderAction.DISPATCH,
                    WorkOrderAction.ACCEPT,
                    WorkOrderAction.ARRIVE,
                    WorkOrderAction.FINISH,
                    WorkOrderAction.CALL_BACK_UNSATISFIED,
                    WorkOrderAction.ARRIVE,
                    WorkOrderAction.ISSUE_MATERIALS,
                    WorkOrderAction.FINISH,
                    WorkOrderAction.CALL_BACK_SATISFIED,
                    WorkOrderAction.CLOSE);

    private final WorkOrder[] received = new WorkOrder[ORDERS];
    private final WorkOrder[] orders = new WorkOrder[ORDERS];
    private final WorkOrderCommand[] commands = new WorkOrderCommand[LIFE.size()];

    @Setup
    public void receive() {
        for (int i = 0; i < ORDERS; i++) {
            Intake intake =
                    new Intake(
                            WorkOrderKind.REPAIR,
                            Site.of(new CommunityId("cm_1"), null),
                            "lamp",
                            null,
                            List.of(),
                            Triage.usual(null),
                            new Reception("PHONE", RECEIVED, null));
            received[i] =
                    accepted(
                            WorkOrder.receive(
                                    new WorkOrderId("wo_" + i), intake, new Due.Unlimited()));
        }
        WorkOrder order = received[0];
        for (int i = 0; i < commands.length; i++) {
            commands[i] = command(order, LIFE.get(i), i);
            order = accepted(order.decide(commands[i])).applyTo(order);
        }
    }

    @Benchmark
    @OperationsPerInvocation(TRANSITIONS)
    public WorkOrder[] transitions() {
        System.arraycopy(received, 0, orders, 0, ORDERS);
        for (WorkOrderCommand command : commands) {
            for (int i = 0; i < ORDERS; i++) {
                orders[i] = accepted(orders[i].decide(command)).applyTo(orders[i]);
            }
        }
        return orders;
    }

    private static WorkOrderCommand command(WorkOrder order, WorkOrderAction action, int minute) {
        PostKey post =
                Lifecycle.of(WorkOrderKind.REPAIR)
                        .find(order.state(), action)
                        .orElseThrow()
                        .posts()
                        .get(0);
        StaffId by = new StaffId(action.has(ActionEffect.WORKS) ? "sf_worker" : "sf_desk");
        return new WorkOrderCommand(
                action,
                new Act(new Actor(by, post, "2026-01"), RECEIVED.plusSeconds(minute * 60L), null),
                action.has(ActionEffect.ASSIGNS) ? new StaffId("sf_worker") : null);
    }

    private static <T> T accepted(dev.guanjia.decision.Decision<T> decision) {
        return decision.fold(
                value -> value,
                reasons -> {
                    throw new IllegalStateException(reasons.toString());
                });
    }
}
