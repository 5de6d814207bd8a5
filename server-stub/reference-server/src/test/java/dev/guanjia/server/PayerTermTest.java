package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.payer.PayerBook;
import dev.guanjia.property.Payer;
import dev.guanjia.property.UnitId;
import dev.guanjia.property.tenure.UnitHistory;
import dev.guanjia.server.store.PayerTermStore;
import dev.guanjia.server.store.UnitFactHistoryStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who pays which fee of a unit, and that every day has one payer. */
class PayerTermTest {

    private final RunningServer server = RunningServer.shared();
    private final Estate estate = Estate.with(server, 2);
    private final Api assistant = estate.as("CS_ASSISTANT");
    private final String unit = estate.unit(0);
    private final String owner = assistant.get("/units/" + unit).text("/owner_id");
    private final String tenant = occupant();

    @Test
    void anOccupantIsEnteredReadAndListedWithTheUnit() {
        Reply one = assistant.get("/occupants/" + tenant).expect(200);
        assertThat(one.text("/name")).isEqualTo("陈晨");
        assertThat(one.text("/unit_id")).isEqualTo(unit);
        String second = occupant();
        Reply first = assistant.get("/occupants?limit=1&unit_id=" + unit).expect(200);
        assertThat(first.json().at("/items").findValuesAsString("id")).containsExactly(tenant);
        String more = "/occupants?unit_id=" + unit + "&cursor=" + first.text("/next_cursor");
        assertThat(assistant.get(more).json().at("/items").findValuesAsString("id"))
                .containsExactly(second);
        assistant.get("/occupants/oc_0000000000").expectProblem(404, "not-found");
        Reply refused =
                assistant.post("/occupants", "{\"unit_id\": \"un_0000000000\", \"name\": \" \"}");
        refused.expectProblem(400, "invalid-request");
        assertThat(refused.json().at("/errors").findValuesAsString("pointer"))
                .containsExactly("/unit_id", "/name");
        estate.as("CASHIER")
                .post("/occupants", "{\"unit_id\": \"%s\", \"name\": \"陈晨\"}".formatted(unit))
                .expectProblem(403, "command-not-permitted");
    }

    @Test
    void theOwnersOfTheDayPayWhereNothingIsAgreed() {
        String buyer = assistant.post("/owners", "{\"name\": \"刘洋\"}").expect(201).text("/id");
        sell("2024-05-16", buyer);
        assertThat(pieces("2024-05-01", "2024-06-01"))
                .containsExactly(
                        "2024-05-01 2024-05-16 OWNER " + owner,
                        "2024-05-16 2024-06-01 OWNER " + buyer);
    }

    @Test
    void aTermForTheFeeComesBeforeOneForAllWhichComesBeforeTheOwner() {
        String other = occupant();
        agree("\"from\": \"2024-05-10\", \"until\": \"2024-05-20\"", tenant).expect(201);
        Reply own =
                agree(
                        "\"fee_item\": \"PROPERTY_SERVICE\", \"from\": \"2024-05-15\","
                                + " \"until\": \"2024-05-25\"",
                        other);
        assertThat(own.expect(201).text("/fee_item")).isEqualTo("PROPERTY_SERVICE");
        assertThat(pieces("2024-05-01", "2024-06-01"))
                .containsExactly(
                        "2024-05-01 2024-05-10 OWNER " + owner,
                        "2024-05-10 2024-05-15 OCCUPANT " + tenant,
                        "2024-05-15 2024-05-25 OCCUPANT " + other,
                        "2024-05-25 2024-06-01 OWNER " + owner);
    }

    @Test
    void twoPayersForOneFeeAndDayAreRefusedNamingBoth() {
        String first = agree("\"from\": \"2024-05-01\"", tenant).expect(201).text("/id");
        assertThat(agree("\"from\": \"2024-05-01\"", tenant).expect(201).text("/id"))
                .isEqualTo(first);
        String other = occupant();
        Reply refused = agree("\"from\": \"2024-08-01\"", other);
        refused.expectRefused("payer-terms-overlap", "/from");
        JsonNode facts = refused.json().at("/reasons/0/facts");
        assertThat(facts.at("/payer").asString()).isEqualTo("OCCUPANT:" + other);
        assertThat(facts.at("/other").asString()).isEqualTo("OCCUPANT:" + tenant);
        assertThat(facts.at("/otherDays").asString()).isEqualTo("2024-05-01 on");
        assertThat(list().json().at("/items").size()).isEqualTo(1);
        end(first, "2024-08-01").expect(201);
        agree("\"from\": \"2024-08-01\"", other).expect(201);
        assertThat(pieces("2024-07-31", "2024-08-02"))
                .containsExactly(
                        "2024-07-31 2024-08-01 OCCUPANT " + tenant,
                        "2024-08-01 2024-08-02 OCCUPANT " + other);
    }

