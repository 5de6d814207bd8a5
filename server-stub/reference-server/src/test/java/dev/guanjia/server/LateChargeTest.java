package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** 214.80 yuan was due on 28 May; a rule asks 5 in 10,000 a day after ten days of grace. */
class LateChargeTest {

    private final RunningServer server = RunningServer.shared();
    private final Estate estate = Estate.priced(server, 1);

    @Test
    void withoutARuleBeingLateCostsNothing() {
        charge();
        Reply late = preview("2026-07-31");
        assertThat(late.text("/items/0/amount/amount")).isEqualTo("0.00");
        assertThat(late.text("/items/0/overdue")).isEqualTo("true");
        assertThat(late.json().at("/items/0/lines").isEmpty()).isTrue();
        assertThat(preview("2026-05-28").json().at("/items").isEmpty()).isTrue();
    }

    @Test
    void aPastDayIsToldLineByLineAndStaysAsItWas() {
        charge();
        rule("2026-01-01", "1/2000", "10").expect(201);
        Reply before = preview("2026-06-17");
        assertThat(before.text("/items/0/amount/amount")).isEqualTo("1.07");
        assertThat(before.text("/items/0/lines/0/from")).isEqualTo("2026-06-08");
        assertThat(before.text("/items/0/lines/0/to")).isEqualTo("2026-06-17");
        assertThat(before.text("/items/0/lines/0/days")).isEqualTo("10");
        assertThat(before.text("/items/0/lines/0/exact_amount")).isEqualTo("537/500");
        assertThat(preview("2026-06-07").text("/items/0/amount/amount")).isEqualTo("0.00");

        estate.pay(0, "114.80", "2026-06-18").expect(201);
        rule("2026-06-28", "1/1000", "10").expect(201);
        assertThat(preview("2026-06-17").json()).isEqualTo(before.json());
        Reply after = preview("2026-06-30");
        assertThat(after.json().at("/items/0/lines").findValuesAsString("exact_amount"))
                .containsExactly("537/500", "1/2", "3/10");
        assertThat(after.text("/items/0/amount/amount")).isEqualTo("1.87");
        assertThat(after.text("/items/0/open/amount")).isEqualTo("100.00");
        estate.pay(0, "100.00", "2026-07-01").expect(201);
        assertThat(preview("2026-07-31").text("/items/0/amount/amount")).isEqualTo("1.87");
        assertThat(preview("2026-07-31").text("/items/0/overdue")).isEqualTo("false");
    }

    @Test
    void aDayIsEnteredOnceAndALaterOneOnlyWithItsRest() {
        String late = charge();
        rule("2026-01-01", "1/2000", "10").expect(201);
        Reply first = enter("2026-06-17").expect(201);
        assertThat(first.text("/items/0/amount/amount")).isEqualTo("1.07");
        assertThat(first.text("/items/0/fee_item")).isEqualTo("LATE_CHARGE");
        assertThat(first.text("/items/0/late_with")).isEqualTo(late);
        assertThat(first.text("/items/0/service_from")).isEqualTo("2026-06-08");
        assertThat(first.text("/items/0/binding")).isEqualTo("true");
        String id = first.text("/items/0/id");
        assertThat(estate.entry("CHARGE", id)).isEqualTo("DEBIT 1122 1.07, CREDIT 6301 1.07");
        assertThat(enter("2026-06-17").expect(201).json().at("/items").isEmpty()).isTrue();
        assertThat(enter("2026-06-10").expect(201).json().at("/items").isEmpty()).isTrue();
        Reply second = enter("2026-06-20").expect(201);
        assertThat(preview("2026-06-20").text("/items/0/amount/amount")).isEqualTo("1.40");
        assertThat(second.text("/items/0/amount/amount")).isEqualTo("0.33");
        assertThat(second.text("/items/0/service_from")).isEqualTo("2026-06-18");
        Reply paid = estate.pay(0, "216.20", "2026-11-01").expect(201);
        assertThat(paid.json().at("/allocations").findValuesAsString("charge_id"))
                .containsExactlyInAnyOrder(late, id, second.text("/items/0/id"));
        assertThat(paid.text("/prepayment/amount")).isIn("", "0.00");
    }

