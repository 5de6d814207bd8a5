package dev.guanjia.server;

import static dev.guanjia.server.WorkOrderCompany.FRIDAY;
import static dev.guanjia.server.WorkOrderCompany.after;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.property.CommunityId;
import dev.guanjia.reaction.PaidSteps;
import dev.guanjia.workorder.Act;
import dev.guanjia.workorder.History;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.Reception;
import dev.guanjia.workorder.Site;
import dev.guanjia.workorder.Triage;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.WorkOrderEvent;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Work orders of every kind over HTTP: how they begin, the steps they take, how they end. */
class WorkOrderLifeTest {

    private static final WorkOrderCompany COMPANY = new WorkOrderCompany();
    private static final Api SUPERVISOR = COMPANY.supervisor;
    private static final Api ASSISTANT = COMPANY.assistant;
    private static final Api WORKER = COMPANY.worker;
    private static final Set<WorkOrderKind> WITHOUT_INCIDENTS =
            EnumSet.complementOf(EnumSet.of(WorkOrderKind.INCIDENT));

    @Test
    void everyKindBeginsWhereItsLifecycleSays() {
        for (WorkOrderKind kind : WITHOUT_INCIDENTS) {
            String more = PaidSteps.isPaid(kind) ? COMPANY.unit() : "";
            Reply made = COMPANY.open(ASSISTANT, kind.name(), more).expect(201);
            assertThat(made.text("/state")).isEqualTo(Lifecycle.of(kind).initial().name());
            assertThat(made.text("/outcome")).isEqualTo("OPEN");
            assertThat(made.text("/severity")).isEqualTo("NORMAL");
            assertThat(made.text("/place_kind"))
                    .isEqualTo(more.isEmpty() ? "COMMON_AREA" : "PRIVATE_UNIT");
        }
        Reply priced = COMPANY.open(ASSISTANT, "PAID_REPAIR", "");
        priced.expectProblem(400, "invalid-request");
        assertThat(priced.text("/errors/0/pointer")).isEqualTo("/unit_id");
        COMPANY.open(WORKER, "PATROL_FINDING", "").expect(201);
        COMPANY.open(WORKER, "HELP", "").expectProblem(403, "command-not-permitted");
    }

    @Test
    void whatWasToldIsReadBackAsItWasTold() {
        String told =
                """
                "severity": "EMERGENCY", "place_kind": "SHARED_FACILITY", "requester":
                {"customer_class": "TENANT", "contact": "pe_7", "name": "李四", "phone": "13900000000"},
                """;
        Reply made = COMPANY.open(ASSISTANT, "HELP", told).expect(201);
        Reply read = SUPERVISOR.get("/work-orders/" + made.text("/id")).expect(200);
        assertThat(read.text("/severity")).isEqualTo("EMERGENCY");
        assertThat(read.text("/place_kind")).isEqualTo("SHARED_FACILITY");
        assertThat(read.text("/channel")).isEqualTo("HOTLINE");
        assertThat(read.json().at("/requester").toString())
                .isEqualTo(
                        "{\"contact\":\"pe_7\",\"customer_class\":\"TENANT\",\"name\":\"李四\","
                                + "\"phone\":\"13900000000\"}");
        wrong("\"severity\": \"HUGE\",", "/severity");
        wrong("\"place_kind\": \"MOON\",", "/place_kind");
        wrong("\"requester\": {\"customer_class\": \"KING\"},", "/requester/customer_class");
        wrong(
                "\"requester\": {\"customer_class\": \"OWNER\", \"name\": \" \"},",
                "/requester/name");
        wrong("\"parent_id\": \"wo_00000000\",", "/parent_id");
    }

