package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WriteOffTest {

    private static final String PAPERS = "[\"court.pdf\"]";

    private final RunningServer server = RunningServer.shared();
    private final Estate estate = Estate.priced(server, 1);

    @Test
    void aBadDebtIsGivenUpAndWhatComesInAfterAllIsOwedAndPaidAgain() {
        String charge = charge();
        Reply proposed = propose(charge, "214.80", PAPERS).expect(201);
        String id = proposed.text("/id");
        assertThat(proposed.header("Location")).isEqualTo("/v1/write-offs/" + id);
        assertThat(proposed.text("/standing/amount")).isEqualTo("0.00");
        assertThat(open(charge)).isEqualTo("214.80");
        recover(id, proposed.header("ETag"), "1.00").expectProblem(409, "write-off-wrong-state");

        Reply posted = approve(estate.as("PROPERTY_MANAGER"), id, proposed.header("ETag"));
        assertThat(posted.expect(200).text("/state")).isEqualTo("POSTED");
        assertThat(posted.text("/approval/authority_version")).startsWith("AUT-20");
        assertThat(posted.text("/standing/amount")).isEqualTo("214.80");
        assertThat(open(charge)).isEqualTo("0.00");
        assertThat(estate.entry("WRITE_OFF", id))
                .isEqualTo("DEBIT 6701 214.80, CREDIT 1122 214.80");
        approve(estate.as("PROPERTY_MANAGER"), id, posted.header("ETag"))
                .expectProblem(409, "write-off-wrong-state");

        recover(id, posted.header("ETag"), "214.81").expectProblem(409, "recovery-over-write-off");
        Reply recovered = recover(id, posted.header("ETag"), "100.00").expect(200);
        assertThat(recovered.text("/standing/amount")).isEqualTo("114.80");
        assertThat(recovered.text("/recoveries/0/payment")).isEqualTo("bank 42");
        assertThat(open(charge)).isEqualTo("100.00");
        assertThat(estate.entry("RECOVERY", id + ".1"))
                .isEqualTo("DEBIT 1122 100.00, CREDIT 6701 100.00");
        assertThat(estate.account(0, "").text("/open/amount")).isEqualTo("100.00");
        Reply paid = estate.pay(0, "100.00", "2026-07-01").expect(201);
        assertThat(paid.text("/allocations/0/charge_id")).isEqualTo(charge);
        assertThat(open(charge)).isEqualTo("0.00");
        assertThat(
                        estate.as("STEWARD")
                                .get("/write-offs?unit_id=" + estate.unit(0))
                                .expect(200)
                                .json()
                                .at("/items")
                                .findValuesAsString("id"))
                .containsExactly(id);
    }

    @Test
    void nobodyApprovesTheirOwnProposalOrBeyondTheirAuthorityOrWhatTheyCollect() {
        String charge = charge();
        Reply both = server.newcomer("STEWARD", "PROPERTY_MANAGER", "CASHIER");
        Api person = server.as(both.text("/token"));
        Reply own =
                person.inPost("STEWARD")
                        .post("/write-offs", body(charge, "50.00", PAPERS))
                        .expect(201);
        approve(person.inPost("PROPERTY_MANAGER"), own.text("/id"), own.header("ETag"))
                .expectProblem(403, "self-approval");
        limitOfTheSupervisor();
        Reply large = propose(charge, "100.01", PAPERS).expect(201);
        approve(estate.as("CS_SUPERVISOR"), large.text("/id"), large.header("ETag"))
                .expectProblem(403, "approval-over-limit");
        Reply small = propose(charge, "100.00", PAPERS).expect(201);
        person.inPost("CASHIER")
                .post("/payments", estate.payment(0, "14.80", "2026-06-03", ""))
                .expect(201);
        approve(person.inPost("PROPERTY_MANAGER"), small.text("/id"), small.header("ETag"))
                .expectProblem(403, "segregation-violated");
        approve(estate.as("CS_SUPERVISOR"), small.text("/id"), small.header("ETag")).expect(200);
        Reply rest = propose(charge, "100.00", PAPERS).expect(201);
        estate.pay(0, "50.00", "2026-06-04").expect(201);
        approve(estate.as("PROPERTY_MANAGER"), rest.text("/id"), rest.header("ETag"))
                .expectProblem(409, "write-off-over-open");
    }

    @Test
    void aNoOfAnotherRejectsAndANoOfTheProposerWithdraws() {
        String charge = charge();
        Reply asked = propose(charge, "50.00", PAPERS).expect(201);
        reject(server.holding("STEWARD"), asked).expectProblem(403, "command-not-permitted");
        Reply no = reject(estate.as("PROPERTY_MANAGER"), asked).expect(200);
        assertThat(no.text("/state")).isEqualTo("REJECTED");
        assertThat(no.text("/rejection/rejected_by")).isNotEqualTo(no.text("/proposed_by"));
        approve(estate.as("PROPERTY_MANAGER"), no.text("/id"), no.header("ETag"))
                .expectProblem(409, "write-off-wrong-state");
        Reply own = propose(charge, "50.00", PAPERS).expect(201);
        Reply gone = reject(estate.as("STEWARD"), own).expect(200);
        assertThat(gone.text("/state")).isEqualTo("WITHDRAWN");
        assertThat(gone.text("/rejection/rejected_by")).isEqualTo(gone.text("/proposed_by"));
        reject(estate.as("STEWARD"), gone).expectProblem(409, "write-off-wrong-state");
        approve(estate.as("PROPERTY_MANAGER"), gone.text("/id"), gone.header("ETag"))
                .expectProblem(409, "write-off-wrong-state");
        assertThat(open(charge)).isEqualTo("214.80");
    }

    @Test
    void whatDoesNotFitIsNamed() {
        String charge = charge();
        propose(charge, "214.81", PAPERS).expectProblem(409, "write-off-over-open");
        propose(charge, "0.00", PAPERS).expectProblem(409, "write-off-not-positive");
        propose(charge, "1.00", "[]").expectProblem(409, "write-off-without-evidence");
        Api steward = estate.as("STEWARD");
        steward.post("/write-offs", body(charge, "1.00", PAPERS).replace("失联", " "))
                .expectProblem(409, "write-off-without-reason");
        assertThat(pointer(body("ch_0000000000", "1.00", PAPERS))).isEqualTo("/charge_id");
        assertThat(pointer(body(charge, "1.00", "[\" \"]"))).isEqualTo("/evidence/0");
        assertThat(pointer(body(charge, "1.0", PAPERS))).isEqualTo("/amount/amount");
        steward.get("/write-offs/wf_0000000000").expectProblem(404, "not-found");
    }

    private void limitOfTheSupervisor() {
        Reply made =
                server.asAdministrator()
                        .post(
                                "/authority-limits",
                                """
                                {"kind": "WRITE_OFF", "post": "CS_SUPERVISOR",
                                 "from": "2024-01-01", "demo": false,
                                 "limit": {"amount": "100.00", "currency": "CNY"}}""");
        assertThat(made.status()).as(made.body()).isIn(201, 409);
    }

    private String charge() {
        String run = estate.bill("2026-05", "2026-05-29");
        return estate.charges("bill_run_id=" + run).get(0).at("/id").asString();
    }

    private String open(String charge) {
        return estate.as("STEWARD").get("/charges/" + charge).expect(200).text("/open/amount");
    }

    private Reply propose(String charge, String amount, String papers) {
        return estate.as("STEWARD").post("/write-offs", body(charge, amount, papers));
    }

    private static String body(String charge, String amount, String papers) {
        return """
                {"charge_id": "%s", "amount": {"amount": "%s", "currency": "CNY"},
                 "reason": "失联", "evidence": %s, "proposed_on": "2026-06-05"}"""
                .formatted(charge, amount, papers);
    }

    private static Reply approve(Api who, String id, String etag) {
        return who.with("If-Match", etag)
                .post("/write-offs/" + id + "/approvals", "{\"approved_on\": \"2026-06-06\"}");
    }

    private static Reply reject(Api who, Reply asked) {
        return who.with("If-Match", asked.header("ETag"))
                .post(
                        "/write-offs/" + asked.text("/id") + "/rejections",
                        "{\"rejected_on\": \"2026-06-06\"}");
    }

    private Reply recover(String id, String etag, String amount) {
        return estate.as("CASHIER")
                .with("If-Match", etag)
                .post(
                        "/write-offs/" + id + "/recoveries",
                        """
                        {"payment": "bank 42", "recovered_on": "2026-07-01",
                         "amount": {"amount": "%s", "currency": "CNY"}}"""
                                .formatted(amount));
    }

    private String pointer(String body) {
        return estate.as("STEWARD")
                .post("/write-offs", body)
                .expectProblem(400, "invalid-request")
                .text("/errors/0/pointer");
    }
}
