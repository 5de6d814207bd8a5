package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who lives in a unit: what is put right about them, and from when to when they live there. */
class OccupantTest {

    private final RunningServer server = RunningServer.shared();
    private final Estate estate = Estate.priced(server, 1);
    private final Api assistant = estate.as("CS_ASSISTANT");
    private final String unit = estate.unit(0);

    @Test
    void nameAndNumberArePutRightWithTheVersionLastSeen() {
        String path = "/occupants/" + occupant("\"from\": \"2024-01-01\"");
        Reply first = assistant.get(path).expect(200);
        assertThat(first.header("ETag")).isEqualTo("\"1\"");
        Reply changed =
                assistant
                        .patch(path, "{\"name\": \"陈辰\", \"mobile\": null}", first.header("ETag"))
                        .expect(200);
        assertThat(changed.text("/name")).isEqualTo("陈辰");
        assertThat(changed.json().has("mobile")).isFalse();
        assertThat(changed.text("/from")).isEqualTo("2024-01-01");
        assertThat(changed.text("/recorded_at")).isEqualTo(first.text("/recorded_at"));
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assistant
                .patch(path, "{\"mobile\": \"13900022202\"}", "\"1\"")
                .expectProblem(412, "precondition-failed");
        assistant.patch(path, "{}", "").expect(428);
        fault(assistant.patch(path, "{\"name\": \"  \"}", "\"2\""), "/name");
        fault(assistant.patch(path, "{\"name\": null}", "\"2\""), "/name");
        fault(assistant.patch(path, "{\"mobile\": \"     \"}", "\"2\""), "/mobile");
        fault(assistant.patch(path, "{\"unit_id\": \"%s\"}".formatted(unit), "\"2\""), "/unit_id");
        estate.as("CASHIER")
                .patch(path, "{\"name\": \"李娜\"}", "\"2\"")
                .expectProblem(403, "command-not-permitted");
        assistant.patch("/occupants/oc_0000000000", "{}", "\"1\"").expectProblem(404, "not-found");
        assertThat(assistant.get(path).expect(200).json()).isEqualTo(changed.json());
    }

    @Test
    void theDaysArePutRightAndMakeSense() {
        String id = occupant("\"from\": \"2024-01-01\", \"until\": \"2024-07-01\"");
        String path = "/occupants/" + id;
        fault(assistant.patch(path, "{\"until\": \"2023-12-31\"}", "*"), "/until");
        fault(assistant.patch(path, "{\"until\": \"2024-01-01\"}", "*"), "/until");
        fault(assistant.patch(path, "{\"from\": \"2024-07-01\"}", "*"), "/from");
        fault(assistant.patch(path, "{\"from\": \"1899-12-31\"}", "*"), "/from");
        fault(assistant.patch(path, "{\"from\": \"\"}", "*"), "/from");
        fault(assistant.patch(path, "{\"until\": \" \"}", "*"), "/until");
        fault(assistant.patch(path, "{\"until\": \"3000-01-01\"}", "*"), "/until");
        assertThat(assistant.get(path).header("ETag")).isEqualTo("\"1\"");
        String both = "{\"from\": \"2024-08-01\", \"until\": \"2024-08-02\"}";
        assistant.patch(path, both, "*").expect(200);
        assertThat(living("2024-07-31")).isEmpty();
        assertThat(living("2024-08-01")).containsExactly(id);
        assertThat(living("2024-08-02")).isEmpty();
        Reply open = assistant.patch(path, "{\"from\": null, \"until\": null}", "*").expect(200);
        assertThat(open.json().has("from")).isFalse();
        assertThat(open.json().has("until")).isFalse();
        assertThat(living("1900-01-01")).containsExactly(id);
        assertThat(living("2999-12-31")).containsExactly(id);
        fault(enter("\"from\": \"2024-01-01\", \"until\": \"2024-01-01\""), "/until");
        fault(enter("\"until\": \"3000-01-01\""), "/until");
        assertThat(all()).containsExactly(id);
    }

    @Test
    void whoMovesOutLivesThereUntilTheDayBefore() {
        String id = occupant("\"from\": \"2024-01-01\"");
        Reply gone = moveOut(id, "2024-07-01").expect(200);
        assertThat(gone.text("/until")).isEqualTo("2024-07-01");
        assertThat(gone.text("/name")).isEqualTo("陈晨");
        assertThat(gone.text("/mobile")).isEqualTo("13900022201");
        assertThat(gone.header("ETag")).isEqualTo("\"2\"");
        assertThat(assistant.get("/occupants/" + id).json()).isEqualTo(gone.json());
        assertThat(living("2023-12-31")).isEmpty();
        assertThat(living("2024-01-01")).containsExactly(id);
        assertThat(living("2024-06-30")).containsExactly(id);
        assertThat(living("2024-07-01")).isEmpty();
        String again = occupant("\"from\": \"2024-07-01\"");
        assertThat(living("2024-06-30")).containsExactly(id);
        assertThat(living("2024-07-01")).containsExactly(again);
        assertThat(all()).containsExactly(id, again);
    }

