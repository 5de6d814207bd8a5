package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TariffTest {

    private final RunningServer server = RunningServer.shared();
    private final Estate estate = Estate.with(server, 1);
    private final Api manager = estate.as("PROPERTY_MANAGER");

    @Test
    void theFeeItemsOfTheCatalogueAreListedById() {
        Reply page = manager.get("/fee-items?limit=3").expect(200);
        assertThat(page.text("/items/0/id")).isEqualTo("LATE_CHARGE");
        assertThat(page.text("/items/1/id")).isEqualTo("PAID_SERVICE");
        assertThat(page.text("/items/2/id")).isEqualTo("PROPERTY_SERVICE");
        assertThat(page.text("/items/2/basis")).isEqualTo("AREA");
        assertThat(page.json().at("/items/2/management_fee").asBoolean()).isTrue();
        String cursor = page.text("/next_cursor");
        Reply rest = manager.get("/fee-items?cursor=" + cursor).expect(200);
        assertThat(rest.text("/items/0/id")).isEqualTo("SECONDARY_WATER");
        assertThat(rest.text("/items/0/label/zh")).isEqualTo("二次供水费");
        assertThat(rest.json().has("next_cursor")).isFalse();
    }

    @Test
    void paidWorkIsPricedByTheServicePricesAndHasNoTariff() {
        Reply refused = estate.price("PAID_SERVICE", "2.40").expect(400);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/fee_item");
    }

    @Test
    void aPriceIsSetOnceForItsFirstDayAndKeepsItsDecimals() {
        Reply made = estate.price("PROPERTY_SERVICE", "2.40").expect(201);
        assertThat(made.text("/id")).matches("tf_[0-9A-Za-z]{20}");
        assertThat(made.text("/price")).isEqualTo("2.40");
        Reply same = estate.price("PROPERTY_SERVICE", "2.4").expect(201);
        assertThat(same.text("/id")).isEqualTo(made.text("/id"));
        assertThat(same.text("/price")).isEqualTo("2.40");
        estate.price("PROPERTY_SERVICE", "2.50").expectProblem(409, "tariff-starts-twice");
        String later = estate.tariff("PROPERTY_SERVICE", "2.50", "2025-01-01");
        server.asAdministrator().post("/tariffs", later).expect(201);
    }

    @Test
    void pricesAreListedByCommunityItemUseAndFirstDay() {
        estate.price("SECONDARY_WATER", "0.80").expect(201);
        for (String from : List.of("2025-01-01", "2024-01-01", "2024-06-01")) {
            manager.post("/tariffs", estate.tariff("PROPERTY_SERVICE", "2.40", from)).expect(201);
        }
        List<String> mine = new ArrayList<>();
        String cursor = "";
        do {
            Reply page = manager.get("/tariffs?limit=2" + cursor).expect(200);
            page.json()
                    .at("/items")
                    .forEach(
                            row -> {
                                if (row.at("/community_id").asString().equals(estate.community())) {
                                    mine.add(
                                            row.at("/fee_item").asString()
                                                    + " "
                                                    + row.at("/from").asString());
                                }
                            });
            String next = page.text("/next_cursor");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        assertThat(mine)
                .containsExactly(
                        "PROPERTY_SERVICE 2024-01-01",
                        "PROPERTY_SERVICE 2024-06-01",
                        "PROPERTY_SERVICE 2025-01-01",
                        "SECONDARY_WATER 2024-01-01");
    }

    @Test
    void whatDoesNotFitIsNamedPlaceByPlace() {
        String good = estate.tariff("PROPERTY_SERVICE", "2.40", "2024-01-01");
        Reply all =
                manager.post(
                        "/tariffs",
                        good.replace(estate.community(), "cm_0000000000")
                                .replace("PROPERTY_SERVICE", "PARKING")
                                .replace("RESIDENTIAL", "PALACE")
                                .replace("2.40", "1000000.01")
                                .replace("CNY", "XAU")
                                .replace("2024-01-01", "0000-01-01"));
        all.expectProblem(400, "invalid-request");
        assertThat(all.json().at("/errors").findValuesAsString("pointer"))
                .containsExactly(
                        "/community_id", "/fee_item", "/use", "/price", "/currency", "/from");
        assertThat(pointer(good.replace("2.40", "-2.40"))).isEqualTo("/price");
        assertThat(pointer(good.replace("2.40", "0.00"))).isEqualTo("/price");
        assertThat(pointer(good.replace("\"2.40\"", "2.40"))).isEqualTo("/price");
        assertThat(pointer(good.replace("2024-01-01", "2024-13-01"))).isEqualTo("/from");
        assertThat(pointer(good.replace("{\"comm", "{\"since\": 1, \"comm"))).isEqualTo("/since");
        manager.post("/tariffs", good.replace("CNY", "USD")).expectProblem(409, "tariff-currency");
        assertThat(manager.get("/tariffs?limit=200").body()).doesNotContain(estate.community());
    }

    @Test
    void daysThatAreChargedKeepTheirPriceUntilTheChargeIsReversed() {
        estate.price("PROPERTY_SERVICE", "2.40").expect(201);
        String run = estate.bill("2024-05", "2024-05-29");
        String dearer = estate.tariff("PROPERTY_SERVICE", "2.50", "2024-05-16");
        Reply refused =
                manager.post("/tariffs", dearer).expectProblem(409, "tariff-charged-already");
        assertThat(refused.text("/reasons/0/facts/charged")).isEqualTo("2024-05-31");
        String charge = estate.charges("bill_run_id=" + run).get(0).at("/id").asString();
        estate.as("CS_SUPERVISOR")
                .post("/charges/" + charge + "/reversals", "{\"reason\": \"price\"}")
                .expect(201);
        manager.post("/tariffs", dearer).expect(201);
        String again = estate.calculate("2024-05");
        assertThat(estate.charges("bill_run_id=" + again).get(0).at("/amount/amount").asString())
                .as("15 days at 2.40, 16 at 2.50")
                .isEqualTo("219.42");
    }

    @Test
    void aVersionThatWouldLoseOrDoubleDaysIsRefused() {
        estate.price("PROPERTY_SERVICE", "2.40").expect(201);
        String quarterly = terms("PROPERTY_SERVICE", "2024-02-01", "\"cycle\": \"QUARTER\"");
        manager.post("/tariffs", quarterly).expectProblem(409, "tariff-breaks-period");
        manager.post("/tariffs", quarterly.replace("02-01", "04-01")).expect(201);
        String whole = terms("SECONDARY_WATER", "2024-02-10", "\"proration\": \"NONE\"");
        manager.post("/tariffs", whole).expectProblem(409, "tariff-not-cut");
        manager.post("/tariffs", whole.replace("02-10", "02-01")).expect(201);
    }

    private String terms(String item, String from, String terms) {
        return estate.tariff(item, "7.20", from).replace("\"from\"", terms + ", \"from\"");
    }

    @Test
    void onlyTheManagerAndTheAdministratorSetPrices() {
        estate.as("STEWARD")
                .post("/tariffs", estate.tariff("PROPERTY_SERVICE", "2.40", "2024-01-01"))
                .expectProblem(403, "command-not-permitted");
    }

    private String pointer(String body) {
        return manager.post("/tariffs", body)
                .expectProblem(400, "invalid-request")
                .text("/errors/0/pointer");
    }
}