    private static void wrong(String more, String pointer) {
        Reply reply = COMPANY.open(ASSISTANT, "HELP", more).expectProblem(400, "invalid-request");
        assertThat(reply.text("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void theStoredEventsReplayedAreTheStoredOrder() {
        Reply made =
                COMPANY.open(ASSISTANT, "REPAIR", "\"due_at\": \"2026-03-07T16:30:00+08:00\",");
        WorkOrderWalk walk = COMPANY.walk(made);
        Reply hired = COMPANY.server.newcomer("MAINTENANCE_WORKER");
        Api other = COMPANY.server.as(hired.text("/token"));
        walk.take(ASSISTANT, "POOL", after(1)).expect(200);
        walk.take(WORKER, "TAKE", after(2)).expect(200);
        walk.take(WORKER, "SUSPEND", after(3)).expectProblem(409, "work-order-reason-missing");
        walk.take(WORKER, "SUSPEND", after(3), "等配件").expect(200);
        walk.take(WORKER, "RESUME", after(90)).expect(200);
        String second = hired.text("/staff_id");
        transfer(walk, second).expect(200);
        walk.take(other, "ACCEPT", after(92)).expect(200);
        walk.take(other, "ARRIVE", after(95)).expect(200);
        walk.take(other, "FINISH", after(99)).expect(200);
        walk.call(ASSISTANT, "UNSATISFIED", after(120)).expect(201);
        walk.take(other, "ARRIVE", after(130)).expect(200);
        walk.take(other, "FINISH", after(140)).expect(200);
        walk.call(ASSISTANT, "SATISFIED", after(150)).expect(201);
        Reply stored = walk.take(ASSISTANT, "CLOSE", after(151)).expect(200);

        History history = history(made, walk);
        WorkOrder order = history.order();
        assertThat(history.version()).isEqualTo(14);
        assertThat(stored.header("ETag")).isEqualTo("\"14\"");
        assertThat(stored.text("/state")).isEqualTo(order.state().name());
        assertThat(stored.text("/outcome")).isEqualTo(order.handling().outcome().name());
        assertThat(stored.json().at("/call_backs").asInt())
                .isEqualTo(order.handling().callBacks())
                .isEqualTo(2);
        assertThat(OffsetDateTime.parse(stored.text("/resolved_at")).toInstant())
                .isEqualTo(order.handling().endedAt());
        assertThat(stored.text("/assignee_id"))
                .isEqualTo(String.valueOf(order.handling().assignee()))
                .isEqualTo(second);
        assertThat(COMPANY.column(walk.id(), "array_to_string(workers, ' ')"))
                .isEqualTo(
                        String.join(" ", history.workers().stream().map(StaffId::value).toList()));
        assertThat(history.workers()).hasSize(2);
    }

    private static Reply transfer(WorkOrderWalk walk, String to) {
        String etag = SUPERVISOR.get(walk.path()).header("ETag");
        String body =
                "{\"action\": \"TRANSFER\", \"occurred_at\": \"%s\", \"assignee_id\": \"%s\","
                        + " \"note\": \"换人\"}";
        Reply reply =
                SUPERVISOR
                        .with("If-Match", etag)
                        .post(walk.path() + "/transitions", body.formatted(after(91), to));
        walk.see(reply.header("ETag"));
        return reply;
    }

    private static History history(Reply made, WorkOrderWalk walk) {
        List<WorkOrderEvent> events = new ArrayList<>();
        Reply rows = ASSISTANT.get(walk.path() + "/events?limit=200").expect(200);
        rows.json().at("/items").forEach(row -> events.add(moved(row)));
        Intake intake =
                new Intake(
                        WorkOrderKind.REPAIR,
                        Site.of(new CommunityId(COMPANY.community.id()), null),
                        made.text("/title"),
                        null,
                        List.of(),
                        Triage.usual(null),
                        new Reception("HOTLINE", OffsetDateTime.parse(FRIDAY).toInstant(), null));
        Due due = new Due.Given(OffsetDateTime.parse(made.text("/due/due_at")).toInstant());
        WorkOrder received =
                WorkOrder.receive(new WorkOrderId(walk.id()), intake, due)
                        .fold(
                                order -> order,
                                reasons -> {
                                    throw new AssertionError(reasons);
                                });
        return new History(received, events);
    }

    private static WorkOrderEvent.Moved moved(JsonNode row) {
        return new WorkOrderEvent.Moved(
                WorkOrderAction.valueOf(row.at("/action").asString()),
                WorkOrderState.valueOf(row.at("/from").asString()),
                WorkOrderState.valueOf(row.at("/to").asString()),
                text(row, "assignee_id") == null ? null : new StaffId(text(row, "assignee_id")),
                new Act(
                        new Actor(
                                new StaffId(row.at("/staff_id").asString()),
                                new PostKey(row.at("/post").asString()),
                                "test"),
                        OffsetDateTime.parse(row.at("/occurred_at").asString()).toInstant(),
                        text(row, "note")));
    }

    private static @Nullable String text(JsonNode row, String name) {
        return row.has(name) ? row.get(name).asString() : null;
    }

    @Test
    void anIllegalStepNamesTheLegalOnes() {
        WorkOrderWalk walk = COMPANY.walk(COMPANY.open(ASSISTANT, "REPAIR", ""));
        Reply refused = walk.take(SUPERVISOR, "CLOSE", after(1));
        refused.expectProblem(409, "work-order-wrong-state");
        assertThat(refused.text("/reasons/0/facts/legal"))
                .isEqualTo(
                        "REJECT, DISPATCH, DISPATCH_BY_ROTA, POOL, CANCEL,"
                                + " CLOSE_ADMINISTRATIVELY");
    }

    @Test
    void nothingIsClosedWithoutItsCallBackNorBeforeItWasReceived() {
        WorkOrderWalk walk = COMPANY.walk(COMPANY.open(ASSISTANT, "REPAIR", ""));
        walk.assign(ASSISTANT, "DISPATCH", "2026-03-06T16:29:59+08:00")
                .expectProblem(409, "work-order-before-previous-event");
        walk.assign(ASSISTANT, "DISPATCH", after(5)).expect(200);
        walk.take(WORKER, "ACCEPT", after(6)).expect(200);
        walk.take(WORKER, "ARRIVE", after(7)).expect(200);
        walk.take(WORKER, "FINISH", after(6))
                .expectProblem(409, "work-order-before-previous-event");
        walk.take(WORKER, "FINISH", after(9)).expect(200);
        walk.take(ASSISTANT, "CLOSE", after(10)).expectProblem(409, "work-order-wrong-state");
        assertThat(ASSISTANT.get(walk.path()).text("/state")).isEqualTo("FINISHED");
    }

    @Test
    void whoEverHadAHandInTheWorkDoesNotJudgeIt() {
        Reply hired = COMPANY.server.newcomer("MAINTENANCE_WORKER", "CS_ASSISTANT");
        Api both = COMPANY.server.as(hired.text("/token"));
        WorkOrderWalk walk = COMPANY.walk(COMPANY.open(ASSISTANT, "REPAIR", ""));
        walk.assignTo(hired.text("/staff_id"), ASSISTANT, "DISPATCH", after(1)).expect(200);
        walk.take(both.inPost("MAINTENANCE_WORKER"), "RETURN", after(2), "没有工具").expect(200);
        walk.assign(ASSISTANT, "DISPATCH", after(3)).expect(200);
        walk.take(WORKER, "ACCEPT", after(4)).expect(200);
        walk.take(WORKER, "ARRIVE", after(5)).expect(200);
        walk.take(WORKER, "FINISH", after(6)).expect(200);
        walk.call(both.inPost("CS_ASSISTANT"), "SATISFIED", after(7))
                .expectProblem(403, "callback-caller-did-it");
        walk.call(ASSISTANT, "SATISFIED", after(7))
                .expectProblem(403, "callback-caller-of-department");
        walk.call(COMPANY.manager, "SATISFIED", after(7)).expect(201);
    }

    @Test
    void workForAPriceIsNotQuotedByAStepAlone() {
        WorkOrderWalk walk = COMPANY.walk(COMPANY.open(ASSISTANT, "PAID_REPAIR", COMPANY.unit()));
        walk.assign(ASSISTANT, "DISPATCH", after(1)).expect(200);
        walk.take(WORKER, "ACCEPT", after(2)).expect(200);
        walk.take(WORKER, "QUOTE", after(3)).expectProblem(409, "paid-fact-missing");
        assertThat(ASSISTANT.get(walk.path()).text("/state")).isEqualTo("ACCEPTED");
    }

    @Test
    void anOrderEndsAfterTheOrdersThatWereSplitOffIt() {
        WorkOrderWalk whole = COMPANY.walk(COMPANY.open(WORKER, "PATROL_FINDING", ""));
        String parent = "\"parent_id\": \"" + whole.id() + "\",";
        WorkOrderWalk part = COMPANY.walk(COMPANY.open(ASSISTANT, "REPAIR", parent));
        assertThat(ASSISTANT.get(part.path()).text("/parent_id")).isEqualTo(whole.id());
        assertThat(ASSISTANT.get(whole.path()).text("/child_ids/0")).isEqualTo(part.id());
        Reply refused = whole.take(COMPANY.manager, "CLOSE_ADMINISTRATIVELY", after(1), "误报");
        refused.expectProblem(409, "work-order-children-open");
        assertThat(refused.text("/reasons/0/facts/children")).isEqualTo(part.id());
        part.take(ASSISTANT, "CANCEL", after(2), "撤回").expect(200);
        whole.take(COMPANY.manager, "CLOSE_ADMINISTRATIVELY", after(3), "误报").expect(200);
        COMPANY.open(ASSISTANT, "REPAIR", parent).expectProblem(409, "work-order-parent-ended");
        Reply links = ASSISTANT.get("/work-order-links?kind=PARENT&target=" + whole.id());
        assertThat(links.expect(200).text("/items/0/work_order_id")).isEqualTo(part.id());
        assertThat(links.json().at("/items").size()).isEqualTo(1);
    }
}
