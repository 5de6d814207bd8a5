package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The complaints of a month over HTTP: the ledger, cards, hotline and letter files, and rates. */
class ComplaintFileTest {

    private static final WorkOrderCompany COMPANY = new WorkOrderCompany();
    private static final Api ASSISTANT = COMPANY.assistant;
    private static final String OF =
            "?period=2026-03&as_of=2026-03-31T00:00:00Z&community_id=" + COMPANY.community.id();

    @Test
    void theLedgerIsTheSetOfCardsAndHotlineAndLetterHaveFilesOfTheirOwn() {
        String pleased = walk("GM_HOTLINE", "SATISFIED");
        // what is unsatisfied stays open and is overdue by then
        String angry = walk("GM_HOTLINE", "UNSATISFIED");
        String letter = open("LETTER").text("/id");
        String phone = open("PHONE").text("/id");
        assertThat(ids("/complaint-ledger" + OF))
                .containsExactlyInAnyOrder(pleased, angry, letter, phone);
        assertThat(ids("/complaint-ledger" + OF + "&channel=LETTER")).containsExactly(letter);
        assertThat(ids("/hotline-cases" + OF)).containsExactlyInAnyOrder(pleased, angry);
        assertThat(ids("/letter-cases" + OF)).containsExactly(letter);
        assertThat(ids("/hotline-cases?period=2026-02")).doesNotContain(pleased);
        Reply card = ASSISTANT.get("/complaints/" + pleased + "/card").expect(200);
        assertThat(card.text("/entry/file")).isEqualTo("HOTLINE");
        assertThat(card.text("/entry/verdict")).isEqualTo("VALID");
        assertThat(card.text("/ruling/reason")).isEqualTo("属实");
        assertThat(card.text("/assignee_id")).isEqualTo(COMPANY.workerId);
        assertThat(card.text("/call_back_sheet/0/result")).isEqualTo("SATISFIED");
        Reply before = ASSISTANT.get("/complaints/" + pleased + "/card?as_of=" + at(15));
        assertThat(before.expect(200).text("/entry/state")).isEqualTo("VALIDATED");
        assertThat(before.json().at("/call_back_sheet").size()).isZero();
        JsonNode rates = part("GM_HOTLINE");
        assertThat(rate(rates, "timely")).isEqualTo("1/2 50.00");
        assertThat(rate(rates, "satisfied")).isEqualTo("1/2 50.00");
        assertThat(rate(rates, "satisfied_of_valid")).isEqualTo("1/2 50.00");
        assertThat(rate(part("LETTER"), "satisfied")).isEqualTo("0/0 -");
        ASSISTANT.get("/complaints/wo_00000000/card").expectProblem(404, "not-found");
    }

    private static Reply open(String channel) {
        String body =
                COMPANY.body(
                                "COMPLAINT",
                                "\"due_at\": \"2026-03-30T00:00:00Z\",",
                                WorkOrderCompany.FRIDAY)
                        .replace("HOTLINE", channel);
        return ASSISTANT.post("/work-orders", body).expect(201);
    }

    private static String walk(String channel, String answer) {
        WorkOrderWalk walk = COMPANY.walk(open(channel));
        walk.take(COMPANY.supervisor, "VALIDATE", at(10), "属实").expect(200);
        walk.assign(COMPANY.supervisor, "ASSIGN", at(20)).expect(200);
        walk.take(COMPANY.worker, "START", at(30)).expect(200);
        walk.take(COMPANY.worker, "RESOLVE", at(40)).expect(200);
        walk.call(ASSISTANT, answer, at(50)).expect(201);
        return walk.id();
    }

    private static List<String> ids(String path) {
        List<String> ids = new ArrayList<>();
        for (JsonNode item : ASSISTANT.get(path).expect(200).json().at("/items")) {
            JsonNode entry = item.has("entry") ? item.at("/entry") : item;
            ids.add(entry.at("/work_order_id").asString());
        }
        return ids;
    }

    private static JsonNode part(String channel) {
        for (JsonNode part :
                ASSISTANT.get("/complaint-statistics" + OF).expect(200).json().at("/by_channel")) {
            if (part.at("/name").asString().equals(channel)) {
                return part;
            }
        }
        throw new AssertionError("no part " + channel);
    }

    private static String rate(JsonNode part, String name) {
        JsonNode rate = part.at("/" + name);
        return rate.at("/numerator").asInt()
                + "/"
                + rate.at("/denominator").asInt()
                + " "
                + (rate.has("percent") ? rate.at("/percent").asString() : "-");
    }

    private static String at(int minutes) {
        return WorkOrderCompany.after(minutes);
    }
}
