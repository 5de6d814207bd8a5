package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class DepositTest {

    private final RunningServer server = RunningServer.shared();
    private final Estate estate = Estate.with(server, 1);
    private final Api payer = server.holding("CASHIER");

    @Test
    void aDepositIsTakenCheckedListedSignedAndPaidBack() {
        Reply taken = take("2000.00", receipt()).expect(201);
        String id = taken.text("/id");
        assertThat(taken.header("Location")).isEqualTo("/v1/deposits/" + id);
        assertThat(estate.entry("DEPOSIT", id))
                .isEqualTo("DEBIT 1002 2000.00, CREDIT 224101 2000.00");
        Reply kept = deduct(id, taken.header("ETag"), "300.00").expect(200);
        assertThat(kept.text("/balance/amount")).isEqualTo("1700.00");
        assertThat(estate.entry("DEPOSIT_DEDUCTION", id + ".1"))
                .isEqualTo("DEBIT 224101 300.00, CREDIT 6301 300.00");
        assertThat(held("received")).isEqualTo("2000.00");
        assertThat(held("held")).isEqualTo("1700.00");
        refund(id, kept.header("ETag"), "1700.00").expectProblem(409, "deposit-wrong-state");

        Reply checked = check("CS_ASSISTANT", id, kept.header("ETag")).expect(200);
        assertThat(checked.text("/state")).isEqualTo("CHECKED");
        Reply sheet = draw("\"" + id + "\"").expect(201);
        assertThat(sheet.text("/total/amount")).isEqualTo("1700.00");
        String listed = read(id).header("ETag");
        refund(id, listed, "1700.00").expectProblem(409, "deposit-wrong-state");
        deduct(id, listed, "1.00").expectProblem(409, "deposit-wrong-state");
        Reply signed = sign(estate.as("CS_SUPERVISOR"), sheet.text("/id"), sheet.header("ETag"));
        assertThat(signed.expect(200).text("/signature/post")).isEqualTo("CS_SUPERVISOR");

        String etag = read(id).header("ETag");
        assertThat(refund(id, etag, "2000.00").expect(409).text("/errors/0/pointer"))
                .isEqualTo("/amount");
        Reply back = refund(id, etag, "1700.00").expect(200);
        assertThat(back.text("/state")).isEqualTo("REFUNDED");
        assertThat(back.text("/balance/amount")).isEqualTo("0.00");
        assertThat(back.json().at("/steps").findValuesAsString("action"))
                .containsExactly("DEDUCT", "CHECK", "SUMMARISE", "SIGN", "REFUND");
        assertThat(back.text("/steps/4/method")).isEqualTo("CASH");
        assertThat(estate.entry("DEPOSIT_REFUND", id))
                .isEqualTo("DEBIT 224101 1700.00, CREDIT 1001 1700.00");
        assertThat(held("held")).isEqualTo("0.00");
        refund(id, back.header("ETag"), "0.00").expectProblem(409, "deposit-wrong-state");
        draw("\"" + id + "\"").expectProblem(409, "deposit-wrong-state");
        sign(estate.as("CS_SUPERVISOR"), sheet.text("/id"), signed.header("ETag"))
                .expectProblem(409, "deposit-summary-signed");
    }

    @Test
    void everyStepIsAnotherPersons() {
        Reply many = server.newcomer("CASHIER", "STEWARD", "CS_SUPERVISOR");
        Api person = server.as(many.text("/token"));
        Reply taken =
                person.inPost("CASHIER").post("/deposits", body("2000.00", receipt())).expect(201);
        String id = taken.text("/id");
        check(person.inPost("STEWARD"), id, taken.header("ETag"))
                .expectProblem(403, "deposit-same-person");
        check("STEWARD", id, taken.header("ETag")).expect(200);
        Reply own = draw(person.inPost("STEWARD"), "\"" + id + "\"").expect(201);
        String sheet = own.text("/id");
        sign(person.inPost("CS_SUPERVISOR"), sheet, own.header("ETag"))
                .expectProblem(403, "deposit-same-person");
        estate.as("STEWARD")
                .with("If-Match", own.header("ETag"))
                .post("/deposit-summaries/" + sheet + "/signatures", signature())
                .expectProblem(403, "command-not-permitted");
        sign(estate.as("CS_SUPERVISOR"), sheet, own.header("ETag")).expect(200);
        String etag = read(id).header("ETag");
        refund(person.inPost("CASHIER"), id, etag, "2000.00")
                .expectProblem(403, "segregation-violated");
        refund(id, etag, "2000.00").expect(200);
    }

    /** AUT-22: the fee supervisor signs, or who was given a limit. */
    @Test
    void anotherLeaderSignsASheetOnlyUpToTheLimitOfThePost() {
        Limits.set(server, "DEPOSIT_REFUND", "PROPERTY_MANAGER", "1000.00");
        Reply taken = take("1000.01", receipt()).expect(201);
        check("STEWARD", taken.text("/id"), taken.header("ETag")).expect(200);
        Reply sheet = draw("\"" + taken.text("/id") + "\"").expect(201);
        Reply over = sign(estate.as("PROPERTY_MANAGER"), sheet.text("/id"), sheet.header("ETag"));
        over.expectProblem(403, "approval-over-limit");
        assertThat(over.text("/reasons/0/facts/permitted")).isEqualTo("CS_SUPERVISOR");
        assertThat(read(taken.text("/id")).text("/state")).isEqualTo("IN_SUMMARY");
        sign(estate.as("CS_SUPERVISOR"), sheet.text("/id"), sheet.header("ETag")).expect(200);

        Reply small = take("1000.00", receipt()).expect(201);
        check("STEWARD", small.text("/id"), small.header("ETag")).expect(200);
        Reply second = draw("\"" + small.text("/id") + "\"").expect(201);
        sign(estate.as("PROPERTY_MANAGER"), second.text("/id"), second.header("ETag")).expect(200);
    }

    @Test
    void whoCheckedDoesNotPayBackAndWhoCollectedDoesNotSign() {
        Reply taken = take("100.00", receipt()).expect(201);
        String id = taken.text("/id");
        Reply two = server.newcomer("STEWARD", "CASHIER");
        Api person = server.as(two.text("/token"));
        check(person.inPost("STEWARD"), id, taken.header("ETag")).expect(200);
        Reply sheet = draw("\"" + id + "\"").expect(201);
        sign(estate.as("CS_SUPERVISOR"), sheet.text("/id"), sheet.header("ETag")).expect(200);
        refund(person.inPost("CASHIER"), id, read(id).header("ETag"), "100.00")
                .expectProblem(403, "deposit-same-person");

        Reply both = server.newcomer("CASHIER", "CS_SUPERVISOR");
        Api collector = server.as(both.text("/token"));
        Reply other =
                collector.inPost("CASHIER").post("/deposits", body("5.00", receipt())).expect(201);
        check("STEWARD", other.text("/id"), other.header("ETag")).expect(200);
        Reply second = draw("\"" + other.text("/id") + "\"").expect(201);
        sign(collector.inPost("CS_SUPERVISOR"), second.text("/id"), second.header("ETag"))
                .expectProblem(403, "segregation-violated");
    }

    @Test
    void whatDoesNotFitIsNamed() {
        String receipt = receipt();
        Reply taken = take("100.00", receipt).expect(201);
        Reply twice = take("100.00", receipt).expectProblem(409, "deposit-receipt-used");
        assertThat(twice.text("/errors/0/pointer")).isEqualTo("/receipt_no");
        take("0.00", receipt()).expectProblem(409, "deposit-not-positive");
        assertThat(pointer(body("1.00", receipt()).replace("KEY", "PET"))).isEqualTo("/kind");
        assertThat(pointer(body("1.00", receipt()).replace("BANK", "SHELL"))).isEqualTo("/method");
        assertThat(pointer(body("1.00", receipt()).replace(estate.unit(0), "un_0000000000")))
                .isEqualTo("/unit_id");
        assertThat(pointer(body("1.00", " "))).isEqualTo("/receipt_no");
        String id = taken.text("/id");
        String etag = taken.header("ETag");
        Reply over = deduct(id, etag, "100.01").expectProblem(409, "deduction-over-balance");
        assertThat(over.text("/errors/0/pointer")).isEqualTo("/amount");
        deduct(id, etag, "1.00", " ", "c").expectProblem(409, "deduction-without-reason");
        deduct(id, etag, "1.00", "r", " ").expectProblem(409, "deduction-without-consent");
        draw("\"" + id + "\"").expectProblem(409, "deposit-wrong-state");
        check("STEWARD", id, etag).expect(200);
        draw("\"" + id + "\", \"" + id + "\"").expectProblem(409, "deposit-summary-twice");
        assertThat(
                        draw("\"yj_0000000000\"")
                                .expectProblem(400, "invalid-request")
                                .text("/errors/0/pointer"))
                .isEqualTo("/deposit_ids/0");
        check("STEWARD", id, etag).expectProblem(412, "precondition-failed");
        estate.as("STEWARD").post("/deposits", body("1.00", receipt())).expect(403);
        estate.as("CASHIER").get("/deposits/yj_0000000000").expectProblem(404, "not-found");
        estate.as("CASHIER")
                .get("/deposit-summaries/ds_0000000000")
                .expectProblem(404, "not-found");
    }

    @Test
    void depositsAreListedNewestFirstAndByState() {
        String first = take("1.00", receipt()).expect(201).text("/id");
        Reply second = take("2.00", receipt()).expect(201);
        check("STEWARD", second.text("/id"), second.header("ETag")).expect(200);
        String path = "/deposits?unit_id=" + estate.unit(0);
        assertThat(ids(path)).containsExactly(second.text("/id"), first);
        assertThat(ids(path + "&state=CHECKED")).containsExactly(second.text("/id"));
        estate.as("CASHIER").get(path + "&state=LOST").expectProblem(400, "invalid-request");
        assertThat(ids("/deposit-kinds")).containsExactly("ACCESS_CARD", "KEY", "RENOVATION");
        Reply page = estate.as("CASHIER").get(path + "&limit=1").expect(200);
        assertThat(ids(path + "&limit=1&cursor=" + page.text("/next_cursor")))
                .containsExactly(first);
    }

    private Iterable<String> ids(String path) {
        return estate.as("CASHIER")
                .get(path)
                .expect(200)
                .json()
                .at("/items")
                .findValuesAsString("id");
    }

    private String held(String column) {
        return estate.as("ACCOUNTANT")
                .get("/deposit-balances?on=2026-07-31&unit_id=" + estate.unit(0))
                .expect(200)
                .text("/items/0/" + column + "/amount");
    }

    private static String receipt() {
        return "YJ-" + UUID.randomUUID().toString().substring(0, 12);
    }

    private Reply read(String id) {
        return estate.as("CASHIER").get("/deposits/" + id).expect(200);
    }

    private Reply take(String amount, String receipt) {
        return estate.as("CASHIER").post("/deposits", body(amount, receipt));
    }

    private String body(String amount, String receipt) {
        return """
                {"unit_id": "%s", "kind": "KEY", "amount": {"amount": "%s", "currency": "CNY"},
                 "method": "BANK", "receipt_no": "%s", "taken_on": "2026-06-01"}"""
                .formatted(estate.unit(0), amount, receipt);
    }

    private Reply deduct(String id, String etag, String amount) {
        return deduct(id, etag, amount, "电梯划损", "同意书 17");
    }

    private Reply deduct(String id, String etag, String amount, String reason, String consent) {
        return estate.as("STEWARD")
                .with("If-Match", etag)
                .post(
                        "/deposits/" + id + "/deductions",
                        """
                        {"amount": {"amount": "%s", "currency": "CNY"}, "reason": "%s",
                         "consent": "%s", "deducted_on": "2026-06-02"}"""
                                .formatted(amount, reason, consent));
    }

    @Test
    void aSheetThatIsRejectedLetsItsDepositsGoOnAnother() {
        String one = checked();
        String other = checked();
        Reply drawn = draw("\"%s\", \"%s\"".formatted(one, other)).expect(201);
        String sheet = drawn.text("/id");
        draw("\"" + one + "\"").expectProblem(409, "deposit-wrong-state");
        reject(estate.as("STEWARD"), sheet, drawn.header("ETag"), "少一张收据")
                .expectProblem(403, "command-not-permitted");
        Reply blank = reject(estate.as("CS_SUPERVISOR"), sheet, drawn.header("ETag"), " ");
        assertThat(blank.expect(400).text("/errors/0/pointer")).isEqualTo("/reason");
        Reply no = reject(estate.as("CS_SUPERVISOR"), sheet, drawn.header("ETag"), "少一张收据");
        assertThat(no.expect(200).text("/rejection/reason")).isEqualTo("少一张收据");
        assertThat(no.text("/rejection/rejected_on")).isEqualTo("2026-06-05");
        assertThat(read(one).text("/state")).isEqualTo("CHECKED");
        sign(estate.as("CS_SUPERVISOR"), sheet, no.header("ETag"))
                .expectProblem(409, "deposit-summary-rejected");
        reject(estate.as("CS_SUPERVISOR"), sheet, drawn.header("ETag"), "再次")
                .expectProblem(412, "precondition-failed");
        Reply again = drawLater("\"" + one + "\"").expect(201);
        Reply own =
                reject(estate.as("CS_ASSISTANT"), again.text("/id"), again.header("ETag"), "漏登");
        assertThat(own.expect(200).text("/rejection/rejected_by"))
                .isEqualTo(again.text("/drawn_up_by"));
        Reply last = drawLater("\"" + one + "\"").expect(201);
        sign(estate.as("CS_SUPERVISOR"), last.text("/id"), last.header("ETag")).expect(200);
        assertThat(read(one).text("/state")).isEqualTo("SIGNED");
        assertThat(read(other).text("/state")).isEqualTo("CHECKED");
    }

    private String checked() {
        Reply taken = estate.as("CASHIER").post("/deposits", body("100.00", receipt())).expect(201);
        check("STEWARD", taken.text("/id"), taken.header("ETag")).expect(200);
        return taken.text("/id");
    }

    private Reply drawLater(String ids) {
        return estate.as("CS_ASSISTANT")
                .post(
                        "/deposit-summaries",
                        "{\"deposit_ids\": [%s], \"drawn_up_on\": \"2026-06-05\"}".formatted(ids));
    }

    private static Reply reject(Api who, String id, String etag, String reason) {
        return who.with("If-Match", etag)
                .post(
                        "/deposit-summaries/" + id + "/rejections",
                        "{\"rejected_on\": \"2026-06-05\", \"reason\": \"%s\"}".formatted(reason));
    }

    private Reply check(String post, String id, String etag) {
        return check(estate.as(post), id, etag);
    }

    private static Reply check(Api who, String id, String etag) {
        return who.with("If-Match", etag)
                .post("/deposits/" + id + "/checks", "{\"checked_on\": \"2026-06-03\"}");
    }

    private Reply draw(String ids) {
        return draw(estate.as("CS_ASSISTANT"), ids);
    }

    private static Reply draw(Api who, String ids) {
        return who.post(
                "/deposit-summaries",
                "{\"deposit_ids\": [%s], \"drawn_up_on\": \"2026-06-04\"}".formatted(ids));
    }

    private static Reply sign(Api who, String id, String etag) {
        return who.with("If-Match", etag)
                .post("/deposit-summaries/" + id + "/signatures", signature());
    }

    private static String signature() {
        return "{\"signed_on\": \"2026-06-05\"}";
    }

    private Reply refund(String id, String etag, String amount) {
        return refund(payer, id, etag, amount);
    }

    private static Reply refund(Api who, String id, String etag, String amount) {
        return who.with("If-Match", etag)
                .post(
                        "/deposits/" + id + "/refunds",
                        """
                        {"amount": {"amount": "%s", "currency": "CNY"}, "method": "CASH",
                         "refunded_on": "2026-06-06"}"""
                                .formatted(amount));
    }

    private String pointer(String body) {
        return estate.as("CASHIER")
                .post("/deposits", body)
                .expectProblem(400, "invalid-request")
                .text("/errors/0/pointer");
    }
}
