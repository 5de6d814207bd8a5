package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeferralTest {

    private final RunningServer server = RunningServer.shared();
    private final Estate estate = Estate.priced(server, 1);

    @Test
    void aDeferralIsConfirmedBySomebodyElseAndThenShownOnItsCharge() {
        String charge = charge();
        Reply asked = ask(estate.as("STEWARD"), charge).expect(201);
        String id = asked.text("/id");
        assertThat(asked.header("Location")).isEqualTo("/v1/deferrals/" + id);
        assertThat(asked.text("/state")).isEqualTo("REASON_STATED");
        grant(id, asked.header("ETag"), "2026-06-02", "2026-06-30")
                .expectProblem(409, "deferral-wrong-state");

        Reply confirmed = confirm(estate.as("PROPERTY_MANAGER"), id, asked.header("ETag"));
        assertThat(confirmed.expect(200).text("/confirmation/post")).isEqualTo("PROPERTY_MANAGER");
        assertThat(confirmed.text("/confirmation/approval")).startsWith("AUT-20");
        assertThat(shown(charge).json().has("deferred_until")).isFalse();

        String etag = confirmed.header("ETag");
        grant(id, etag, "2026-06-01", "2026-06-30").expectProblem(409, "deferral-step-too-early");
        grant(id, etag, "2026-06-02", "2026-06-01").expectProblem(400, "invalid-request");
        Reply granted = grant(id, etag, "2026-06-02", "2026-06-30").expect(200);
        assertThat(granted.text("/state")).isEqualTo("DEFERRED");
        assertThat(shown(charge).text("/deferred_until")).isEqualTo("2026-06-30");
        assertThat(shown(charge).text("/open/amount")).isEqualTo("214.80");
        assertThat(estate.charges("unit_id=" + estate.unit(0)).get(0).at("/deferred_until"))
                .hasToString("\"2026-06-30\"");
        assertThat(aged("2026-06-01", "deferred") + " " + aged("2026-06-01", "overdue"))
                .isEqualTo("0.00 214.80");
        assertThat(aged("2026-06-30", "deferred") + " " + aged("2026-06-30", "overdue"))
                .isEqualTo("214.80 0.00");
        assertThat(aged("2026-07-01", "overdue")).isEqualTo("214.80");

        Reply again = ask(estate.as("STEWARD"), charge).expect(201);
        Reply second =
                confirm(estate.as("PROPERTY_MANAGER"), again.text("/id"), again.header("ETag"));
        grant(again.text("/id"), second.header("ETag"), "2026-06-02", "2026-06-30")
                .expectProblem(409, "deferral-not-later");
        confirm(estate.as("PROPERTY_MANAGER"), id, asked.header("ETag"))
                .expectProblem(412, "precondition-failed");
        confirm(estate.as("PROPERTY_MANAGER"), id, granted.header("ETag"))
                .expectProblem(409, "deferral-wrong-state");
        assertThat(
                        estate.as("STEWARD")
                                .get("/deferrals?unit_id=" + estate.unit(0))
                                .expect(200)
                                .json()
                                .at("/items")
                                .findValuesAsString("id"))
                .containsExactly(again.text("/id"), id);
    }

    @Test
    void nobodyConfirmsWhatTheyAskedForOrBeyondTheirAuthority() {
        String charge = charge();
        Reply both = server.newcomer("STEWARD", "PROPERTY_MANAGER");
        Api person = server.as(both.text("/token"));
        Reply own = ask(person.inPost("STEWARD"), charge).expect(201);
        String id = own.text("/id");
        confirm(person.inPost("PROPERTY_MANAGER"), id, own.header("ETag"))
                .expectProblem(403, "self-approval");
        confirm(estate.as("CS_SUPERVISOR"), id, own.header("ETag"))
                .expectProblem(403, "no-authority");
        confirm(estate.as("STEWARD"), id, own.header("ETag"))
                .expectProblem(403, "command-not-permitted");
        Reply read = estate.as("STEWARD").get("/deferrals/" + id).expect(200);
        assertThat(read.text("/state")).isEqualTo("REASON_STATED");
    }

    @Test
    void aNoOfAnotherRejectsAndANoOfWhoAskedWithdraws() {
        String charge = charge();
        Api manager = estate.as("PROPERTY_MANAGER");
        Reply asked = ask(estate.as("STEWARD"), charge).expect(201);
        reject(server.holding("STEWARD"), asked, "2026-06-02")
                .expectProblem(403, "command-not-permitted");
        Reply no = reject(manager, asked, "2026-06-02").expect(200);
        assertThat(no.text("/state")).isEqualTo("REJECTED");
        assertThat(no.text("/rejection/rejected_on")).isEqualTo("2026-06-02");
        assertThat(no.text("/rejection/rejected_by")).isNotEqualTo(no.text("/stated_by"));
        refusedFrom(confirm(manager, no.text("/id"), no.header("ETag")), "REJECTED");
        refusedFrom(reject(manager, no, "2026-06-02"), "REJECTED");

        Reply own = ask(estate.as("STEWARD"), charge).expect(201);
        Reply gone = reject(estate.as("STEWARD"), own, "2026-06-02").expect(200);
        assertThat(gone.text("/state")).isEqualTo("WITHDRAWN");
        assertThat(gone.text("/rejection/rejected_by")).isEqualTo(gone.text("/stated_by"));
        refusedFrom(confirm(manager, gone.text("/id"), gone.header("ETag")), "WITHDRAWN");
        assertThat(shown(charge).json().has("deferred_until")).isFalse();
        assertThat(aged("2026-06-30", "overdue")).isEqualTo("214.80");

        Reply last = ask(estate.as("STEWARD"), charge).expect(201);
        Reply yes = confirm(manager, last.text("/id"), last.header("ETag")).expect(200);
        grant(last.text("/id"), yes.header("ETag"), "2026-06-02", "2026-06-30").expect(200);
        assertThat(shown(charge).text("/deferred_until")).isEqualTo("2026-06-30");
    }

    @Test
    void aNoComesBeforeADayIsPromisedOnThePageThatWasSeen() {
        String charge = charge();
        Api manager = estate.as("PROPERTY_MANAGER");
        Reply asked = ask(estate.as("STEWARD"), charge).expect(201);
        reject(manager, asked, "2026-05-31").expectProblem(409, "deferral-step-too-early");
        reject(manager, asked, "2999-06-02").expectProblem(409, "business-time-in-the-future");
        assertThat(reject(manager, asked, "2026-13-02").expect(400).text("/errors/0/pointer"))
                .isEqualTo("/rejected_on");
        Reply confirmed = confirm(manager, asked.text("/id"), asked.header("ETag")).expect(200);
        reject(manager, asked, "2026-06-02").expectProblem(412, "precondition-failed");
        reject(manager, confirmed, "2026-06-01").expectProblem(409, "deferral-step-too-early");
        Reply no = reject(manager, confirmed, "2026-06-02").expect(200);
        assertThat(no.text("/state")).isEqualTo("REJECTED");
        assertThat(no.json().at("/confirmation")).isEqualTo(confirmed.json().at("/confirmation"));
        refusedFrom(
                grant(no.text("/id"), no.header("ETag"), "2026-06-02", "2026-06-30"), "REJECTED");

        Reply again = ask(estate.as("STEWARD"), charge).expect(201);
        Reply yes = confirm(manager, again.text("/id"), again.header("ETag")).expect(200);
        Reply granted =
                grant(again.text("/id"), yes.header("ETag"), "2026-06-02", "2026-06-30")
                        .expect(200);
        refusedFrom(reject(manager, granted, "2026-06-02"), "DEFERRED");
        refusedFrom(reject(estate.as("STEWARD"), granted, "2026-06-02"), "DEFERRED");
        manager.with("If-Match", "*")
                .post("/deferrals/hj_0000000000/rejections", "{\"rejected_on\": \"2026-06-02\"}")
                .expectProblem(404, "not-found");
    }

    private static Reply reject(Api who, Reply asked, String day) {
        return who.with("If-Match", asked.header("ETag"))
                .post(
                        "/deferrals/" + asked.text("/id") + "/rejections",
                        "{\"rejected_on\": \"%s\"}".formatted(day));
    }

    private static void refusedFrom(Reply reply, String state) {
        reply.expectProblem(409, "deferral-wrong-state");
        assertThat(reply.text("/reasons/0/facts/state")).isEqualTo(state);
        assertThat(reply.text("/detail")).contains(state);
    }

    @Test
    void whatDoesNotFitIsNamed() {
        String charge = charge();
        Api steward = estate.as("STEWARD");
        Reply unknown = ask(steward, "ch_0000000000").expectProblem(400, "invalid-request");
        assertThat(unknown.text("/errors/0/pointer")).isEqualTo("/charge_id");
        steward.post("/deferrals", body(charge).replace("住院", "  "))
                .expectProblem(409, "deferral-without-reason");
        steward.post("/deferrals", body(charge).replace("2026-06-01", "2999-06-01"))
                .expectProblem(409, "business-time-in-the-future");
        estate.pay(0, "214.80", "2026-06-01").expect(201);
        ask(steward, charge).expectProblem(409, "deferral-nothing-open");
        steward.get("/deferrals/hj_0000000000").expectProblem(404, "not-found");
    }

    private String charge() {
        String run = estate.bill("2026-05", "2026-05-29");
        return estate.charges("bill_run_id=" + run).get(0).at("/id").asString();
    }

    private String aged(String on, String what) {
        String path = "/communities/" + estate.community() + "/arrears/ageing?on=" + on;
        return estate.as("STEWARD").get(path).expect(200).text("/" + what + "/amount");
    }

    private Reply shown(String charge) {
        return estate.as("STEWARD").get("/charges/" + charge).expect(200);
    }

    private static Reply ask(Api who, String charge) {
        return who.post("/deferrals", body(charge));
    }

    private static String body(String charge) {
        return """
                {"charge_id": "%s", "reason": "住院", "stated_on": "2026-06-01"}"""
                .formatted(charge);
    }

    private static Reply confirm(Api who, String id, String etag) {
        return who.with("If-Match", etag)
                .post("/deferrals/" + id + "/confirmations", "{\"confirmed_on\": \"2026-06-02\"}");
    }

    private Reply grant(String id, String etag, String on, String promised) {
        return estate.as("STEWARD")
                .with("If-Match", etag)
                .post(
                        "/deferrals/" + id + "/grants",
                        "{\"granted_on\": \"%s\", \"promised_on\": \"%s\"}"
                                .formatted(on, promised));
    }
}