    @Test
    void aTermThatWasEnteredByMistakeIsWithdrawnAndItsDaysAreFree() {
        String slip = "\"from\": \"2024-05-01\", \"until\": \"2025-05-01\"";
        String term = agree(slip, tenant).expect(201).text("/id");
        String other = occupant();
        agree(slip, other).expectRefused("payer-terms-overlap", "/from");
        assertThat(end(term, "2024-05-01").expect(201).text("/until")).isEqualTo("2024-05-01");
        String right = agree(slip, other).expect(201).text("/id");
        assertThat(pieces("2024-05-01", "2024-05-02"))
                .containsExactly("2024-05-01 2024-05-02 OCCUPANT " + other);
        end(term, "2024-05-01").expectRefused("payer-term-ended", "/until");
        assertThat(list().json().at("/items").findValuesAsString("id"))
                .containsSubsequence(term, right);
    }

    @Test
    void aTermEndsNoEarlierThanItStartsAndIsNeverMadeLonger() {
        String term = agree("\"from\": \"2024-05-01\"", tenant).expect(201).text("/id");
        end(term, "2024-04-30").expectRefused("payer-term-backwards", "/until");
        Reply ended = end(term, "2024-07-01").expect(201);
        assertThat(ended.text("/until")).isEqualTo("2024-07-01");
        end(term, "2024-09-01").expectRefused("payer-term-ended", "/until");
        assertThat(list().text("/items/0/until")).isEqualTo("2024-07-01");
        end(term, "2024-06-15").expect(201);
        assertThat(list().text("/items/0/until")).isEqualTo("2024-06-15");
        assertThat(list().json().at("/items").size()).isEqualTo(1);
        end("pt_0000000000", "2024-09-01").expectProblem(404, "not-found");
        estate.as("CASHIER")
                .post("/payer-terms/" + term + "/endings", "{\"until\": \"2024-09-01\"}")
                .expectProblem(403, "command-not-permitted");
    }

    @Test
    void whatDoesNotFitIsNamedFieldByField() {
        Reply refused =
                agree(
                        "\"fee_item\": \"PARTY\", \"from\": \"2024-05-01\","
                                + " \"until\": \"2024-05-01\"",
                        "oc_0000000000");
        refused.expectProblem(400, "invalid-request");
        assertThat(refused.json().at("/errors").findValuesAsString("pointer"))
                .containsExactly("/fee_item", "/payer/id", "/until");
        String path = "/units/" + unit + "/payers?fee_item=PROPERTY_SERVICE&from=2024-05-01";
        assistant.get(path + "&until=2024-05-01").expectProblem(400, "invalid-request");
        assistant.get(path + "&until=2034-05-10").expectProblem(400, "invalid-request");
        assistant.get("/units/un_0000000000/payer-terms").expectProblem(404, "not-found");
        estate.as("CASHIER")
                .post("/units/" + unit + "/payer-terms", "{}")
                .expectProblem(400, "invalid-request");
        agree(estate.as("CASHIER"), "\"from\": \"2024-05-01\"", tenant)
                .expectProblem(403, "command-not-permitted");
    }

    @Test
    void nobodyIsMadeUpForDaysBeforeTheHistory() {
        Reply made =
                estate.registry()
                        .enter(
                                """
                                {"building_id": "%s", "number": "P-1", "use": "PARKING",
                                 "area": "12.5", "owner_id": "%s", "since": "2024-01-10"}
                                """
                                        .formatted(estate.registry().building(), owner));
        String path =
                "/units/%s/payers?fee_item=PROPERTY_SERVICE&from=2024-01-01&until=2024-02-01"
                        .formatted(made.expect(201).text("/units/0/id"));
        Reply refused = assistant.get(path).expectProblem(409, "payer-unknown");
        assertThat(refused.json().at("/reasons/0/facts/days").asString()).contains("2024-01-01");
    }

