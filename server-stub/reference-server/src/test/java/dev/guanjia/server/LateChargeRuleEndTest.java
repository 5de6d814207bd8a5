package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** 214.80 yuan was due on 28 May; a rule asks 1 in 1,000 a day, until it ends. */
class LateChargeRuleEndTest {

    private final RunningServer server = RunningServer.shared();
    private final Estate estate = Estate.priced(server, 1);
    private final Api manager = estate.as("PROPERTY_MANAGER");

    @Test
    void beingLateCostsNothingFromTheEndOnUntilAnotherRuleStarts() {
        estate.bill("2026-05", "2026-05-29");
        String rule = rule("2026-01-01").text("/id");
        Reply before = preview("2026-06-07");
        assertThat(before.text("/items/0/amount/amount")).isEqualTo("2.15");
        Reply ended = end(rule, "2026-06-08").expect(200);
        assertThat(ended.text("/to")).isEqualTo("2026-06-08");
        assertThat(manager.get("/late-charge-rules/" + rule).expect(200).json())
                .isEqualTo(ended.json());
        assertThat(preview("2026-06-07").json()).isEqualTo(before.json());
        assertThat(preview("2026-06-08").text("/items/0/amount/amount")).isEqualTo("2.15");
        assertThat(preview("2026-06-30").text("/items/0/amount/amount")).isEqualTo("2.15");
        rule("2026-07-01");
        assertThat(preview("2026-06-30").text("/items/0/amount/amount")).isEqualTo("2.15");
        assertThat(preview("2026-07-10").text("/items/0/amount/amount")).isEqualTo("4.30");
        Reply list = manager.get("/late-charge-rules?community_id=" + estate.community());
        assertThat(list.expect(200).json().findValuesAsString("to")).containsExactly("2026-06-08");
    }

    @Test
    void aRuleDoesNotEndBeforeWhatWasEnteredWithIt() {
        estate.bill("2026-05", "2026-05-29");
        String rule = rule("2026-01-01").text("/id");
        String late = enter("2026-06-07").expect(201).text("/items/0/id");
        Reply refused = end(rule, "2026-06-07");
        refused.expectRefused("late-rule-charged-beyond", "/to");
        assertThat(refused.text("/reasons/0/facts/day")).isEqualTo("2026-06-07");
        estate.as("CS_SUPERVISOR")
                .post("/charges/" + late + "/reversals", "{\"reason\": \"规则\"}")
                .expect(201);
        end(rule, "2026-06-07").expect(200);
        Reply again = enter("2026-06-30").expect(201);
        assertThat(again.text("/items/0/amount/amount")).isEqualTo("1.93");
        assertThat(enter("2026-07-31").expect(201).json().at("/items").isEmpty()).isTrue();
    }

    @Test
    void anEndThatCannotBeIsRefused() {
        String rule = rule("2026-01-01").text("/id");
        end(rule, "2026-01-01").expectRefused("late-rule-end-before-start", "/to");
        rule("2026-04-01");
        end(rule, "2026-04-02").expectRefused("late-rule-replaced", "/to");
        end(rule, "2026-03-01").expect(200);
        end(rule, "2026-03-01").expect(200);
        end(rule, "2026-03-02").expectRefused("late-rule-ends-earlier", "/to");
        end(rule, "2026-02-01").expect(200);
        end("lr_0000000000", "2026-02-01").expectProblem(404, "not-found");
        String body = "{\"to\": \"2026-02-01\"}";
        estate.as("STEWARD")
                .post("/late-charge-rules/" + rule + "/endings", body)
                .expectProblem(403, "command-not-permitted");
    }

    private Reply end(String rule, String to) {
        return manager.post("/late-charge-rules/" + rule + "/endings", "{\"to\": \"" + to + "\"}");
    }

    private Reply rule(String from) {
        return manager.post(
                        "/late-charge-rules",
                        """
                        {"community_id": "%s", "fee_item": "PROPERTY_SERVICE", "from": "%s",
                         "rate": "1/1000", "per": "DAY", "grace_days": 0, "source": "合同"}"""
                                .formatted(estate.community(), from))
                .expect(201);
    }

    private Reply enter(String on) {
        return estate.as("CS_SUPERVISOR")
                .post(
                        "/units/" + estate.unit(0) + "/late-charges",
                        "{\"on\": \"%s\", \"due_on\": \"2026-12-31\"}".formatted(on));
    }

    private Reply preview(String on) {
        return estate.as("STEWARD")
                .get("/units/" + estate.unit(0) + "/late-charges?on=" + on)
                .expect(200);
    }
}
