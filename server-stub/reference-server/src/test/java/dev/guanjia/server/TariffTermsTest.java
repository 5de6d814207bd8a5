package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tariffs with all that they can say. */
class TariffTermsTest {

    private static final String FULL =
            """
            {"community_id": "%s", "fee_item": "SECONDARY_WATER", "use": "RESIDENTIAL",
             "slabs": {"bands": [{"from": "0", "up_to": "10", "price": "2"},
                                 {"from": "10", "price": "2.5"}], "minimum": "100"},
             "currency": "CNY", "from": "2024-01-01", "to": "2025-01-01",
             "cycle": "QUARTER", "timing": "ADVANCE", "proration": "THIRTY_360",
             "rounding": {"mode": "HALF_EVEN", "decimals": 1, "scope": "PER_TOTAL"},
             "tax": {"kind": "INCLUSIVE", "rate": "0.06"},
             "discounts": [
                {"reason": "PREPAID_YEAR", "months_free": 1, "source": "notice 3"},
                {"reason": "VACANCY", "reduction": "0.3", "source": "contract 7"}]}""";

    private final RunningServer server = RunningServer.shared();
    private final Estate estate = Estate.with(server, 1);
    private final Api manager = estate.as("PROPERTY_MANAGER");
    private final String full = FULL.formatted(estate.community());

    @Test
    void aTariffKeepsAllThatItSays() {
        Reply made = manager.post("/tariffs", full).expect(201);
        Reply read = manager.get("/tariffs/" + made.text("/id")).expect(200);
        assertThat(read.json()).isEqualTo(made.json());
        assertThat(read.json().has("price")).isFalse();
        assertThat(read.text("/slabs/bands/0/up_to")).isEqualTo("10");
        assertThat(read.json().at("/slabs/bands/1").has("up_to")).isFalse();
        assertThat(read.text("/slabs/minimum")).isEqualTo("100");
        assertThat(read.text("/to")).isEqualTo("2025-01-01");
        assertThat(read.text("/cycle") + read.text("/timing") + read.text("/proration"))
                .isEqualTo("QUARTERADVANCETHIRTY_360");
        assertThat(read.json().at("/rounding").toString())
                .isEqualTo("{\"decimals\":1,\"mode\":\"HALF_EVEN\",\"scope\":\"PER_TOTAL\"}");
        assertThat(read.text("/tax/rate")).isEqualTo("0.06");
        assertThat(read.json().at("/discounts/0/months_free").asInt()).isEqualTo(1);
        assertThat(read.text("/discounts/1/reduction")).isEqualTo("0.3");
        Reply again = manager.post("/tariffs", full).expect(201);
        assertThat(again.text("/id")).isEqualTo(made.text("/id"));
    }

    @Test
    void whatIsLeftOutIsAsUsual() {
        Reply plain = estate.price("PROPERTY_SERVICE", "2.40").expect(201);
        server.db()
                .sql("update tariff set terms = null where id = :id")
                .param("id", plain.text("/id"))
                .update();
        Reply old = manager.get("/tariffs/" + plain.text("/id")).expect(200);
        assertThat(old.json()).isEqualTo(plain.json());
        assertThat(old.text("/cycle") + old.text("/timing") + old.text("/rounding/mode"))
                .isEqualTo("MONTHARREARSHALF_UP");
    }