    @Test
    void whatWasEnteredIsTakenBackBeforeItIsEnteredOtherwise() {
        charge();
        rule("2026-01-01", "1/2000", "10").expect(201);
        String id = enter("2026-06-17").expect(201).text("/items/0/id");
        estate.pay(0, "114.80", "2026-06-10").expect(201);
        enter("2026-06-20").expectProblem(409, "late-charge-changed");
        Api supervisor = estate.as("CS_SUPERVISOR");
        supervisor.post("/charges/" + id + "/reversals", "{\"reason\": \"补录收款\"}").expect(201);
        assertThat(estate.entry("CHARGE_REVERSAL", id))
                .isEqualTo("DEBIT 6301 1.07, CREDIT 1122 1.07");
        supervisor
                .post("/charges/" + id + "/replacements", "{\"due_on\": \"2026-12-31\"}")
                .expectProblem(409, "charge-not-calculated");
        Reply again = enter("2026-06-20").expect(201);
        assertThat(again.text("/items/0/amount/amount"))
                .isEqualTo(preview("2026-06-20").text("/items/0/amount/amount"));
    }

    /** A day costs 0.1074: five days 0.54, ten 1.07, and the five after them 0.53 or 0.54. */
    @Test
    void whatIsTakenBackAndEnteredAgainAddsUpToTheReplayOfTheLatestDay() {
        charge();
        rule("2026-01-01", "1/2000", "10").expect(201);
        String first = enter("2026-06-12").expect(201).text("/items/0/id");
        Reply second = enter("2026-06-17").expect(201);
        assertThat(second.text("/items/0/amount/amount")).isEqualTo("0.53");
        estate.as("CS_SUPERVISOR")
                .post("/charges/" + first + "/reversals", "{\"reason\": \"重计\"}")
                .expect(201);
        Reply again = enter("2026-06-17").expect(201);
        assertThat(again.text("/items/0/amount/amount")).isEqualTo("0.54");
        assertThat(preview("2026-06-17").text("/items/0/amount/amount")).isEqualTo("1.07");
        Reply read = estate.as("STEWARD").get("/charges/" + again.text("/items/0/id")).expect(200);
        assertThat(read.text("/trace/charged/amount")).isEqualTo("0.53");
        assertThat(read.text("/amount/amount")).isEqualTo("0.54");
    }

    @Test
    void whoNeverOwedWasNeverLate() {
        String late = charge();
        rule("2026-01-01", "1/2000", "10").expect(201);
        String first = enter("2026-06-12").expect(201).text("/items/0/id");
        String second = enter("2026-06-17").expect(201).text("/items/0/id");
        estate.as("CS_SUPERVISOR")
                .post("/charges/" + late + "/reversals", "{\"reason\": \"房号错\"}")
                .expect(201);
        for (String id : List.of(first, second)) {
            Reply read = estate.as("STEWARD").get("/charges/" + id).expect(200);
            assertThat(read.text("/reversal/reason")).isEqualTo("房号错");
            assertThat(read.text("/open/amount")).isEqualTo("0.00");
        }
        assertThat(estate.entry("CHARGE_REVERSAL", second))
                .isEqualTo("DEBIT 6301 0.53, CREDIT 1122 0.53");
        assertThat(preview("2026-06-17").json().at("/items")).hasSize(1);
        assertThat(
                        preview(LocalDate.now(ZoneId.of("Asia/Shanghai")).toString())
                                .json()
                                .at("/items"))
                .isEmpty();
        assertThat(enter("2026-06-20").expect(201).json().at("/items")).isEmpty();
    }

    @Test
    void beingLateWithALateChargeCostsNothing() {
        charge();
        rule("2026-01-01", "1/2000", "10").expect(201);
        enter("2026-06-17").expect(201);
        Reply later = enter("2026-08-31").expect(201);
        assertThat(later.json().at("/items").size()).isEqualTo(1);
        assertThat(later.text("/items/0/late_with")).isNotEmpty();
        assertThat(enter("2026-11-20").expect(201).json().at("/items").size()).isEqualTo(1);
    }