    @Test
    void aStayEndsNoEarlierThanItStartsAndIsNotMadeLonger() {
        String id = occupant("\"from\": \"2024-01-01\", \"until\": \"2024-12-31\"");
        moveOut(id, "2023-12-31").expectRefused("occupant-out-before-in", "/until");
        moveOut(id, "2024-12-31").expectRefused("occupant-moved-out", "/until");
        fault(moveOut(id, "3000-01-01"), "/until");
        assertThat(assistant.get("/occupants/" + id).header("ETag")).isEqualTo("\"1\"");
        moveOut(id, "2024-07-01").expect(200);
        moveOut(id, "2024-07-02").expectRefused("occupant-moved-out", "/until");
        Reply chinese =
                assistant
                        .with("Accept-Language", "zh-CN")
                        .post("/occupants/" + id + "/endings", "{\"until\": \"2024-07-01\"}");
        assertThat(chinese.expectProblem(409, "occupant-moved-out").body())
                .contains("自2024-07-01起");
        moveOut("oc_0000000000", "2024-07-01").expectProblem(404, "not-found");
        fault(assistant.post("/occupants/" + id + "/endings", "{\"to\": \"2024-05-01\"}"), "/to");
        estate.as("CASHIER")
                .post("/occupants/" + id + "/endings", "{\"until\": \"2024-05-01\"}")
                .expectProblem(403, "command-not-permitted");
        assertThat(assistant.get("/occupants/" + id).text("/until")).isEqualTo("2024-07-01");
    }

    @Test
    void whoWasEnteredOrMovedOutByMistakeIsWithdrawnOrStays() {
        String id = occupant("\"from\": \"2024-01-01\"");
        moveOut(id, "2024-01-01").expect(200);
        assertThat(living("2024-01-01")).isEmpty();
        String path = "/occupants/" + id;
        assistant.patch(path, "{\"name\": \"陈辰\"}", "\"2\"").expect(200);
        fault(assistant.patch(path, "{\"from\": \"2024-01-02\"}", "\"3\""), "/from");
        assistant.patch(path, "{\"until\": null}", "\"3\"").expect(200);
        assertThat(living("2024-01-01")).containsExactly(id);
        assertThat(living("2999-12-31")).containsExactly(id);
    }

    @Test
    void ofWhomNobodySaidSinceWhenLivesThereOnAnyDayUntilTheEnd() {
        String id = occupant("\"mobile\": \"13900022203\"");
        assertThat(assistant.get("/occupants/" + id).json().has("from")).isFalse();
        assertThat(living("1900-01-01")).containsExactly(id);
        moveOut(id, "2024-07-01").expect(200);
        assertThat(living("2024-06-30")).containsExactly(id);
        assertThat(living("2024-07-01")).isEmpty();
    }

    @Test
    void thoseOfADayAreListedPageByPage() {
        String first = occupant("\"from\": \"2024-01-01\"");
        moveOut(first, "2024-03-01").expect(200);
        String second = occupant("\"from\": \"2024-02-01\"");
        String third = occupant("\"from\": \"2024-02-29\"");
        String list = "/occupants?limit=2&unit_id=" + unit + "&on=";
        Reply page = assistant.get(list + "2024-02-29").expect(200);
        assertThat(ids(page)).containsExactly(first, second);
        Reply next =
                assistant.get(list + "2024-02-29&cursor=" + page.text("/next_cursor")).expect(200);
        assertThat(ids(next)).containsExactly(third);
        Reply march = assistant.get(list + "2024-03-01").expect(200);
        assertThat(ids(march)).containsExactly(second, third);
        assertThat(march.json().has("next_cursor")).isFalse();
        String company = "/occupants?limit=200&on=2024-02-28";
        assertThat(ids(assistant.get(company).expect(200))).doesNotContain(third);
    }

    @ParameterizedTest
    @CsvSource({"2024-02-30", "1899-12-31", "3000-01-01", "soon"})
    void aDayThatIsNoneIsRefused(String day) {
        Reply refused = assistant.get("/occupants?on=" + day);
        assertThat(refused.expectProblem(400, "invalid-request").text("/errors/0/pointer"))
                .isEqualTo("on");
    }

