package dev.guanjia.server;

import static dev.guanjia.server.WorkOrderCompany.after;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The policy says what is closed without a call of the customer, and what is not. */
class ClosingTest {

    private static WorkOrderCompany company;

    @BeforeAll
    static void laysDownItsPolicies() {
        company = new WorkOrderCompany();
        policy("SUGGESTION", "ALWAYS", "ACCOUNTANT").expect(201);
        policy("HELP", "NONE", "CS_SUPERVISOR").expect(201);
    }

    private static Reply policy(String kind, String mode, String caller) {
        return company.server
                .asAdministrator()
                .post(
                        "/call-back-policies",
                        """
                        {"kind": "%s", "mode": "%s", "callers": ["%s"],
                         "customer": "OCCUPANT", "same_department": false, "from": "2026-03-01",
                         "label": {"zh": "本公司规定", "en": "Our own"}}
                        """
                                .formatted(kind, mode, caller));
    }

    @Test
    void whatThePolicyWantsCalledBackIsNotClosedByACheck() {
        WorkOrderWalk walk = done("SUGGESTION");
        walk.take(company.assistant, "CHECK_PASSED", after(10)).expect(200);
        walk.take(company.assistant, "CLOSE", after(11))
                .expectProblem(409, "work-order-call-back-due");
        walk.call(company.supervisor, "SATISFIED", after(12))
                .expectProblem(403, "callback-caller-not-entitled");
        Api named = company.server.holding("ACCOUNTANT");
        walk.call(named, "SATISFIED", after(12)).expect(201);
        assertThat(walk.take(company.assistant, "CLOSE", after(13)).expect(200).text("/state"))
                .isEqualTo("CLOSED");
    }

    @Test
    void whatThePolicyLeavesIsClosedByACheckUnlessTheCustomerRatedItBadly() {
        WorkOrderWalk free = done("HELP");
        free.take(company.assistant, "CLOSE", after(10))
                .expectProblem(409, "work-order-wrong-state");
        free.take(company.assistant, "CHECK_PASSED", after(10)).expect(200);
        free.take(company.assistant, "CLOSE", after(11)).expect(200);

        WorkOrderWalk bad = done("HELP");
        rate(company.assistant, bad, "UNSATISFIED", "\"LATE\"").expect(201);
        bad.take(company.assistant, "CHECK_PASSED", after(10)).expect(200);
        bad.take(company.assistant, "CLOSE", after(11))
                .expectProblem(409, "work-order-call-back-due");
        bad.call(company.supervisor, "UNSATISFIED", after(12)).expect(201);
        assertThat(company.assistant.get(bad.path()).text("/state"))
                .isEqualTo("CALLED_BACK_UNSATISFIED");
    }

    /** CALLBACK-08: a consultation is called back if the customer has not rated it. */
    @Test
    void aRatingTakesThePlaceOfTheCallWhereThePolicySaysSo() {
        WorkOrderWalk unrated = done("CONSULTATION");
        unrated.take(company.assistant, "CHECK_PASSED", after(10)).expect(200);
        unrated.take(company.assistant, "CLOSE", after(11))
                .expectProblem(409, "work-order-call-back-due");
        Reply rated = rate(company.assistant, unrated, "SATISFIED", "\"PROMPT\"").expect(201);
        assertThat(rated.text("/reasons/0")).isEqualTo("PROMPT");
        unrated.take(company.assistant, "CLOSE", after(11)).expect(200);
        Reply kept = company.manager.get(unrated.path() + "/ratings").expect(200);
        assertThat(kept.text("/items/0/id")).isEqualTo(rated.text("/id"));
        String query = "?community_id=" + company.community.id() + "&period=2026-03";
        Reply rates =
                company.supervisor
                        .get("/call-back-rates" + query + "&kind=CONSULTATION")
                        .expect(200);
        assertThat(rates.json().at("/rated").asInt()).isEqualTo(1);
        assertThat(rates.text("/satisfied_rate/percent")).isEqualTo("100.00");
    }

