package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaiverTest {

    private final RunningServer server = RunningServer.shared();
    private final Estate estate = Estate.priced(server, 1);

    @Test
    void aWaiverOverTheLimitIsRefusedWithATraceAndThenApprovedByTheManager() {
        limitOfTheSupervisor();
        Reply proposed = propose("150.00", "[\"leak.pdf\"]").expect(201);
        String id = proposed.text("/id");
        assertThat(proposed.header("Location")).isEqualTo("/v1/waivers/" + id);
        assertThat(proposed.text("/state")).isEqualTo("PROPOSED");
        assertThat(proposed.json().has("signature")).isFalse();

        Api supervisor = estate.as("CS_SUPERVISOR").with("Accept-Language", "zh-CN");
        Reply refused = sign(supervisor, id, proposed.header("ETag"), "2026-06-06");
        refused.expectProblem(403, "approval-over-limit");
        assertThat(refused.text("/detail")).contains("CNY 100.00").contains("CNY 150.00");
        assertThat(refused.text("/reasons/0/facts/permitted")).contains("PROPERTY_MANAGER");
        assertThat(refusals(id)).isEqualTo(1);
        assertThat(estate.account(0, "").text("/open/amount")).isEqualTo("214.80");

        Reply posted = sign("PROPERTY_MANAGER", id, proposed.header("ETag"), "2026-06-07");
        posted.expect(200);
        assertThat(posted.text("/state")).isEqualTo("POSTED");
        assertThat(posted.text("/signature/post")).isEqualTo("PROPERTY_MANAGER");
        assertThat(posted.text("/signature/signed_on")).isEqualTo("2026-06-07");
        assertThat(posted.text("/signature/authority_version")).startsWith("AUT-20");
        assertThat(estate.entry("WAIVER", id)).isEqualTo("DEBIT 600199 150.00, CREDIT 1122 150.00");
        assertThat(estate.account(0, "").text("/waived/amount")).isEqualTo("150.00");
        assertThat(estate.account(0, "").text("/open/amount")).isEqualTo("64.80");
        assertThat(refusals(id)).isEqualTo(1);

        sign("PROPERTY_MANAGER", id, proposed.header("ETag"), "2026-06-07")
                .expectProblem(412, "precondition-failed");
        sign("PROPERTY_MANAGER", id, posted.header("ETag"), "2026-06-07")
                .expectProblem(409, "waiver-wrong-state");
    }

    @Test
    void theSupervisorSignsUpToTheLimit() {
        limitOfTheSupervisor();
        Reply proposed = propose("100.00", "[\"leak.pdf\"]").expect(201);
        Reply posted =
                sign("CS_SUPERVISOR", proposed.text("/id"), proposed.header("ETag"), "2026-06-06");
        assertThat(posted.expect(200).text("/signature/post")).isEqualTo("CS_SUPERVISOR");
    }

    @Test
    void nobodySignsTheirOwnProposalOrWithoutPapers() {
        String charge = charge();
        Reply both = server.newcomer("STEWARD", "PROPERTY_MANAGER");
        Api person = server.as(both.text("/token"));
        Reply own =
                person.inPost("STEWARD")
                        .post("/waivers", proposal(charge, "50.00", "[]"))
                        .expect(201);
        Reply refused =
                sign(
                        person.inPost("PROPERTY_MANAGER"),
                        own.text("/id"),
                        own.header("ETag"),
                        "2026-06-06");
        refused.expectProblem(403, "self-approval");
        assertThat(refused.json().at("/reasons").findValuesAsString("code"))
                .containsExactly("self-approval", "attachment-missing");
        estate.as("STEWARD")
                .with("If-Match", "*")
                .post(
                        "/waivers/" + own.text("/id") + "/signatures",
                        "{\"signed_on\": \"2026-06-06\"}")
                .expectProblem(403, "command-not-permitted");
        assertThat(refusals(own.text("/id"))).isEqualTo(2);
    }

    @Test
    void aNoOfAnotherRejectsAndANoOfTheProposerWithdraws() {
        String charge = charge();
        Reply asked = propose(charge, "200.00", "[\"a.pdf\"]").expect(201);
        String id = asked.text("/id");
        reject(server.holding("STEWARD"), asked, "2026-06-06")
                .expectProblem(403, "command-not-permitted");
        reject(estate.as("CASHIER"), asked, "2026-06-06")
                .expectProblem(403, "command-not-permitted");
        Reply no = reject(estate.as("PROPERTY_MANAGER"), asked, "2026-06-06").expect(200);
        assertThat(no.text("/state")).isEqualTo("REJECTED");
        assertThat(no.text("/rejection/rejected_on")).isEqualTo("2026-06-06");
        assertThat(no.text("/rejection/rejected_by")).isNotEqualTo(no.text("/proposed_by"));
        assertThat(no.json().has("signature")).isFalse();
        assertThat(estate.as("STEWARD").get("/waivers/" + id).expect(200).json())
                .isEqualTo(no.json());
        refusedFrom(sign("PROPERTY_MANAGER", id, no.header("ETag"), "2026-06-07"), "REJECTED");
        assertThat(estate.entry("WAIVER", id)).isEmpty();
        assertThat(estate.account(0, "").text("/open/amount")).isEqualTo("214.80");
        assertThat(estate.account(0, "").text("/waived/amount")).isEqualTo("0.00");

        Reply own = propose(charge, "200.00", "[\"a.pdf\"]").expect(201);
        Reply gone = reject(estate.as("STEWARD"), own, "2026-06-06").expect(200);
        assertThat(gone.text("/state")).isEqualTo("WITHDRAWN");
        assertThat(gone.text("/rejection/rejected_by")).isEqualTo(gone.text("/proposed_by"));
        refusedFrom(
                sign("PROPERTY_MANAGER", own.text("/id"), gone.header("ETag"), "2026-06-07"),
                "WITHDRAWN");
        refusedFrom(reject(estate.as("STEWARD"), gone, "2026-06-07"), "WITHDRAWN");

        Reply last = propose(charge, "200.00", "[\"a.pdf\"]").expect(201);
        sign("PROPERTY_MANAGER", last.text("/id"), last.header("ETag"), "2026-06-06").expect(200);
        assertThat(estate.account(0, "").text("/open/amount")).isEqualTo("14.80");
    }

    @Test
    void aNoComesBeforeTheSignatureOnThePageThatWasSeenAndOnADayThatCanBe() {
        Reply asked = propose("50.00", "[\"a.pdf\"]").expect(201);
        String id = asked.text("/id");
        Api manager = estate.as("PROPERTY_MANAGER");
        reject(manager, asked, "2026-06-04").expectProblem(409, "waiver-rejected-before-proposed");
        reject(manager, asked, "2999-06-06").expectProblem(409, "business-time-in-the-future");
        assertThat(reject(manager, asked, "2026-13-06").expect(400).text("/errors/0/pointer"))
                .isEqualTo("/rejected_on");
        manager.post("/waivers/" + id + "/rejections", "{\"rejected_on\": \"2026-06-06\"}")
                .expectProblem(428, "precondition-required");
        Reply posted = sign("PROPERTY_MANAGER", id, asked.header("ETag"), "2026-06-06").expect(200);
        reject(manager, asked, "2026-06-06").expectProblem(412, "precondition-failed");
        refusedFrom(reject(manager, posted, "2026-06-06"), "POSTED");
        refusedFrom(reject(estate.as("STEWARD"), posted, "2026-06-06"), "POSTED");
        manager.with("If-Match", "*")
                .post("/waivers/wv_0000000000/rejections", "{\"rejected_on\": \"2026-06-06\"}")
                .expectProblem(404, "not-found");
        assertThat(estate.account(0, "").text("/waived/amount")).isEqualTo("50.00");
    }

    @Test
    void whoCollectedForTheChargeDoesNotSignItsWaiver() {
        Reply both = server.newcomer("CASHIER", "PROPERTY_MANAGER");
        Api person = server.as(both.text("/token"));
        String charge = charge();
        String payment = estate.payment(0, "14.80", "2026-06-03", "");
        person.inPost("CASHIER").post("/payments", payment).expect(201);
        Reply waiver = propose(charge, "50.00", "[\"a.pdf\"]").expect(201);
        String id = waiver.text("/id");
        Reply refused =
                sign(person.inPost("PROPERTY_MANAGER"), id, waiver.header("ETag"), "2026-06-06");
        refused.expectProblem(403, "segregation-violated");
        assertThat(refused.text("/reasons/0/facts/rule")).isEqualTo("SOD-13");
        assertThat(refusals(id)).isEqualTo(1);
        sign("PROPERTY_MANAGER", id, waiver.header("ETag"), "2026-06-06").expect(200);
    }

    @Test
    void noMoreIsWaivedThanIsOpen() {
        String charge = charge();
        propose(charge, "214.81", "[\"a.pdf\"]").expectProblem(409, "waiver-over-open");
        propose(charge, "0.00", "[\"a.pdf\"]").expectProblem(409, "waiver-not-positive");
        Reply waiver = propose(charge, "214.80", "[\"a.pdf\"]").expect(201);
        estate.pay(0, "14.80", "2026-06-03").expect(201);
        sign("PROPERTY_MANAGER", waiver.text("/id"), waiver.header("ETag"), "2026-06-06")
                .expectProblem(409, "waiver-over-open");
        assertThat(refusals(waiver.text("/id"))).isZero();
        assertThat(estate.entry("WAIVER", waiver.text("/id"))).isEmpty();
        Reply mixed =
                sign("CS_SUPERVISOR", waiver.text("/id"), waiver.header("ETag"), "2026-06-06");
        assertThat(mixed.expect(403).json().at("/reasons").findValuesAsString("code"))
                .hasSize(2)
                .endsWith("waiver-over-open");
    }

    @Test
    void aChargeThatDoesNotBindIsNotWaived() {
        String run = estate.calculate("2026-05");
        String charge = estate.charges("bill_run_id=" + run).get(0).at("/id").asString();
        propose(charge, "50.00", "[\"a.pdf\"]").expectProblem(409, "waiver-over-open");
    }

    @Test
    void whatDoesNotFitIsNamedPlaceByPlace() {
        String charge = charge();
        String good = proposal(charge, "50.00", "[\"a.pdf\"]");
        assertThat(pointer(good.replace(charge, "ch_0000000000"))).isEqualTo("/charge_id");
        assertThat(pointer(good.replace("a.pdf", " "))).isEqualTo("/attachments/0");
        assertThat(pointer(good.replace("50.00", "-50.00"))).isEqualTo("/amount/amount");
        assertThat(pointer(good.replace("2026-06-05", "2024-13-05"))).isEqualTo("/proposed_on");
        assertThat(pointer(good.replace("{\"charge", "{\"why\": 1, \"charge"))).isEqualTo("/why");
        Api steward = estate.as("STEWARD");
        steward.post("/waivers", good.replace("漏水", "  "))
                .expectProblem(409, "waiver-without-reason");
        steward.post("/waivers", good.replace("CNY", "USD"))
                .expectProblem(409, "currency-mismatch");
        steward.post("/waivers", good.replace("2026-06-05", "2999-06-05"))
                .expectProblem(409, "business-time-in-the-future");
        estate.as("CS_SUPERVISOR").post("/waivers", good).expect(403);
        steward.get("/waivers/wv_0000000000").expectProblem(404, "not-found");
        Reply waiver = steward.post("/waivers", good).expect(201);
        String path = "/waivers/" + waiver.text("/id") + "/signatures";
        Api manager = estate.as("PROPERTY_MANAGER");
        manager.post(path, "{\"signed_on\": \"2026-06-06\"}")
                .expectProblem(428, "precondition-required");
        sign("PROPERTY_MANAGER", waiver.text("/id"), "*", "2999-06-06")
                .expectProblem(409, "business-time-in-the-future");
        sign("PROPERTY_MANAGER", waiver.text("/id"), "*", "2026-06-04")
                .expectProblem(409, "waiver-signed-before-proposed");
        sign("PROPERTY_MANAGER", "wv_0000000000", "*", "2026-06-06")
                .expectProblem(404, "not-found");
    }

    @Test
    void waiversAreListedNewestFirst() {
        String charge = charge();
        String older = propose(charge, "1.00", "[\"a.pdf\"]").expect(201).text("/id");
        String newer = propose(charge, "2.00", "[\"a.pdf\"]").expect(201).text("/id");
        Reply first = estate.as("STEWARD").get("/waivers?limit=1").expect(200);
        assertThat(first.text("/items/0/id")).isEqualTo(newer);
        Reply second =
                estate.as("STEWARD")
                        .get("/waivers?limit=1&cursor=" + first.text("/next_cursor"))
                        .expect(200);
        assertThat(second.text("/items/0/id")).isEqualTo(older);
        assertThat(estate.as("STEWARD").get("/waivers/" + older).expect(200).json())
                .isEqualTo(second.json().at("/items/0"));
    }

    private void limitOfTheSupervisor() {
        Reply made =
                server.asAdministrator()
                        .post(
                                "/authority-limits",
                                """
                                {"kind": "WAIVER", "post": "CS_SUPERVISOR", "from": "2024-01-01",
                                 "limit": {"amount": "100.00", "currency": "CNY"},
                                 "demo": false}""");
        assertThat(made.status()).as(made.body()).isIn(201, 409);
    }

    private String charge() {
        String run = estate.bill("2026-05", "2026-05-29");
        return estate.charges("bill_run_id=" + run).get(0).at("/id").asString();
    }

    private Reply propose(String amount, String papers) {
        return propose(charge(), amount, papers);
    }

    private Reply propose(String charge, String amount, String papers) {
        return estate.as("STEWARD").post("/waivers", proposal(charge, amount, papers));
    }

    private static String proposal(String charge, String amount, String papers) {
        return """
                {"charge_id": "%s", "amount": {"amount": "%s", "currency": "CNY"},
                 "reason": "漏水", "attachments": %s, "proposed_on": "2026-06-05"}"""
                .formatted(charge, amount, papers);
    }

    private Reply sign(String post, String id, String etag, String day) {
        return sign(estate.as(post), id, etag, day);
    }

    private static Reply sign(Api who, String id, String etag, String day) {
        return who.with("If-Match", etag)
                .post("/waivers/" + id + "/signatures", "{\"signed_on\": \"%s\"}".formatted(day));
    }

    private static Reply reject(Api who, Reply asked, String day) {
        return who.with("If-Match", asked.header("ETag"))
                .post(
                        "/waivers/" + asked.text("/id") + "/rejections",
                        "{\"rejected_on\": \"%s\"}".formatted(day));
    }

    private static void refusedFrom(Reply reply, String state) {
        reply.expectProblem(409, "waiver-wrong-state");
        assertThat(reply.text("/reasons/0/facts/state")).isEqualTo(state);
        assertThat(reply.text("/detail")).contains(state);
    }

    private int refusals(String waiver) {
        return server.db()
                .sql(
                        """
                        select count(*) from audit_entry
                        where subject = :id and outcome = 'REFUSED' and action = 'sign-waiver'
                        """)
                .param("id", waiver)
                .query(Integer.class)
                .single();
    }

    private String pointer(String body) {
        return estate.as("STEWARD")
                .post("/waivers", body)
                .expectProblem(400, "invalid-request")
                .text("/errors/0/pointer");
    }
}
