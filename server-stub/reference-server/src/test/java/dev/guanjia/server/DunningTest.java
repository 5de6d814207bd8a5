package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DunningTest {

    private final RunningServer server = RunningServer.shared();
    private Estate estate;
    private Api steward;

    /** One flat that has owed 214.80 since 28 May 2024. */
    @BeforeEach
    void bill() {
        estate = Estate.priced(server, 1);
        estate.bill("2024-05", "2024-05-10");
        steward = estate.as("STEWARD");
    }

    @Test
    void aRoundOpensACaseOnceAndGoesOnWithItLater() {
        assertThat(round("2024-05-28")).isEqualTo("0 0 0");
        assertThat(round("2024-05-29")).isEqualTo("1 0 0");
        assertThat(round("2024-06-20")).isEqualTo("0 1 0");
        Reply rounds = ask("/dunning-rounds").expect(200);
        assertThat(rounds.json().at("/items").findValuesAsString("on"))
                .containsExactly("2024-06-20", "2024-05-29", "2024-05-28");
        String first = rounds.text("/items/1/id");
        Reply outcome = steward.get("/dunning-rounds/" + first + "/outcomes").expect(200);
        assertThat(outcome.text("/items/0/result")).isEqualTo("OPENED");
        assertThat(outcome.text("/items/0/reason")).isEqualTo("DUE");
        assertThat(outcome.text("/items/0/level")).isEqualTo("NOTICE");
        assertThat(outcome.text("/items/0/overdue/amount")).isEqualTo("214.80");
        assertThat(outcome.text("/items/0/case_id")).isEqualTo(caseId());
        Reply one = steward.get("/dunning-cases/" + caseId()).expect(200);
        Reply listed = ask("/dunning-cases").expect(200);
        Reply arrears = ask("/arrears?on=2024-06-20").expect(200);
        assertThat(one.text("/payer_name")).isEqualTo("张伟");
        assertThat(one.text("/units/0/unit_id")).isEqualTo(estate.unit(0));
        for (String field : List.of("payer_name", "building_id", "building_name", "unit_number")) {
            String place = field.equals("payer_name") ? "/" : "/units/0/";
            assertThat(arrears.text("/items/0/" + field)).as(field).isNotEmpty();
            assertThat(List.of(outcome.text("/items/0" + place + field), one.text(place + field)))
                    .as(field)
                    .containsOnly(arrears.text("/items/0/" + field));
            assertThat(listed.text("/items/0" + place + field)).isEqualTo(one.text(place + field));
        }
        assertThat(steward.get("/dunning-rounds/" + first).expect(200).text("/opened"))
                .isEqualTo("1");
    }

    @Test
    void theListSaysWhatIsDueNextAndWhy() {
        round("2024-05-29");
        assertThat(next("2024-05-29")).isEqualTo("OWED DUE NOTICE 1");
        step("NOTIFY", "2024-05-29").expect(201);
        assertThat(next("2024-06-11")).isEqualTo("NOTICE TOO_EARLY CALL 14");
        assertThat(next("2024-06-12")).isEqualTo("NOTICE DUE CALL 15");
        step("VISIT", "2024-06-30").expect(201);
        assertThat(next("2024-08-30")).isEqualTo("VISIT DUE LAWYERS_LETTER 94");
        assertThat(ask("/dunning-cases?level=VISIT").json().at("/items").size()).isOne();
        assertThat(ask("/dunning-cases?level=NOTICE").json().at("/items").size()).isZero();
        assertThat(ask("/dunning-cases?state=VISIT").json().at("/items").size()).isOne();
        ask("/dunning-cases?state=ASLEEP").expectProblem(400, "invalid-request");
        ask("/dunning-cases?level=KNOCK").expectProblem(400, "invalid-request");
    }

    @Test
    void aPromiseRestsTheCaseUntilThePaymentsTellThatItWasKeptOrBroken() {
        agreed();
        assertThat(next("2024-07-20")).isEqualTo("AGREED PROMISE_PENDING LAWYERS_LETTER 53");
        assertThat(round("2024-07-20")).isEqualTo("0 0 1");
        assertThat(reason()).isEqualTo("PROMISE_PENDING");
        step("BREAK", "2024-07-20").expectProblem(409, "dunning-promise-standing");
        estate.pay(0, "100.00", "2024-07-25").expect(201);
        assertThat(next("2024-08-01")).isEqualTo("AGREED PROMISE_BROKEN LAWYERS_LETTER 65");
        step("KEEP", "2024-08-01").expectProblem(409, "dunning-promise-standing");
        Reply broken = step("BREAK", "2024-08-01").expect(201);
        assertThat(broken.text("/state")).isEqualTo("VISIT");
        assertThat(broken.json().has("promise")).isFalse();
    }

    @Test
    void whoPaysInTimeKeepsThePromiseAndTheCaseIsClosed() {
        agreed();
        step("CLOSE", "2024-07-20").expectProblem(409, "dunning-still-owed");
        estate.pay(0, "214.80", "2024-07-31").expect(201);
        Reply seen = steward.get("/dunning-cases/" + caseId() + "?on=2024-08-01").expect(200);
        assertThat(seen.text("/promise/standing")).isEqualTo("KEPT");
        step("KEEP", "2024-08-01").expect(201);
        step("TALK", "2024-08-01").expect(201);
        estate.bill("2091-06", "2024-07-31");
        Reply closed = step("CLOSE", "2024-08-01").expect(201);
        assertThat(closed.text("/state")).isEqualTo("CLOSED");
        assertThat(closed.text("/next/reason")).isEqualTo("CLOSED");
        estate.bill("2024-06", "2024-06-10");
        assertThat(round("2024-08-02")).isEqualTo("1 0 0");
    }

    @Test
    void aDisputeStopsDunningUntilItIsSettled() {
        round("2024-05-29");
        step("NOTIFY", "2024-05-29").expect(201);
        step("DISPUTE", "2024-06-01").expect(201);
        assertThat(next("2024-08-30")).isEqualTo("DISPUTED DISPUTED CALL 94");
        assertThat(round("2024-08-30")).isEqualTo("0 0 1");
        assertThat(reason()).isEqualTo("DISPUTED");
        step("VISIT", "2024-06-30").expectProblem(409, "dunning-wrong-state");
        step("SETTLE", "2024-09-01").expect(201);
        assertThat(next("2024-09-01")).isEqualTo("VISIT DUE CALL 96");
    }

    @Test
    void everyContactIsLoggedWithWhoWhenHowAndWhatCameOfIt() {
        agreed();
        Reply log = steward.get("/dunning-cases/" + caseId() + "/contacts?limit=2").expect(200);
        assertThat(log.json().at("/items").findValuesAsString("action"))
                .containsExactly("NOTIFY", "VISIT");
        assertThat(log.text("/items/0/post")).isEqualTo("STEWARD");
        assertThat(log.text("/items/0/channel")).isEqualTo("TELEPHONE");
        assertThat(log.text("/items/0/outcome")).isEqualTo("REACHED");
        assertThat(log.text("/items/0/note")).isEqualTo("=HYPERLINK");
        assertThat(log.text("/items/0/occurred_at")).isEqualTo("2024-05-29T02:00:00Z");
        Reply rest =
                steward.get(
                        "/dunning-cases/"
                                + caseId()
                                + "/contacts?cursor="
                                + log.text("/next_cursor"));
        assertThat(rest.text("/items/0/promise/amount/amount")).isEqualTo("214.80");
        assertThat(rest.text("/items/0/promise/by")).isEqualTo("2024-07-31");
    }

    @Test
    void whatCannotBeLoggedIsRefused() {
        round("2024-05-29");
        step("SUE", "2024-06-01").expectProblem(403, "command-not-permitted");
        step("VISIT", "2024-06-01").expectProblem(409, "dunning-wrong-state");
        step("DANCE", "2024-06-01").expectProblem(400, "invalid-request");
        step("NOTIFY", "2999-06-01").expectProblem(409, "business-time-in-the-future");
        String path = "/dunning-cases/" + caseId() + "/contacts";
        Api stale = steward.with("If-Match", "\"7\"");
        stale.post(path, contact("NOTIFY", "2024-06-01", ""))
                .expectProblem(412, "precondition-failed");
        steward.post(path, contact("NOTIFY", "2024-06-01", ""))
                .expectProblem(428, "precondition-required");
        log(contact("NOTIFY", "2024-06-01", "").replace("=HYPERLINK", " "))
                .expectProblem(409, "dunning-note-missing");
        log(contact("NOTIFY", "2024-06-01", promise("214.80", "2024-07-31")))
                .expectProblem(400, "invalid-request");
        step("NOTIFY", "2024-06-01").expect(201);
        step("AGREE", "2024-06-02").expectProblem(409, "dunning-promise-missing");
        log(contact("AGREE", "2024-06-02", promise("214.80", "2024-06-01")))
                .expectProblem(400, "invalid-request");
        log(contact("AGREE", "2024-06-02", promise("0.00", "2024-06-03")))
                .expectProblem(400, "invalid-request");
        estate.as("MAINTENANCE_WORKER")
                .post(
                        "/communities/" + estate.community() + "/dunning-rounds",
                        "{\"on\": \"2024-06-01\"}")
                .expectProblem(403, "command-not-permitted");
        steward.post("/communities/cm_0000000000/dunning-rounds", "{\"on\": \"2024-06-01\"}")
                .expectProblem(404, "not-found");
        steward.post(
                        "/communities/" + estate.community() + "/dunning-rounds",
                        "{\"on\": \"2999-06-01\"}")
                .expectRefused("business-time-in-the-future", "/on");
    }

    @Test
    void aLawyersLetterIsSentByWhoLeads() {
        round("2024-05-29");
        step("NOTIFY", "2024-05-29").expect(201);
        step("VISIT", "2024-06-30").expect(201);
        String etag = steward.get("/dunning-cases/" + caseId()).header("ETag");
        Reply sued =
                estate.as("PROPERTY_MANAGER")
                        .with("If-Match", etag)
                        .post(
                                "/dunning-cases/" + caseId() + "/contacts",
                                contact("SUE", "2024-09-01", ""))
                        .expect(201);
        assertThat(sued.text("/state")).isEqualTo("LEGAL");
        assertThat(sued.text("/next/reason")).isEqualTo("ALL_TAKEN");
    }

    @Test
    void requestsOutOfRemitNeedAWayAndQuestionsAnAnswer() {
        round("2024-05-29");
        String path = "/dunning-cases/" + caseId() + "/out-of-remit-requests";
        String request =
                """
                {"request": "加装电梯", "explanation": "由业主共同决定", "solutions": ["业主大会"]}
                """;
        String id = steward.post(path, request).expect(201).text("/id");
        assertThat(steward.get(path).expect(200).text("/items/0/id")).isEqualTo(id);
        steward.post(path, request.replace("\"业主大会\"", ""))
                .expectProblem(409, "request-without-solution");
        steward.post(path.replace(caseId(), "dc_0000000000"), request)
                .expectProblem(404, "not-found");
        String question = "{\"question\": \"怎么算？\", \"answer\": \"面积乘单价\"}";
        Reply added = steward.post("/fee-questions", question).expect(201);
        assertThat(added.text("/answer")).isEqualTo("面积乘单价");
        steward.post("/fee-questions", question.replace("面积乘单价", " "))
                .expectProblem(409, "fee-question-unanswered");
        assertThat(steward.get("/fee-questions?limit=200").expect(200).body())
                .contains(added.text("/id"));
        assertThat(steward.get("/dunning-levels").json().at("/items").findValuesAsString("id"))
                .containsExactlyElementsOf(List.of("CALL", "LAWYERS_LETTER", "NOTICE", "VISIT"));
    }

    @Test
    void anotherCompanySeesAndChangesNothing() {
        round("2024-05-29");
        Api stranger = TwoCompanies.THEIRS.as("STEWARD").with("If-Match", "*");
        String round = ask("/dunning-rounds").text("/items/0/id");
        for (String path :
                List.of(
                        "/dunning-rounds/" + round,
                        "/dunning-rounds/" + round + "/outcomes",
                        "/dunning-cases/" + caseId(),
                        "/dunning-cases/" + caseId() + "/contacts",
                        "/dunning-cases/" + caseId() + "/out-of-remit-requests")) {
            stranger.get(path).expectProblem(404, "not-found");
        }
        stranger.post(
                        "/dunning-cases/" + caseId() + "/contacts",
                        contact("NOTIFY", "2024-06-01", ""))
                .expectProblem(404, "not-found");
        stranger.post(
                        "/communities/" + estate.community() + "/dunning-rounds",
                        "{\"on\": \"2024-06-01\"}")
                .expectProblem(404, "not-found");
        stranger.post(
                        "/dunning-cases/" + caseId() + "/out-of-remit-requests",
                        "{\"request\": \"a\", \"explanation\": \"b\", \"solutions\": [\"c\"]}")
                .expectProblem(404, "not-found");
        assertThat(next("2024-05-29")).isEqualTo("OWED DUE NOTICE 1");
    }

    @Test
    void whatIsDeferredIsPassedOverUntilThePromiseIsBrokenAndThenCountsFromItsDueDay() {
        round("2024-05-29");
        step("NOTIFY", "2024-05-29").expect(201);
        defer("2026-06-02", "2026-06-30");
        assertThat(next("2026-06-01")).isEqualTo("NOTICE DUE CALL 734");
        assertThat(next("2026-06-30")).startsWith("NOTICE DEFERRED ").endsWith(" 0");
        assertThat(round("2026-06-30")).isEqualTo("0 0 1");
        assertThat(reason()).isEqualTo("DEFERRED");
        Reply owed = ask("/arrears?on=2026-06-30").expect(200);
        assertThat(owed.text("/items/0/open/amount")).isEqualTo("214.80");
        assertThat(owed.text("/items/0/deferred/amount")).isEqualTo("214.80");
        assertThat(owed.text("/items/0/overdue/amount")).isEqualTo("0.00");
        assertThat(next("2026-07-01")).isEqualTo("NOTICE DUE CALL 764");
        assertThat(round("2026-07-01")).isEqualTo("0 1 0");
    }

    private void defer(String granted, String promised) {
        String charge = estate.charges("unit_id=" + estate.unit(0)).get(0).at("/id").asString();
        String body = "{\"charge_id\": \"%s\", \"reason\": \"住院\", \"stated_on\": \"%s\"}";
        Reply asked = steward.post("/deferrals", body.formatted(charge, granted)).expect(201);
        String path = "/deferrals/" + asked.text("/id");
        Reply yes =
                estate.as("PROPERTY_MANAGER")
                        .with("If-Match", asked.header("ETag"))
                        .post(
                                path + "/confirmations",
                                "{\"confirmed_on\": \"%s\"}".formatted(granted))
                        .expect(200);
        steward.with("If-Match", yes.header("ETag"))
                .post(
                        path + "/grants",
                        "{\"granted_on\": \"%s\", \"promised_on\": \"%s\"}"
                                .formatted(granted, promised))
                .expect(200);
    }

    /** Told, visited, and promised on 15 July to pay all by the end of the month. */
    private void agreed() {
        round("2024-05-29");
        step("NOTIFY", "2024-05-29").expect(201);
        step("VISIT", "2024-06-30").expect(201);
        log(contact("AGREE", "2024-07-15", promise("214.80", "2024-07-31"))).expect(201);
    }

    private String round(String day) {
        Reply made =
                steward.post(
                                "/communities/" + estate.community() + "/dunning-rounds",
                                "{\"on\": \"%s\"}".formatted(day))
                        .expect(201);
        return made.text("/opened") + " " + made.text("/continued") + " " + made.text("/skipped");
    }

    /** Why the last round passed over the payer. */
    private String reason() {
        String round = ask("/dunning-rounds?limit=1").text("/items/0/id");
        Reply outcome = steward.get("/dunning-rounds/" + round + "/outcomes").expect(200);
        assertThat(outcome.text("/items/0/result")).isEqualTo("SKIPPED");
        return outcome.text("/items/0/reason");
    }

    private String next(String day) {
        Reply seen = ask("/dunning-cases?on=" + day).expect(200);
        return seen.text("/items/0/state")
                + " "
                + seen.text("/items/0/next/reason")
                + " "
                + seen.text("/items/0/next/level")
                + " "
                + seen.text("/items/0/next/days_overdue");
    }

    private String caseId() {
        return ask("/dunning-cases").expect(200).text("/items/0/id");
    }

    private Reply step(String action, String day) {
        return log(contact(action, day, ""));
    }

    private Reply log(String body) {
        String path = "/dunning-cases/" + caseId();
        return steward.with("If-Match", steward.get(path).expect(200).header("ETag"))
                .post(path + "/contacts", body);
    }

    private static String promise(String amount, String by) {
        return """
                , "promise": {"amount": {"amount": "%s", "currency": "CNY"}, "by": "%s"}"""
                .formatted(amount, by);
    }

    private static String contact(String action, String day, String more) {
        return """
                {"action": "%s", "channel": "TELEPHONE", "outcome": "REACHED",
                 "note": "=HYPERLINK", "occurred_at": "%sT10:00:00+08:00"%s}"""
                .formatted(action, day, more);
    }

    private Reply ask(String path) {
        return steward.get("/communities/" + estate.community() + path);
    }
}