    @Test
    void aRatingIsOfWhatIsDoneAndHasItsShape() {
        WorkOrderWalk open = company.walk(open("CONSULTATION"));
        rate(company.assistant, open, "SATISFIED", "").expectProblem(409, "callback-not-done");
        WorkOrderWalk walk = done("CONSULTATION");
        rate(company.worker, walk, "SATISFIED", "").expectProblem(409, "callback-rated-by-worker");
        rate(company.assistant, walk, "UNSATISFIED", "")
                .expectRefused("callback-reason-missing", "/reasons");
        assertThat(
                        rate(company.assistant, walk, "UNANSWERED", "")
                                .expect(400)
                                .text("/errors/0/pointer"))
                .isEqualTo("/result");
        company.assistant.get("/work-orders/wo_00000000/ratings").expect(404);
    }

    @Test
    void noCompanyClosesComplaintsOrPaidRepairsUnasked() {
        for (String kind : List.of("COMPLAINT", "PAID_REPAIR")) {
            policy(kind, "NONE", "CS_SUPERVISOR")
                    .expectRefused("callback-policy-too-weak", "/mode");
        }
    }

    /** What the company found itself is looked at again; it could never be closed. */
    @Test
    void whatCannotBeCalledBackAboutIsNeitherAskedForNorRated() {
        Reply asked = policy("PATROL_FINDING", "ALWAYS", "CS_SUPERVISOR");
        asked.expectProblem(409, "callback-policy-without-call");
        assertThat(asked.text("/errors/0/pointer")).isEqualTo("/mode");
        WorkOrderWalk walk = company.walk(company.open(company.supervisor, "PATROL_FINDING", ""));
        walk.take(company.supervisor, "TRIAGE", after(1)).expect(200);
        walk.assign(company.supervisor, "ASSIGN", after(2)).expect(200);
        walk.take(company.worker, "START", after(3)).expect(200);
        walk.take(company.worker, "FINISH", after(5)).expect(200);
        Reply rated = rate(company.assistant, walk, "UNSATISFIED", "\"LATE\"");
        rated.expectProblem(409, "callback-not-rated");
        assertThat(rated.text("/errors/0/pointer")).isEqualTo("/result");
        walk.take(company.supervisor, "CHECK_PASSED", after(10)).expect(200);
        walk.take(company.supervisor, "CLOSE", after(11)).expect(200);
    }

    /** Receiving and routing is not doing: the customer service calls; its own work others call. */
    @Test
    void whatCustomerServiceHandledItselfIsCalledBackByTheLeader() {
        Reply hired = company.server.newcomer("CS_ASSISTANT");
        Api handler = company.server.as(hired.text("/token"));
        WorkOrderWalk walk = company.walk(open("COMPLAINT"));
        walk.take(company.supervisor, "VALIDATE", after(1), "属实").expect(200);
        walk.assignTo(hired.text("/staff_id"), company.supervisor, "ASSIGN", after(2)).expect(200);
        walk.take(handler, "START", after(3)).expect(200);
        walk.take(handler, "RESOLVE", after(4)).expect(200);
        walk.call(company.assistant, "SATISFIED", after(5))
                .expectProblem(403, "callback-caller-of-department");
        walk.call(company.manager, "SATISFIED", after(5)).expect(201);
        walk.take(company.assistant, "CLOSE", after(6)).expect(200);
    }

    private static Reply open(String kind) {
        return company.open(
                company.assistant, kind, "\"requester\": {\"customer_class\": \"OCCUPANT\"},");
    }

    /** Handled by the worker at minute five. */
    private static WorkOrderWalk done(String kind) {
        WorkOrderWalk walk = company.walk(open(kind));
        walk.take(company.assistant, "TRIAGE", after(1)).expect(200);
        walk.assign(company.assistant, "ASSIGN", after(2)).expect(200);
        walk.take(company.worker, "START", after(3)).expect(200);
        walk.take(company.worker, "RESOLVE", after(5)).expect(200);
        return walk;
    }

    private static Reply rate(Api who, WorkOrderWalk walk, String result, String reasons) {
        return who.post(
                walk.path() + "/ratings",
                """
                {"result": "%s", "reasons": [%s], "occurred_at": "%s"}
                """
                        .formatted(result, reasons, after(6)));
    }
}
