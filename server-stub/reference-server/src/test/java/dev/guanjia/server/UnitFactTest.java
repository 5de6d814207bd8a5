package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is true of a unit by day, and that what it is today agrees with it. */
class UnitFactTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private final RunningServer server = RunningServer.shared();
    private final Estate estate = Estate.with(server, 2);
    private final Api assistant = estate.as("CS_ASSISTANT");
    private final String unit = estate.unit(0);
    private final String seller = assistant.get("/units/" + unit).text("/owner_id");

    @Test
    void aUnitOfWhichNobodySaidSinceWhenIsKnownForAnyDay() {
        Reply facts = on(unit, "2024-02-29");
        assertThat(facts.text("/since")).isEqualTo("1900-01-01");
        assertThat(facts.json().at("/standing"))
                .isEqualTo(
                        json(
                                """
                                {"area": "89.50", "use": "RESIDENTIAL", "owner_id": "%s",
                                 "vacancy": "OCCUPIED"}
                                """
                                        .formatted(seller)));
        assertThat(assistant.get("/units/" + unit + "/facts").text("/day"))
                .isEqualTo(TODAY.toString());
        assistant.get("/units/un_0000000000/facts").expectProblem(404, "not-found");
        assistant
                .get("/units/" + unit + "/facts?day=1899-12-31")
                .expectProblem(400, "invalid-request");
    }

    @Test
    void aUnitSoldInTheMiddleOfAMonthChangesHandsOnThatDay() {
        String buyer = owner();
        Reply sold =
                record("2024-05-16", "\"owner_id\": \"%s\", \"note\": \"证 61\"".formatted(buyer));
        assertThat(sold.expect(201).text("/standing/owner_id")).isEqualTo(buyer);
        assertThat(on(unit, "2024-05-15").text("/standing/owner_id")).isEqualTo(seller);
        assertThat(on(unit, "2024-05-16").text("/standing/owner_id")).isEqualTo(buyer);
        assertThat(assistant.get("/units/" + unit).text("/owner_id")).isEqualTo(buyer);
        assertThat(listed().text("/items/0/owner_id")).isEqualTo(buyer);
        Reply changes = assistant.get("/units/" + unit + "/fact-changes?limit=1").expect(200);
        assertThat(changes.text("/items/0/fact")).isEqualTo("OPENING");
        Reply next =
                assistant.get(
                        "/units/" + unit + "/fact-changes?cursor=" + changes.text("/next_cursor"));
        assertThat(next.expect(200).text("/items/0/note")).isEqualTo("证 61");
        assertThat(next.json().at("/items").size()).isEqualTo(1);
        assistant.get("/units/un_0000000000/fact-changes").expectProblem(404, "not-found");
    }

    @Test
    void aChangeThatIsRecordedLateEndsWhereALaterOneBegins() {
        record("2024-05-01", "\"use\": \"STORAGE\"").expect(201);
        record("2024-03-01", "\"use\": \"PARKING\", \"vacancy\": \"VACANT\"").expect(201);
        assertThat(on(unit, "2024-02-29").text("/standing/use")).isEqualTo("RESIDENTIAL");
        assertThat(on(unit, "2024-04-30").text("/standing/use")).isEqualTo("PARKING");
        assertThat(on(unit, "2024-05-01").text("/standing/use")).isEqualTo("STORAGE");
        assertThat(on(unit, "2024-05-01").text("/standing/vacancy")).isEqualTo("VACANT");
        assertThat(assistant.get("/units/" + unit).text("/use")).isEqualTo("STORAGE");
    }

    @Test
    void aSecondValueForADayIsRefusedNamingBothAndNothingOfTheRequestIsStored() {
        record("2024-05-01", "\"area\": \"90.10\"").expect(201);
        record("2024-05-01", "\"area\": \"90.1\"").expect(201);
        Reply refused = record("2024-05-01", "\"area\": \"91\", \"use\": \"SHOP\"");
        refused.expectRefused("unit-changes-overlap", "/area");
        assertThat(refused.json().at("/reasons/0/facts/change").asString()).contains("91 from");
        assertThat(refused.json().at("/reasons/0/facts/standing").asString())
                .contains("90.1 from 2024-05-01");
        assertThat(on(unit, "2024-05-01").text("/standing/use")).isEqualTo("RESIDENTIAL");
        assertThat(on(unit, "2024-05-01").text("/standing/area")).isEqualTo("90.10");
        Reply changes = assistant.get("/units/" + unit + "/fact-changes").expect(200);
        assertThat(changes.json().at("/items").size()).isEqualTo(2);
    }

    @Test
    void whatWasRecordedWronglyIsCorrectedFromTheSameDayOnAndBothStayOnFile() {
        record("2024-05-01", "\"area\": \"901.0\"").expect(201);
        record("2024-05-01", "\"area\": \"90.1\", \"corrects\": true").expect(201);
        record("2024-05-01", "\"area\": \"90.10\", \"corrects\": true").expect(201);
        assertThat(on(unit, "2024-04-30").text("/standing/area")).isEqualTo("89.50");
        assertThat(on(unit, "2024-05-01").text("/standing/area")).isEqualTo("90.1");
        assertThat(assistant.get("/units/" + unit).text("/area")).isEqualTo("90.1");
        JsonNode items = assistant.get("/units/" + unit + "/fact-changes").json().at("/items");
        assertThat(items.findValuesAsString("area")).containsExactly("89.50", "901.0", "90.1");
        assertThat(items.at("/1/corrects").isMissingNode()).isTrue();
        assertThat(items.at("/2/corrects").asBoolean()).isTrue();
        record("2024-05-01", "\"area\": \"91\"").expectRefused("unit-changes-overlap", "/area");
        record("2024-05-02", "\"area\": \"91\", \"corrects\": true")
                .expectRefused("unit-change-unknown", "/area");
    }

    @Test
    void whatAUnitWasEnteredWithIsCorrected() {
        String buyer = owner();
        record("1900-01-01", "\"owner_id\": \"%s\", \"corrects\": true".formatted(buyer))
                .expect(201);
        assertThat(on(unit, "2024-02-29").text("/standing/owner_id")).isEqualTo(buyer);
        assertThat(on(unit, "2024-02-29").text("/standing/area")).isEqualTo("89.50");
        agrees(unit);
        assertThat(listed().text("/items/0/owner_id")).isEqualTo(buyer);
        String later =
                "{\"building_id\": \"%s\", \"number\": \"P-9\", \"use\": \"PARKING\", \"area\": \"12\","
                        + " \"owner_id\": \"%s\", \"since\": \"%s\"}";
        String building = estate.registry().building();
        LocalDate opens = TODAY.plusDays(9);
        String space =
                estate.registry()
                        .enter(later.formatted(building, seller, opens))
                        .expect(201)
                        .text("/units/0/id");
        String use = "{\"from\": \"%s\", \"use\": \"STORAGE\", \"corrects\": true}";
        assistant.post("/units/" + space + "/facts", use.formatted(opens)).expect(201);
        assertThat(assistant.get("/units/" + space).text("/use")).isEqualTo("STORAGE");
    }

    @Test
    void nothingIsKnownAndNothingCanBeRecordedBeforeTheHistory() {
        Reply made =
                estate.registry()
                        .enter(
                                """
                                {"building_id": "%s", "number": "P-1", "use": "PARKING",
                                 "area": "12.5", "owner_id": "%s", "vacancy": "VACANT",
                                 "since": "2024-01-10"}
                                """
                                        .formatted(estate.registry().building(), seller));
        String space = made.expect(201).text("/units/0/id");
        assertThat(made.text("/units/0/owner_id")).isEqualTo(seller);
        assertThat(on(space, "2024-01-10").text("/standing/vacancy")).isEqualTo("VACANT");
        Reply before = on(space, "2024-01-09");
        assertThat(before.json().has("standing")).isFalse();
        assertThat(before.text("/since")).isEqualTo("2024-01-10");
        assistant
                .post("/units/" + space + "/facts", "{\"from\": \"2024-01-09\", \"use\": \"SHOP\"}")
                .expectRefused("unit-change-before-history", "/use");
    }

    @Test
    void whatDoesNotFitIsNamedFieldByField() {
        Reply refused =
                record(
                        "2024-05-01",
                        "\"area\": \"0\", \"use\": \"CASTLE\", \"owner_id\": \"ow_0000000000\","
                                + " \"vacancy\": \"HAUNTED\"");
        refused.expectProblem(400, "invalid-request");
        assertThat(refused.json().at("/errors").findValuesAsString("pointer"))
                .containsExactly("/area", "/use", "/owner_id", "/vacancy");
        record("2024-05-01", "\"note\": \"x\"").expectProblem(400, "invalid-request");
        assistant
                .post("/units/un_0000000000/facts", "{\"from\": \"2024-05-01\", \"use\": \"SHOP\"}")
                .expectProblem(404, "not-found");
        estate.as("CASHIER")
                .post("/units/" + unit + "/facts", "{\"from\": \"2024-05-01\", \"use\": \"SHOP\"}")
                .expectProblem(403, "command-not-permitted");
    }

    @Test
    void aUnitHasANewOwnerOrAKnownOne() {
        String place =
                "{\"number\": \"S\", \"use\": \"STORAGE\", \"area\": \"4\", \"building_id\": \"%s\""
                        .formatted(estate.registry().building());
        Reply none = estate.registry().enter(place + "}");
        assertThat(none.expect(400).text("/errors/0/pointer")).isEqualTo("/units/0/owner");
        String both = ", \"owner\": {\"name\": \"张三\"}, \"owner_id\": \"" + seller + "\"}";
        assertThat(estate.registry().enter(place + both).expect(400).text("/errors/0/pointer"))
                .isEqualTo("/units/0/owner_id");
        Reply unknown = estate.registry().enter(place + ", \"owner_id\": \"ow_0000000000\"}");
        assertThat(unknown.expect(400).text("/errors/0/pointer")).isEqualTo("/units/0/owner_id");
    }

    @Test
    void whatAUnitIsTodayFollowsItsFactsInWhateverOrderTheyAreRecorded() {
        Random random = new Random(20260101);
        List<String> owners = List.of(seller, owner(), owner());
        for (int step = 0; step < 40; step++) {
            LocalDate from = TODAY.plusDays(random.nextInt(21) - 10);
            String fact =
                    switch (random.nextInt(3)) {
                        case 0 -> "\"area\": \"" + (50 + step) + ".50\"";
                        case 1 ->
                                "\"use\": \"" + (random.nextBoolean() ? "SHOP" : "PARKING") + "\"";
                        default -> "\"owner_id\": \"" + owners.get(random.nextInt(3)) + "\"";
                    };
            String how = random.nextBoolean() ? ", \"corrects\": true" : "";
            int status = record(from.toString(), fact + how).status();
            assertThat(status).isIn(201, 409);
            agrees(unit);
        }
        Reply far = on(unit, TODAY.plusDays(30).toString());
        assertThat(far.json()).isNotEqualTo(on(unit, TODAY.minusDays(30).toString()).json());
    }

    /** A day comes: the table still has what held when the change was recorded ahead. */
    @Test
    void aChangeThatWasRecordedAheadHoldsFromItsDayOn() {
        String buyer = owner();
        record(TODAY.plusDays(1).toString(), "\"owner_id\": \"%s\"".formatted(buyer)).expect(201);
        agrees(unit);
        assertThat(assistant.get("/units/" + unit).text("/owner_id")).isEqualTo(seller);
        String other = estate.unit(1);
        String first = assistant.get("/units/" + other).text("/owner_id");
        String sold = "{\"from\": \"%s\", \"owner_id\": \"%s\", \"use\": \"SHOP\"}";
        assistant.post("/units/" + other + "/facts", sold.formatted(TODAY, buyer)).expect(201);
        server.db()
                .sql(
                        "update unit set owner_id = :first, use = 'RESIDENTIAL', changes_on = :day"
                                + " where id = :id")
                .param("first", first)
                .param("day", TODAY)
                .param("id", other)
                .update();
        agrees(other);
        assertThat(assistant.get("/units/" + other).text("/owner_id")).isEqualTo(buyer);
        assertThat(listed().text("/items/1/use")).isEqualTo("SHOP");
    }

    @Test
    void whatIsRecordedIsNeverChanged() {
        String change = "update unit_fact set use = 'SHOP' where unit_id = :id";
        assertThatThrownBy(() -> server.db().sql(change).param("id", unit).update())
                .hasMessageContaining("unit_fact");
    }

    private void agrees(String id) {
        Reply now = assistant.get("/units/" + id).expect(200);
        Reply fact = on(id, TODAY.toString());
        for (String column : List.of("/area", "/use", "/owner_id")) {
            assertThat(now.text(column)).isEqualTo(fact.text("/standing" + column));
        }
    }

    private Reply listed() {
        return assistant.get("/units?community_id=" + estate.community()).expect(200);
    }

    private Reply on(String id, String day) {
        return assistant.get("/units/" + id + "/facts?day=" + day).expect(200);
    }

    private Reply record(String from, String facts) {
        return assistant.post(
                "/units/" + unit + "/facts", "{\"from\": \"" + from + "\", " + facts + "}");
    }

    private String owner() {
        return assistant.post("/owners", "{\"name\": \"刘洋\"}").expect(201).text("/id");
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
