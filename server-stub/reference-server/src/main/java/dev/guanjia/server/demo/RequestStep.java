package dev.guanjia.server.demo;

import static dev.guanjia.server.demo.Office.key;

import dev.guanjia.client.Versioned;
import dev.guanjia.client.generated.ApiResponse;
import dev.guanjia.client.generated.api.WorkOrdersApi;
import dev.guanjia.client.model.CallBackCreate;
import dev.guanjia.client.model.WorkOrder;
import dev.guanjia.client.model.WorkOrderCreate;
import dev.guanjia.client.model.WorkOrderTransitionCreate;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Takes complaints and repairs from the owner's call to the call-back. */
final class RequestStep {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SECOND_ATTEMPT = Duration.ofMinutes(90);

    private final Console console;
    private final DemoPlan plan;
    private final Office office;
    private final AtomicReference<String> twiceCalled = new AtomicReference<>("");

    RequestStep(Console console, DemoPlan plan, Office office) {
        this.console = console;
        this.plan = plan;
        this.office = office;
    }

    /** Handles all; the complaint whose owner had to be called twice is handed back. */
    String handleAll(LoadedCommunity community) {
        List<PlannedRequest> requests = new ArrayList<>(plan.complaints());
        requests.addAll(plan.repairs());
        Progress progress = new Progress(console, "step.requests", requests.size());
        Desks.work(
                requests,
                request -> {
                    handle(community, request);
                    progress.next();
                });
        return twiceCalled.get();
    }

    private void handle(LoadedCommunity community, PlannedRequest request) {
        Walk walk = receive(community, request);
        if (request.course() == PlannedRequest.Course.SATISFIED_AT_SECOND_CALL) {
            twiceCalled.set(walk.id);
        }
        if (request.isComplaint()) {
            complaint(walk, request);
        } else {
            repair(walk, request);
        }
    }

    private Walk receive(LoadedCommunity community, PlannedRequest request) {
        WorkOrderCreate order =
                new WorkOrderCreate()
                        .kind(request.isComplaint() ? "COMPLAINT" : "REPAIR")
                        .communityId(community.id())
                        .unitId(community.unitId(request.unit()))
                        .title(request.title())
                        .channel("PHONE")
                        .receivedAt(atOffset(request.receivedAt()));
        String name = request.kind() + request.index();
        ApiResponse<WorkOrder> answer =
                office.as("CS_ASSISTANT")
                        .workOrders()
                        .createWorkOrderWithHttpInfo(key("request", name), order);
        return new Walk(name, Versioned.of(answer), request.receivedAt());
    }

    private static void complaint(Walk walk, PlannedRequest request) {
        switch (request.course()) {
            case INVALID -> {
                walk.explain("CS_SUPERVISOR", "REJECT", "经核实不属于物业服务范围");
                walk.step("CS_SUPERVISOR", "CLOSE", MINUTE);
                return;
            }
            case ADMINISTRATIVE -> {
                walk.explain("PROPERTY_MANAGER", "CLOSE_ADMINISTRATIVELY", "业主已迁出，无法联系");
                return;
            }
            case SATISFIED, SATISFIED_AT_SECOND_CALL ->
                    walk.explain("CS_SUPERVISOR", "VALIDATE", "经核实属于物业服务范围");
        }
        walk.assign("CS_SUPERVISOR", "ASSIGN");
        walk.step("MAINTENANCE_WORKER", "START", MINUTE);
        walk.stepAt("MAINTENANCE_WORKER", "RESOLVE", request.receivedAt().plus(request.handling()));
        if (request.course() == PlannedRequest.Course.SATISFIED_AT_SECOND_CALL) {
            walk.call("UNSATISFIED", "NOT_SOLVED", "业主反映问题仍未解决");
            walk.step("MAINTENANCE_WORKER", "START", MINUTE);
            Instant again = request.receivedAt().plus(request.handling()).plus(SECOND_ATTEMPT);
            walk.stepAt("MAINTENANCE_WORKER", "RESOLVE", again);
        }
        walk.call("SATISFIED", "GOOD_WORK", "业主满意");
        walk.step("CS_ASSISTANT", "CLOSE", MINUTE);
    }

    private static void repair(Walk walk, PlannedRequest request) {
        walk.assign("CS_ASSISTANT", "DISPATCH");
        walk.step("MAINTENANCE_WORKER", "ACCEPT", MINUTE);
        walk.step("MAINTENANCE_WORKER", "ARRIVE", MINUTE);
        walk.stepAt("MAINTENANCE_WORKER", "FINISH", request.receivedAt().plus(request.handling()));
        walk.call("SATISFIED", "PROMPT", "业主满意");
        walk.step("CS_ASSISTANT", "CLOSE", MINUTE);
    }

    private static OffsetDateTime atOffset(Instant instant) {
        return instant.atZone(DemoPlan.ZONE).toOffsetDateTime();
    }

    /** One order on its way: which version was seen last, and when the last step was taken. */
    private final class Walk {
        private final String name;
        private final String id;
        private String etag;
        private Instant at;
        private int steps;

        Walk(String name, Versioned<WorkOrder> seen, Instant at) {
            this.name = name;
            this.id = seen.body().getId();
            this.etag = seen.etag();
            this.at = at;
        }

        void assign(String post, String action) {
            take(
                    post,
                    transition(action, at.plus(MINUTE))
                            .assigneeId(office.staffId("MAINTENANCE_WORKER")));
        }

        void explain(String post, String action, String note) {
            take(post, transition(action, at.plus(MINUTE)).note(note));
        }

        void step(String post, String action, Duration later) {
            stepAt(post, action, at.plus(later));
        }

        void stepAt(String post, String action, Instant when) {
            take(post, transition(action, when));
        }

        /** The customer is called, and says what they think. */
        void call(String result, String reason, String note) {
            at = at.plus(MINUTE);
            CallBackCreate call =
                    new CallBackCreate()
                            .way("PHONE")
                            .result(result)
                            .reasons(List.of(reason))
                            .note(note)
                            .occurredAt(atOffset(at));
            String key = key("call", name, String.valueOf(steps++));
            etag =
                    Versioned.of(
                                    office.as("CS_ASSISTANT")
                                            .callBacks()
                                            .recordCallBackWithHttpInfo(id, key, etag, call))
                            .etag();
        }

        private WorkOrderTransitionCreate transition(String action, Instant when) {
            at = when;
            return new WorkOrderTransitionCreate().action(action).occurredAt(atOffset(when));
        }

        private void take(String post, WorkOrderTransitionCreate step) {
            WorkOrdersApi workOrders = office.as(post).workOrders();
            String key = key("step", name, String.valueOf(steps++));
            etag =
                    Versioned.of(workOrders.transitionWorkOrderWithHttpInfo(id, key, etag, step))
                            .etag();
        }
    }
}
