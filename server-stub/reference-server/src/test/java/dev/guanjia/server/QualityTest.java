package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Objectives over HTTP; each test judges a month of its own. */
class QualityTest {

    private final RunningServer server = RunningServer.shared();
    private final Api supervisor = server.holding("CS_SUPERVISOR");

    @Test
    void theObjectivesSayTheirFormulasAndTargets() {
        Reply objectives = supervisor.get("/quality-objectives").expect(200);
        JsonNode rate = byId(objectives, "QF-H-11");
        assertThat(rate.at("/numerator").asString()).isEqualTo("management_fee_received");
        assertThat(rate.at("/denominator").asString()).isEqualTo("management_fee_due");
        assertThat(rate.at("/comparator").asString()).isEqualTo("AT_LEAST");
        assertThat(rate.at("/target_percent").asString()).isEqualTo("95.00");
    }

    @Test
    void aMonthWithoutAnythingIsNotApplicable() {
        Reply results = supervisor.get("/quality-results?period=2022-02").expect(200);
        for (String id : new String[] {"QF-H-10", "QF-H-11", "QF-H-12"}) {
            JsonNode result = byId(results, id);
            assertThat(result.at("/verdict").asString()).isEqualTo("NOT_APPLICABLE");
            assertThat(result.at("/denominator").asString()).isEqualTo("0");
            assertThat(result.has("percent")).isFalse();
        }
    }

    @Test
    void aSurveyIsJudgedExactlyAndShowsItsForms() {
        Community community = Community.with(server, 2);
        String survey =
                supervisor
                        .post("/surveys", survey(community.id(), "2022-03", 25))
                        .expect(201)
                        .text("/id");
        String forms =
                """
                {"forms": [{"unit_id": "%s", "dissatisfied_items": [7]},
                           {"unit_id": "%s", "dissatisfied_items": []}]}
                """
                        .formatted(community.unit(0), community.unit(1));
        supervisor.post("/surveys/" + survey + "/form-batches", forms).expect(201);
        assertThat(supervisor.get("/surveys/" + survey).json().at("/forms_returned").asInt())
                .isEqualTo(2);

        JsonNode result =
                byId(supervisor.get("/quality-results?period=2022-03").expect(200), "QF-H-10");
        assertThat(result.at("/numerator").asString()).isEqualTo("49");
        assertThat(result.at("/denominator").asString()).isEqualTo("50");
        assertThat(result.at("/percent").asString()).isEqualTo("98.00");
        assertThat(result.at("/verdict").asString()).isEqualTo("MET");

        Reply rows =
                supervisor.get(
                        "/quality-results/QF-H-10/evidence?period=2022-03&measure=dissatisfied_items");
        assertThat(rows.expect(200).json().at("/items")).hasSize(1);
        assertThat(rows.text("/items/0/reference")).isEqualTo(community.unit(0));
        assertThat(rows.text("/items/0/note")).isEqualTo("7");
    }

    /** 89.50 m² at 2.40 are 214.80, fourteen days of June by the buyer. */
    @Test
    void theBuyersPartOfASoldFlatIsDueInItsMonth() {
        Estate estate = Estate.with(server, 1);
        String tariff = estate.tariff("PROPERTY_SERVICE", "2.40", "2022-01-01");
        estate.as("PROPERTY_MANAGER").post("/tariffs", tariff).expect(201);
        Api assistant = estate.as("CS_ASSISTANT");
        String buyer = assistant.post("/owners", "{\"name\": \"刘洋\"}").expect(201).text("/id");
        String sale = "{\"from\": \"2022-06-17\", \"owner_id\": \"%s\"}".formatted(buyer);
        assistant.post("/units/" + estate.unit(0) + "/facts", sale).expect(201);
        estate.bill("2022-06", "2022-06-29");
        Reply results = supervisor.get("/quality-results?period=2022-06").expect(200);
        assertThat(byId(results, "QF-H-11").at("/denominator").asString()).isEqualTo("214.8");
        estate.pay(0, "214.80", "2022-06-30").expect(201);
        Reply paid = supervisor.get("/quality-results?period=2022-06").expect(200);
        assertThat(byId(paid, "QF-H-11").at("/numerator").asString()).isEqualTo("214.8");
    }

    @Test
    void formsAreStoredAllOrNone() {
        Community community = Community.with(server, 1);
        String survey =
                supervisor
                        .post("/surveys", survey(community.id(), "2022-04", 5))
                        .expect(201)
                        .text("/id");
        String path = "/surveys/" + survey + "/form-batches";
        String unknown =
                """
                {"forms": [{"unit_id": "%s", "dissatisfied_items": [1]},
                           {"unit_id": "un_00000000", "dissatisfied_items": []}]}
                """
                        .formatted(community.unit(0));
        Reply refused = supervisor.post(path, unknown).expectProblem(400, "invalid-request");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/forms/1/unit_id");
        String beyond = "{\"forms\": [{\"unit_id\": \"%s\", \"dissatisfied_items\": [6]}]}";
        supervisor
                .post(path, beyond.formatted(community.unit(0)))
                .expectProblem(409, "survey-item-out-of-range");
        assertThat(supervisor.get("/surveys/" + survey).json().at("/forms_returned").asInt())
                .isZero();
    }

    @Test
    void badRequestsAreNamed() {
        supervisor.get("/quality-results?period=2022-13").expectProblem(400, "invalid-request");
        supervisor
                .get("/quality-results/QF-X-99/evidence?period=2022-03")
                .expectProblem(404, "not-found");
        supervisor.get("/surveys/sv_00000000").expectProblem(404, "not-found");
        supervisor
                .post("/surveys", survey("cm_00000000", "2022-03", 5))
                .expectProblem(400, "invalid-request");
    }

    private static String survey(String community, String period, int items) {
        return """
        {"community_id": "%s", "title": "满意度调查", "period": "%s", "items_per_form": %d}
        """
                .formatted(community, period, items);
    }

    private static JsonNode byId(Reply page, String id) {
        for (JsonNode item : page.json().at("/items")) {
            if (item.at("/id").asString("").equals(id)
                    || item.at("/objective_id").asString("").equals(id)) {
                return item;
            }
        }
        throw new AssertionError(id + " is not in " + page.body());
    }
}