    @Test
    void whoChangedWhatStandsInTheTrailWithoutTheNumberOfThePerson() {
        String id = occupant("\"from\": \"2024-01-01\"");
        assistant.patch("/occupants/" + id, "{\"mobile\": \"13900022209\"}", "\"1\"").expect(200);
        moveOut(id, "2024-07-01").expect(200);
        moveOut(id, "2024-08-01").expect(409);
        estate.as("CASHIER")
                .patch("/occupants/" + id, "{\"name\": \"李娜\"}", "*")
                .expectProblem(403, "command-not-permitted");
        List<String> trail =
                server.db()
                        .sql(
                                """
                                select action || ' ' || outcome || ' ' || facts::text
                                from audit_entry where subject = :id
                                order by recorded_at, id
                                """)
                        .param("id", id)
                        .query(String.class)
                        .list();
        assertThat(trail)
                .containsExactly(
                        "create-occupant ACCEPTED {\"unit_id\": \"" + unit + "\"}",
                        "update-occupant ACCEPTED {\"version\": \"2\"}",
                        "end-stay ACCEPTED {\"until\": \"2024-07-01\", \"version\": \"3\"}",
                        "update-occupant REFUSED {}");
    }

    @Test
    void anotherCompanyChangesNobodyOfOurs() {
        String id = occupant("\"from\": \"2024-01-01\"");
        Api stranger = TwoCompanies.THEIRS.as("CS_ASSISTANT");
        stranger.patch("/occupants/" + id, "{\"name\": \"李娜\"}", "*")
                .expectProblem(404, "not-found");
        stranger.get("/occupants/" + id).expectProblem(404, "not-found");
        assertThat(ids(stranger.get("/occupants?on=2024-01-01&limit=200"))).doesNotContain(id);
        Reply kept = assistant.get("/occupants/" + id).expect(200);
        assertThat(kept.text("/name")).isEqualTo("陈晨");
        assertThat(kept.header("ETag")).isEqualTo("\"1\"");
    }

    /** Where people live does not change what they agreed to pay, nor what they owe. */
    @Test
    void whoHasMovedOutStillOwesWhatWasAgreedUnderTheNameThatIsRight() {
        String id = occupant("\"from\": \"2024-01-01\"");
        String payer = "\"payer\": {\"kind\": \"OCCUPANT\", \"id\": \"%s\"}".formatted(id);
        String terms = "/units/" + unit + "/payer-terms";
        String lease = "{\"from\": \"2024-05-01\", \"until\": \"2024-06-01\", %s}";
        assistant.post(terms, lease.formatted(payer)).expect(201);
        moveOut(id, "2024-05-01").expect(200);
        assistant.patch("/occupants/" + id, "{\"name\": \"陈辰\"}", "\"2\"").expect(200);
        estate.bill("2024-05", "2024-05-29");
        Reply owed = arrears();
        assertThat(owed.text("/items/0/payer_name")).isEqualTo("陈辰");
        assertThat(owed.body()).contains("OCCUPANT:" + id);
        String notice = "/units/" + unit + "/bill-notice/html";
        assertThat(assistant.get(notice).expect(200).body()).contains("陈辰").doesNotContain("陈晨");
        Api steward = estate.as("STEWARD");
        steward.post(
                        "/communities/" + estate.community() + "/dunning-rounds",
                        "{\"on\": \"2024-07-20\"}")
                .expect(201);
        String cases = "/communities/" + estate.community() + "/dunning-cases";
        assertThat(steward.get(cases).expect(200).body()).contains("OCCUPANT:" + id, "陈辰");
        estate.as("CASHIER")
                .post("/payments", estate.payment(0, "222.80", "2024-07-21", ", " + payer))
                .expect(201);
        assertThat(arrears().body()).doesNotContain("OCCUPANT:" + id);
        assistant
                .post(terms, "{\"from\": \"2024-04-01\", \"until\": \"2024-05-01\", " + payer + "}")
                .expect(201);
    }

    private Reply arrears() {
        String list = "/communities/" + estate.community() + "/arrears?on=2024-07-31";
        return estate.as("PROPERTY_MANAGER").get(list).expect(200);
    }

    private static void fault(Reply refused, String pointer) {
        refused.expectProblem(400, "invalid-request");
        assertThat(refused.json().at("/errors").findValuesAsString("pointer"))
                .as(refused.body())
                .containsExactly(pointer);
    }

    private Reply moveOut(String id, String until) {
        return assistant.post(
                "/occupants/" + id + "/endings", "{\"until\": \"%s\"}".formatted(until));
    }

    private List<String> living(String day) {
        return ids(assistant.get("/occupants?unit_id=" + unit + "&on=" + day).expect(200));
    }

    private List<String> all() {
        return ids(assistant.get("/occupants?unit_id=" + unit).expect(200));
    }

    private static List<String> ids(Reply page) {
        return page.json().at("/items").findValuesAsString("id");
    }

    private String occupant(String more) {
        String number = more.contains("mobile") ? "" : ", \"mobile\": \"13900022201\"";
        return enter(more + number).expect(201).text("/id");
    }

    private Reply enter(String more) {
        return assistant.post(
                "/occupants", "{\"unit_id\": \"%s\", \"name\": \"陈晨\", %s}".formatted(unit, more));
    }
}
