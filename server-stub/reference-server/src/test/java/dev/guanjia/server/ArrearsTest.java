package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ArrearsTest {

    private final RunningServer server = RunningServer.shared();

    @Test
    void whatIsOwedIsKnownForEveryDayByUnitAndPayer() {
        Estate estate = Estate.priced(server, 2);
        estate.bill("2024-05", "2024-05-10");
        estate.bill("2024-06", "2024-06-10");
        estate.pay(0, "100.00", "2024-06-15").expect(201);
        assertThat(list(estate, "2024-05-09")).isEmpty();
        assertThat(list(estate, "2024-05-28")).containsOnly("1 214.80 0.00 0 NOT_DUE");
        assertThat(list(estate, "2024-06-14")).containsOnly("2 429.60 214.80 17 NOT_DUE DAYS_0_30");
        assertThat(list(estate, "2024-06-30"))
                .containsExactlyInAnyOrder(
                        "2 329.60 329.60 33 DAYS_0_30 DAYS_31_60",
                        "2 429.60 429.60 33 DAYS_0_30 DAYS_31_60");
        Reply row = page(estate, "?on=2024-06-30&limit=1");
        assertThat(row.text("/items/0/payer")).startsWith("OWNER:ow_");
        assertThat(row.text("/items/0/payer_name")).isEqualTo("张伟");
        assertThat(row.text("/items/0/oldest_due_on")).isEqualTo("2024-05-28");
    }

    @Test
    void thePagesHoldEveryUnitOnceAndTheAgesAddUpToAllThatIsOpen() {
        Estate estate = Estate.priced(server, 5);
        estate.bill("2024-05", "2024-05-10");
        estate.bill("2024-06", "2024-06-10");
        estate.pay(3, "429.60", "2024-06-11").expect(201);
        List<String> units = new ArrayList<>();
        String cursor = "";
        do {
            Reply page = page(estate, "?on=2024-06-30&limit=2" + cursor);
            page.json().at("/items").forEach(row -> units.add(row.at("/unit_id").asString()));
            cursor = page.text("/next_cursor");
            cursor = cursor.isEmpty() ? "" : "&cursor=" + cursor;
        } while (!cursor.isEmpty());
        assertThat(units).hasSize(4).doesNotHaveDuplicates().doesNotContain(estate.unit(3));
        Reply ageing = ask(estate, "/arrears/ageing?on=2024-06-30").expect(200);
        assertThat(ageing.text("/open/amount")).isEqualTo("1718.40");
        assertThat(
                        ageing.json()
                                .at("/ages")
                                .valueStream()
                                .map(
                                        age ->
                                                age.at("/bucket").asString()
                                                        + " "
                                                        + age.at("/amount/amount").asString()))
                .containsExactly(
                        "NOT_DUE 0.00",
                        "DAYS_0_30 859.20",
                        "DAYS_31_60 859.20",
                        "DAYS_61_90 0.00",
                        "DAYS_91_180 0.00",
                        "DAYS_181_365 0.00",
                        "OVER_A_YEAR 0.00");
    }

    @Test
    void theCollectionRateCountsTheMonthsOwnChargesAndIsUnknownWhereNothingWasDue() {
        Estate estate = Estate.priced(server, 2);
        estate.bill("2024-05", "2024-05-10");
        estate.bill("2024-06", "2024-06-10");
        estate.pay(0, "300.00", "2024-06-15").expect(201);
        estate.pay(1, "429.60", "2024-07-01").expect(201);
        Reply june = rate(estate, "2024-06-01", "2024-06-30");
        assertThat(june.text("/management_fee/due/amount")).isEqualTo("429.60");
        assertThat(june.text("/management_fee/collected/amount")).isEqualTo("85.20");
        assertThat(june.text("/management_fee/owed/amount")).isEqualTo("344.40");
        assertThat(june.text("/management_fee/collected_percent")).isEqualTo("19.83");
        assertThat(june.json().at("/all_fees")).isEqualTo(june.json().at("/management_fee"));
        assertThat(rate(estate, "2024-05-01", "2024-07-31").text("/all_fees/collected/amount"))
                .isEqualTo("729.60");
        Reply before = rate(estate, "2024-04-01", "2024-04-30");
        assertThat(before.text("/all_fees/due/amount")).isEqualTo("0.00");
        assertThat(before.json().at("/all_fees").has("collected_percent")).isFalse();
    }

    @Test
    void anOccupantIsNamedAndPaysBeforeTheFirstCharge() {
        Estate estate = Estate.priced(RunningServer.shared(), 1);
        Api assistant = estate.as("CS_ASSISTANT");
        String who =
                assistant
                        .post(
                                "/occupants",
                                "{\"unit_id\": \"%s\", \"name\": \"陈晨\"}".formatted(estate.unit(0)))
                        .expect(201)
                        .text("/id");
        String payer = "\"payer\": {\"kind\": \"OCCUPANT\", \"id\": \"%s\"}".formatted(who);
        assistant
                .post(
                        "/units/" + estate.unit(0) + "/payer-terms",
                        "{\"from\": \"2024-05-01\", %s}".formatted(payer))
                .expect(201);
        Api cashier = estate.as("CASHIER");
        cashier.post("/payments", estate.payment(0, "14.80", "2024-05-03", ", " + payer))
                .expect(201);
        cashier.post(
                        "/payments",
                        estate.payment(
                                0,
                                "1.00",
                                "2024-05-03",
                                ", " + payer.replace(who, "oc_0000000000")))
                .expectProblem(400, "invalid-request");
        estate.bill("2024-05", "2024-05-10");
        Reply owed = page(estate, "?on=2024-06-30");
        assertThat(owed.text("/items/0/payer_name")).isEqualTo("陈晨");
        assertThat(owed.body()).contains("OCCUPANT:" + who);
    }

    @Test
    void theAccountRunsFromTheOpeningToTheClosingBalance() {
        Estate estate = Estate.priced(server, 1);
        estate.bill("2024-05", "2024-05-10");
        estate.bill("2024-06", "2024-06-10");
        String paid = estate.pay(0, "300.00", "2024-06-15").expect(201).text("/id");
        Reply june = statement(estate, "?from=2024-06-01&until=2024-06-30");
        assertThat(june.text("/opening/amount")).isEqualTo("214.80");
        assertThat(lines(june))
                .hasSize(3)
                .contains("2024-06-10 CHARGED 214.80 429.60")
                .last(InstanceOfAssertFactories.STRING)
                .endsWith(" 129.60");
        assertThat(june.json().at("/lines").findValuesAsString("reference").subList(1, 3))
                .containsOnly(paid);
        assertThat(june.text("/closing/amount")).isEqualTo("129.60");
        assertThat(june.text("/closing/amount"))
                .isEqualTo(estate.account(0, "").text("/open/amount"));
        Reply july = statement(estate, "?from=2024-07-01&until=2024-07-31");
        assertThat(july.text("/opening/amount")).isEqualTo("129.60");
        assertThat(july.json().at("/lines").size()).isZero();
        String payer = page(estate, "?on=2024-06-30").text("/items/0/payer");
        Reply owner = owner(estate, payer);
        assertThat(owner.expect(200).json().at("/lines")).isEqualTo(june.json().at("/lines"));
        assertThat(pointer(owner(estate, "OCCUPANT:oc_1"))).isEqualTo("payer");
    }

    @Test
    void aWaiverLowersTheAccountAndWhatWasDue() {
        Estate estate = Estate.priced(server, 1);
        estate.bill("2026-05", "2026-05-10");
        String charge = estate.charges("unit_id=" + estate.unit(0)).get(0).at("/id").asString();
        Reply waiver =
                estate.as("STEWARD")
                        .post(
                                "/waivers",
                                """
                                {"charge_id": "%s", "reason": "电梯停用", "attachments": ["p1"],
                                 "amount": {"amount": "14.80", "currency": "CNY"},
                                 "proposed_on": "2026-06-05"}
                                """
                                        .formatted(charge))
                        .expect(201);
        estate.as("PROPERTY_MANAGER")
                .with("If-Match", waiver.header("ETag"))
                .post(
                        "/waivers/" + waiver.text("/id") + "/signatures",
                        "{\"signed_on\": \"2026-06-06\"}")
                .expect(200);
        assertThat(lines(statement(estate, "?from=2026-06-01&until=2026-06-30")))
                .containsExactly("2026-06-06 WAIVED -14.80 200.00");
        assertThat(rate(estate, "2026-05-01", "2026-06-30").text("/all_fees/due/amount"))
                .isEqualTo("200.00");
    }

    @Test
    void whatIsNotThereOrHasNotComeIsRefused() {
        Estate estate = Estate.priced(server, 1);
        Api steward = estate.as("STEWARD");
        steward.get("/communities/cm_0000000000/arrears").expectProblem(404, "not-found");
        steward.get("/communities/cm_0000000000/arrears/ageing").expectProblem(404, "not-found");
        steward.get("/units/un_0000000000/statements?from=2024-06-01&until=2024-06-30")
                .expectProblem(404, "not-found");
        ask(estate, "/arrears?on=2999-01-01").expectRefused("business-time-in-the-future", "on");
        assertThat(pointer(ask(estate, "/collection-rate?from=2024-06-02&until=2024-06-01")))
                .isEqualTo("until");
        assertThat(pointer(owner(estate, "OWNER:ow_0000000000"))).isEqualTo("payer");
        assertThat(pointer(owner(estate, "NOBODY:ow_0000000000"))).isEqualTo("payer");
        ask(estate, "/arrears?cursor=xyz").expectProblem(400, "cursor-invalid");
    }

    private static String pointer(Reply reply) {
        return reply.expectProblem(400, "invalid-request").text("/errors/0/pointer");
    }

    private static Reply owner(Estate estate, String payer) {
        return estate.as("STEWARD")
                .get("/statements?from=2024-06-01&until=2024-06-30&payer=" + payer);
    }

    private static Reply rate(Estate estate, String from, String until) {
        return ask(estate, "/collection-rate?from=" + from + "&until=" + until).expect(200);
    }

    private static Reply statement(Estate estate, String query) {
        String path = "/units/" + estate.unit(0) + "/statements" + query;
        return estate.as("STEWARD").get(path).expect(200);
    }

    private static List<String> lines(Reply statement) {
        return statement
                .json()
                .at("/lines")
                .valueStream()
                .map(
                        line ->
                                line.at("/on").asString()
                                        + " "
                                        + line.at("/kind").asString()
                                        + " "
                                        + line.at("/amount/amount").asString()
                                        + " "
                                        + line.at("/balance/amount").asString())
                .toList();
    }

    private static List<String> list(Estate estate, String day) {
        return page(estate, "?on=" + day)
                .json()
                .at("/items")
                .valueStream()
                .map(ArrearsTest::row)
                .toList();
    }

    private static String row(JsonNode row) {
        String ages =
                row.at("/ages")
                        .valueStream()
                        .map(age -> " " + age.at("/bucket").asString())
                        .collect(Collectors.joining());
        return row.at("/charges").asInt()
                + " "
                + row.at("/open/amount").asString()
                + " "
                + row.at("/overdue/amount").asString()
                + " "
                + row.at("/days_overdue").asInt()
                + ages;
    }

    private static Reply page(Estate estate, String query) {
        return ask(estate, "/arrears" + query).expect(200);
    }

    private static Reply ask(Estate estate, String path) {
        return estate.as("STEWARD").get("/communities/" + estate.community() + path);
    }
}
