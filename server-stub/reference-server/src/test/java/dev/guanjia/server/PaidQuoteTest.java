package dev.guanjia.server;

import static dev.guanjia.server.PaidBodies.consent;
import static dev.guanjia.server.PaidBodies.priceBody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.server.application.PaidStepGuard;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.WorkOrderStore;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.Act;
import dev.guanjia.workorder.WorkOrderCommand;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Quotes that end, that are made again, and the word of the owner on them. */
class PaidQuoteTest {

    private static RunningServer server;
    private static Estate estate;
    private static Api assistant;
    private static Api worker;
    private static String owner;

    @BeforeAll
    static void price() {
        server = RunningServer.shared();
        estate = Estate.with(server, 1);
        assistant = server.holding("CS_ASSISTANT");
        worker = server.holding("MAINTENANCE_WORKER");
        owner = assistant.get("/units/" + estate.unit(0)).expect(200).text("/owner_id");
        // priced from a later day, too, by whoever came first
        Api administrator = server.asAdministrator();
        administrator.post("/service-prices", priceBody("TAP", "MATERIAL", "66.50", "2019-01-01"));
        administrator.post(
                "/service-prices", priceBody("PLUMBER", "LABOUR", "80.00", "2019-01-01"));
    }

    private static PaidWalk walk() {
        return new PaidWalk(estate, List.of(assistant, worker), "PAID_REPAIR", "2025-03-");
    }

    @Test
    void aQuoteThatNobodyAnsweredEndsAndTheWorkIsQuotedAgain() {
        PaidWalk walk = walk();
        walk.quote("1", "1", "10:00").expect(200);
        walk.step(assistant, "EXPIRE", "10:30")
                .expectRefused("paid-quote-not-ended", "/occurred_at");
        String later =
                """
                {"action": "EXPIRE", "occurred_at": "2025-03-31T12:00:00+08:00"}
                """;
        assistant.with("If-Match", "*").post(walk.path() + "/transitions", later).expect(200);
        assertThat(walk.state()).isEqualTo("ACCEPTED");
        assertThat(walk.work().text("/state")).isEqualTo("EXPIRED");
    }

    @Test
    void whatTurnsOutLargerIsQuotedAgainBeforeItIsBegun() {
        PaidWalk walk = walk();
        walk.quote("1", "1", "10:00").expect(200);
        walk.send(assistant, "consents", consent(owner, "146.50", "10:30")).expect(200);
        walk.quote("2", "1", "10:40").expect(200);
        assertThat(walk.state()).isEqualTo("QUOTED");
        server.holding("MAINTENANCE_WORKER")
                .with("If-Match", "*")
                .post(walk.path() + "/quotes", PaidBodies.quote("3", "1", "10:45"))
                .expectProblem(403, "work-order-not-the-assignee");
        walk.quote("3", "1", "10:50").expect(200);
        assertThat(walk.work().text("/quote/total/amount")).isEqualTo("279.50");
    }

    @Test
    void nobodyReplacesAQuoteThatTheyHaveNotSeen() {
        PaidWalk walk = walk();
        String path = walk.path() + "/quotes";
        String dear = PaidBodies.quote("9", "1", "10:30");
        worker.with("If-Match", "*").post(path, dear).expectProblem(412, "precondition-failed");
        walk.quote("1", "1", "10:00").expect(200);
        worker.post(path, dear).expectProblem(428, "precondition-required");
        walk.quote("2", "1", "10:20").expect(200);
        Api late = worker.with("If-Match", "\"1\"");
        late.post(path, dear).expectProblem(412, "precondition-failed");
        assertThat(walk.work().text("/quote/total/amount")).isEqualTo("213.00");
        walk.quote("3", "1", "10:30").expect(200);
    }

    @Test
    void theOwnersWordIsKeptInsideTheStoreOfAttachments() {
        PaidWalk walk = walk();
        walk.quote("1", "1", "10:00").expect(200);
        String word = consent(owner, "146.50", "10:30");
        String out = word.replace("scans/17.pdf", "../../etc/passwd");
        Reply refused = walk.send(assistant, "consents", out);
        refused.expectProblem(400, "invalid-request");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/word/attachment");
    }

    @Test
    void anOrderTakesNoStepThatItsPaidWorkHasNotComeTo() {
        PaidWalk walk = walk();
        assertThat(guarded(walk, "QUOTE")).isEqualTo("paid-fact-missing");
        walk.quote("1", "1", "10:00").expect(200);
        assertThat(guarded(walk, "CONSENT")).isEqualTo("paid-fact-missing");
        assertThat(guarded(walk, "CANCEL")).isEqualTo("-");
        walk.send(assistant, "consents", consent(owner, "146.50", "10:30")).expect(200);
        walk.step(worker, "ARRIVE", "11:00").expect(200);
        assertThat(guarded(walk, "FINISH")).isEqualTo("paid-fact-missing");
        assertThat(guarded(walk, "SUSPEND")).isEqualTo("-");
    }

    private static String guarded(PaidWalk walk, String action) {
        try {
            WorkOrderRow row =
                    server.part(WorkOrderStore.class).find("default", walk.id()).orElseThrow();
            Actor nobody = new Actor(new StaffId("sf_1"), new PostKey("CASHIER"), "test");
            Act act = new Act(nobody, row.order().handling().lastEventAt(), null);
            server.part(PaidStepGuard.class)
                    .require(
                            "default",
                            row,
                            new WorkOrderCommand(WorkOrderAction.valueOf(action), act, null));
            return "-";
        } catch (Refused refused) {
            return refused.reasons().get(0).code().key();
        }
    }
}