    @Test
    void onlyASupervisorEntersDaysThatHaveBegun() {
        assertThat(enter("2999-01-01").expectProblem(409, "business-time-in-the-future").status())
                .isEqualTo(409);
        String path = "/units/" + estate.unit(0) + "/late-charges";
        String body = "{\"on\": \"2026-06-17\", \"due_on\": \"2026-06-30\"}";
        estate.as("CASHIER").post(path, body).expectProblem(403, "command-not-permitted");
        estate.as("CS_SUPERVISOR")
                .post("/units/un_0000000000/late-charges", body)
                .expectProblem(404, "not-found");
    }

    private Reply enter(String on) {
        return estate.as("CS_SUPERVISOR")
                .post(
                        "/units/" + estate.unit(0) + "/late-charges",
                        "{\"on\": \"%s\", \"due_on\": \"2026-06-30\"}".formatted(on));
    }

    @Test
    void aRuleForDaysThatWereEnteredWaitsUntilTheyAreTakenBack() {
        charge();
        rule("2026-01-01", "1/2000", "10").expect(201);
        String late = enter("2026-06-17").expect(201).text("/items/0/id");
        Reply refused =
                rule("2026-06-10", "1/1000", "10").expectProblem(409, "late-rule-charged-already");
        assertThat(refused.text("/reasons/0/facts/charged")).isEqualTo("2026-06-17");
        rule("2026-06-18", "1/1000", "10").expect(201);
        estate.as("CS_SUPERVISOR")
                .post("/charges/" + late + "/reversals", "{\"reason\": \"rule\"}")
                .expect(201);
        rule("2026-06-10", "1/1000", "10").expect(201);
    }

    @Test
    void aPromiseExcusesItsDaysUntilItIsBroken() {
        String charge = charge();
        rule("2026-01-01", "1/1000", "0").expect(201);
        defer(charge);
        Reply kept = preview("2026-06-30");
        assertThat(kept.text("/items/0/deferred_until")).isEqualTo("2026-06-30");
        assertThat(kept.text("/items/0/overdue")).isEqualTo("false");
        assertThat(kept.text("/items/0/amount/amount")).isEqualTo("0.86");
        Reply broken = preview("2026-07-01");
        assertThat(broken.text("/items/0/overdue")).isEqualTo("true");
        assertThat(broken.text("/items/0/lines/0/from")).isEqualTo("2026-05-29");
        assertThat(broken.text("/items/0/amount/amount")).isEqualTo("7.30");
        assertThat(preview("2026-06-30").json()).isEqualTo(kept.json());
    }

    /** 214.80 at 1/7000 come to 0.0306… a day. */
    @Test
    void theRuleSaysHowLessThanACoinIsRounded() {
        charge();
        String up =
                body("2026-01-01", "1/7000", "0")
                        .replace("\"source", "\"rounding\": \"UP\", \"source");
        Reply made = estate.as("PROPERTY_MANAGER").post("/late-charge-rules", up).expect(201);
        assertThat(made.text("/rounding")).isEqualTo("UP");
        assertThat(preview("2026-05-29").text("/items/0/amount/amount")).isEqualTo("0.04");
        assertThat(preview("2026-06-04").text("/items/0/amount/amount")).isEqualTo("0.22");
        Reply entered = enter("2026-06-04").expect(201);
        assertThat(entered.text("/items/0/amount/amount")).isEqualTo("0.22");
        for (String none : new String[] {"UNNECESSARY", "SIDEWAYS"}) {
            assertThat(pointer(up.replace("\"UP\"", "\"" + none + "\""))).isEqualTo("/rounding");
        }
    }

    @Test
    void rulesAreVersionsAndSayWhatAllowsThem() {
        Reply made = rule("2026-01-01", "1/2000", "10").expect(201);
        assertThat(made.text("/rounding")).isEqualTo("HALF_UP");
        assertThat(made.header("Location")).isEqualTo("/v1/late-charge-rules/" + made.text("/id"));
        Api manager = estate.as("PROPERTY_MANAGER");
        assertThat(manager.get("/late-charge-rules/" + made.text("/id")).expect(200).json())
                .isEqualTo(made.json());
        Reply twice = rule("2026-01-01", "1/1000", "0").expectProblem(409, "late-rule-stands");
        assertThat(twice.text("/errors/0/pointer")).isEqualTo("/from");
        String own = body("2026-01-01", "1/2000", "0").replace("PROPERTY_SERVICE", "LATE_CHARGE");
        manager.post("/late-charge-rules", own).expectProblem(409, "late-rule-on-late-charges");
        assertThat(pointer(body("2026-02-01", "0/1", "0"))).isEqualTo("/rate");
        assertThat(pointer(body("2026-02-01", "1/2", "-1"))).isEqualTo("/grace_days");
        assertThat(pointer(body("2026-02-01", "1/2", "0").replace("合同", " "))).isEqualTo("/source");
        assertThat(pointer(body("2026-02-01", "1/2", "0").replace("\"DAY", "\"YEAR")))
                .isEqualTo("/per");
        assertThat(pointer(body("2026-02-01", "1/2", "0").replace("Y_S", "Y_X")))
                .isEqualTo("/fee_item");
        assertThat(pointer(body("2026-02-01", "1/2", "0").replace(estate.community(), unknown())))
                .isEqualTo("/community_id");
        estate.as("STEWARD")
                .post("/late-charge-rules", body("2026-02-01", "1/2", "0"))
                .expectProblem(403, "command-not-permitted");
    }