    @Test
    void everyDayHasOnePayerWhateverIsAgreedEndedAndSold() {
        Random random = new Random(20260102);
        List<String> people = List.of(tenant, occupant(), occupant());
        List<String> owners = new ArrayList<>(List.of(owner));
        for (int step = 0; step < 30; step++) {
            LocalDate from = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(366));
            String until = "\", \"until\": \"" + from.plusDays(1 + random.nextInt(90));
            boolean all = random.nextBoolean();
            if (random.nextInt(5) == 0) {
                owners.add(assistant.post("/owners", "{\"name\": \"甲\"}").expect(201).text("/id"));
                sell(from.toString(), owners.get(owners.size() - 1));
            } else {
                String days = "\"from\": \"" + from + (random.nextInt(6) > 0 ? until : "") + "\"";
                String item = all ? "" : "\"fee_item\": \"PROPERTY_SERVICE\", ";
                assertThat(agree(item + days, people.get(random.nextInt(3))).status())
                        .isIn(201, 409);
            }
            cover(LocalDate.of(2023, 12, 1), LocalDate.of(2025, 2, 1));
        }
    }

    /** The pieces cover the range without gap or overlap, and no neighbours are the same. */
    private void cover(LocalDate from, LocalDate until) {
        List<String> pieces = pieces(from.toString(), until.toString());
        String next = from.toString();
        String last = "";
        for (String piece : pieces) {
            String[] parts = piece.split(" ", 3);
            assertThat(parts[0]).isEqualTo(next);
            assertThat(parts[1]).isGreaterThan(parts[0]);
            assertThat(parts[2]).isNotEqualTo(last);
            next = parts[1];
            last = parts[2];
        }
        assertThat(next).isEqualTo(until.toString());
    }

    @Test
    void whatManyUnitsAreAndWhoPaysForThemIsReadInTwoStatements() {
        agree("\"from\": \"2024-05-01\", \"until\": \"2024-06-01\"", tenant).expect(201);
        List<UnitId> ids = List.of(new UnitId(unit), new UnitId(estate.unit(1)));
        String company = company();
        UnitFactHistoryStore facts = server.part(UnitFactHistoryStore.class);
        PayerTermStore terms = server.part(PayerTermStore.class);
        assertThat(Statements.needed(() -> terms.books(company, facts.histories(company, ids))))
                .isEqualTo(2);
        Map<UnitId, UnitHistory> histories = facts.histories(company, ids);
        Map<UnitId, PayerBook> books = terms.books(company, histories);
        assertThat(books).containsOnlyKeys(ids);
        FeeItemId fee = new FeeItemId("PROPERTY_SERVICE");
        LocalDate may = LocalDate.of(2024, 5, 31);
        assertThat(books.get(ids.get(0)).payer(fee, may).orElseThrow().kind())
                .isEqualTo(Payer.Kind.OCCUPANT);
        assertThat(books.get(ids.get(1)).payer(fee, may).orElseThrow().kind())
                .isEqualTo(Payer.Kind.OWNER);
        assertThat(facts.histories("another", ids)).isEmpty();
    }

    private String company() {
        return server.db()
                .sql("select tenant from unit where id = :id")
                .param("id", unit)
                .query(String.class)
                .single();
    }

    private void sell(String from, String buyer) {
        Reply sold =
                assistant.post(
                        "/units/" + unit + "/facts",
                        "{\"from\": \"%s\", \"owner_id\": \"%s\"}".formatted(from, buyer));
        assertThat(sold.status()).isIn(201, 409);
    }

    private Reply agree(String rest, String payer) {
        return agree(assistant, rest, payer);
    }

    private Reply agree(Api who, String rest, String payer) {
        return who.post(
                "/units/" + unit + "/payer-terms",
                "{\"payer\": {\"kind\": \"OCCUPANT\", \"id\": \"%s\"}, %s}".formatted(payer, rest));
    }

    private Reply end(String term, String until) {
        return assistant.post(
                "/payer-terms/" + term + "/endings", "{\"until\": \"" + until + "\"}");
    }

    private Reply list() {
        return assistant.get("/units/" + unit + "/payer-terms").expect(200);
    }

    private List<String> pieces(String from, String until) {
        Reply reply =
                assistant.get(
                        "/units/%s/payers?fee_item=PROPERTY_SERVICE&from=%s&until=%s"
                                .formatted(unit, from, until));
        return reply.expect(200)
                .json()
                .at("/pieces")
                .valueStream()
                .map(
                        piece ->
                                "%s %s %s %s"
                                        .formatted(
                                                piece.at("/from").asString(),
                                                piece.at("/until").asString(),
                                                piece.at("/payer/kind").asString(),
                                                piece.at("/payer/id").asString()))
                .toList();
    }

    private String occupant() {
        return assistant
                .post(
                        "/occupants",
                        "{\"unit_id\": \"%s\", \"name\": \"陈晨\", \"mobile\": \"13900022201\"}"
                                .formatted(unit))
                .expect(201)
                .text("/id");
    }
}