    @Test
    void everyFaultIsFoundAtOnceAndNothingIsStored() {
        String bad =
                full.replace("\"up_to\": \"10\"", "\"up_to\": \"9\"")
                        .replace("2.5\"}", "2.5\", \"up_to\": \"20\"}")
                        .replace("QUARTER", "WEEK")
                        .replace("\"decimals\": 1", "\"decimals\": 3")
                        .replace("\"0.06\"", "\"0\"")
                        .replace("VACANCY", "PREPAID_YEAR")
                        .replace("2025-01-01", "2024-01-01");
        Reply found = manager.post("/tariff-validations", bad).expect(200);
        assertThat(found.json().at("/valid").asBoolean()).isFalse();
        assertThat(faults(found))
                .containsExactly(
                        "/slabs/bands/1/from slab-gap",
                        "/slabs/bands/1/up_to slabs-end",
                        "/to out-of-range",
                        "/cycle unknown-value",
                        "/rounding/decimals out-of-range",
                        "/tax/rate out-of-range",
                        "/discounts/1/reason out-of-range");
        manager.post("/tariffs", bad).expectProblem(400, "invalid-request");
        assertThat(manager.post("/tariff-validations", full).expect(200).body())
                .isEqualTo("{\"faults\":[],\"valid\":true}");
        assertThat(manager.get("/tariffs?limit=200").body()).doesNotContain(estate.community());
    }

    @Test
    void onlyGapsAreAConflictThatNamesTheirRows() {
        String gap = full.replace("\"from\": \"10\"", "\"from\": \"12\"");
        Reply refused = manager.post("/tariffs", gap).expectProblem(409, "slab-gap");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/slabs/bands/1/from");
        String none = full.replaceAll("(?s)\"slabs\".*?\\},\\s*\"curr", "\"curr");
        assertThat(faults(manager.post("/tariff-validations", none)))
                .containsExactly("/price wrong-format");
        String both = full.replace("\"slabs\"", "\"price\": \"2\", \"slabs\"");
        assertThat(faults(manager.post("/tariff-validations", both)))
                .containsExactly("/price wrong-format");
    }

    @Test
    void anOverlapNamesBothVersions() {
        String standing = manager.post("/tariffs", full).expect(201).text("/id");
        String next = full.replace("2024-01-01", "2024-06-01").replace("2025-01-01", "2025-06-01");
        Reply found = manager.post("/tariff-validations", next).expect(200);
        assertThat(faults(found)).containsExactly("/from tariff-versions-overlap");
        assertThat(found.text("/faults/0/facts/days")).isEqualTo("2024-06-01 to 2025-05-31");
        assertThat(found.text("/faults/0/facts/other")).isEqualTo(standing);
        assertThat(found.text("/faults/0/facts/otherDays")).isEqualTo("2024-01-01 to 2024-12-31");
        manager.post("/tariffs", next).expectProblem(409, "tariff-versions-overlap");
    }

    @Test
    void aTariffEndsOnceAndNotBeforeWhatWasCharged() {
        String id = estate.price("PROPERTY_SERVICE", "2.40").expect(201).text("/id");
        estate.calculate("2024-05");
        Reply charged = end(id, "2024-05-31").expectProblem(409, "tariff-charged-beyond");
        assertThat(charged.text("/errors/0/pointer")).isEqualTo("/to");
        end(id, "2024-01-01").expectProblem(409, "tariff-end-before-start");
        assertThat(end(id, "2024-06-01").expect(200).text("/to")).isEqualTo("2024-06-01");
        end(id, "2024-07-01").expectProblem(409, "tariff-ends-earlier");
        assertThat(manager.get("/tariffs/" + id).text("/to")).isEqualTo("2024-06-01");
        assertThat(
                        estate.as("CS_ASSISTANT")
                                .get(preview("2024-06-05"))
                                .text("/lines/0/reason/code"))
                .isEqualTo("no-tariff");
        estate.as("STEWARD")
                .post("/tariffs/" + id + "/endings", "{\"to\": \"2024-06-01\"}")
                .expectProblem(403, "command-not-permitted");
    }

    private String preview(String day) {
        return "/units/" + estate.unit(0) + "/bill-preview?day=" + day;
    }

    private Reply end(String id, String to) {
        return manager.post("/tariffs/" + id + "/endings", "{\"to\": \"%s\"}".formatted(to));
    }

    private static List<String> faults(Reply reply) {
        return reply.json()
                .at("/faults")
                .valueStream()
                .map((JsonNode f) -> f.at("/pointer").asString() + " " + f.at("/code").asString())
                .toList();
    }
}