    @Test
    void twoWhoSetARuleAtOnceSetOne() throws Exception {
        Api manager = estate.as("PROPERTY_MANAGER");
        String item = Registry.unique("Z_RACE_").toUpperCase();
        String own =
                """
                {"id": "%s", "label": {"zh": "赛", "en": "Race"}, "basis": "UNIT",
                 "management_fee": false, "from": "2890-01-01", "source": "company"}""";
        manager.post("/fee-items", own.formatted(item)).expect(201);
        String rule =
                """
                {"fee_item": "%s", "from": "2891-01-01", "rate": "1/2000", "per": "DAY",
                 "grace_days": 0, "source": "合同"}"""
                        .formatted(item);
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> one = () -> manager.post("/late-charge-rules", rule).status();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : people.invokeAll(Collections.nCopies(8, one))) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
        } finally {
            people.shutdown();
        }
    }

    @Test
    void onlyDaysThatHaveBegunAreTold() {
        Api steward = estate.as("STEWARD");
        steward.get("/units/" + estate.unit(0) + "/late-charges?on=2999-01-01")
                .expectProblem(409, "business-time-in-the-future");
        steward.get("/units/" + estate.unit(0) + "/late-charges")
                .expectProblem(400, "invalid-request");
        steward.get("/units/un_0000000000/late-charges?on=2026-06-01")
                .expectProblem(404, "not-found");
    }

    private void defer(String charge) {
        Api steward = estate.as("STEWARD");
        Reply asked =
                steward.post(
                                "/deferrals",
                                """
                                {"charge_id": "%s", "reason": "住院", "stated_on": "2026-06-01"}"""
                                        .formatted(charge))
                        .expect(201);
        String path = "/deferrals/" + asked.text("/id");
        Reply confirmed =
                estate.as("PROPERTY_MANAGER")
                        .with("If-Match", asked.header("ETag"))
                        .post(path + "/confirmations", "{\"confirmed_on\": \"2026-06-02\"}")
                        .expect(200);
        steward.with("If-Match", confirmed.header("ETag"))
                .post(
                        path + "/grants",
                        "{\"granted_on\": \"2026-06-02\", \"promised_on\": \"2026-06-30\"}")
                .expect(200);
    }

    private String charge() {
        String run = estate.bill("2026-05", "2026-05-29");
        return estate.charges("bill_run_id=" + run).get(0).at("/id").asString();
    }

    private Reply preview(String on) {
        return estate.as("STEWARD")
                .get("/units/" + estate.unit(0) + "/late-charges?on=" + on)
                .expect(200);
    }

    private Reply rule(String from, String rate, String grace) {
        return estate.as("PROPERTY_MANAGER").post("/late-charge-rules", body(from, rate, grace));
    }

    private String body(String from, String rate, String grace) {
        return """
                {"community_id": "%s", "fee_item": "PROPERTY_SERVICE", "from": "%s",
                 "rate": "%s", "per": "DAY", "grace_days": %s, "source": "合同"}"""
                .formatted(estate.community(), from, rate, grace);
    }

    private static String unknown() {
        return "cm_0000000000";
    }

    private String pointer(String body) {
        return estate.as("PROPERTY_MANAGER")
                .post("/late-charge-rules", body)
                .expectProblem(400, "invalid-request")
                .text("/errors/0/pointer");
    }
}
