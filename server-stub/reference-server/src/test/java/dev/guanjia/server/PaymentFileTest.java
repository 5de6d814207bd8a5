package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.server.store.PeriodStore;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

class PaymentFileTest {

    private static final String HEADER =
            "paid_on,unit_id,community_id,building,unit,charge_id,amount,method,reference\n";

    private final RunningServer server = RunningServer.shared();

    @Test
    void everyRowIsAPaymentAndTheSameReferenceIsTakenOnce() {
        Estate estate = Estate.priced(server, 2);
        estate.bill("2024-05", "2024-05-29");
        String charge = estate.charges("unit_id=" + estate.unit(1)).get(0).at("/id").asString();
        JsonNode unit = estate.as("CASHIER").get("/units/" + estate.unit(0)).json();
        String building = building(unit.at("/building_id").asString());
        String one = Registry.unique("B1");
        String two = Registry.unique("B2");
        String three = Registry.unique("B3");
        String file =
                HEADER
                        + "2024-06-03,"
                        + estate.unit(0)
                        + ",,,,,100.00,BANK,"
                        + one
                        + "\n"
                        + "2024-06-03,,"
                        + estate.community()
                        + ","
                        + building
                        + ","
                        + unit.at("/number").asString()
                        + ",,120.00,CARD,"
                        + two
                        + "\n"
                        + "2024-06-04,,,,,"
                        + charge
                        + ",14.80,CHEQUE,"
                        + three
                        + "\n";
        Reply taken = csv(estate).post("/payment-files", file).expect(201);
        assertThat(taken.json().at("/taken").asInt()).isEqualTo(3);
        assertThat(taken.text("/items/2/reference")).isEqualTo(three);
        Reply second = estate.as("CASHIER").get("/payments/" + taken.text("/items/1/payment_id"));
        assertThat(second.text("/allocations/0/amount/amount")).isEqualTo("114.80");
        assertThat(second.text("/prepayment/amount")).isEqualTo("5.20");
        Reply third = estate.as("CASHIER").get("/payments/" + taken.text("/items/2/payment_id"));
        assertThat(third.text("/allocations/0/charge_id")).isEqualTo(charge);
        Reply again = csv(estate).post("/payment-files", file).expect(201);
        assertThat(again.json().at("/taken").asInt()).isZero();
        assertThat(again.text("/items/1/payment_id")).isEqualTo(taken.text("/items/1/payment_id"));
        assertThat(estate.account(0, "").text("/prepayment/amount")).isEqualTo("5.20");
        Reply other = csv(estate).post("/payment-files", file.replace("120.00", "120.01"));
        other.expectProblem(409, "external-reference-taken");
        assertThat(other.text("/errors/0/pointer")).isEqualTo("/rows/2/reference");
        new Subledger(server).agrees(estate);
    }

    @Test
    void aKnownReferenceOfAnotherChargeIsRefused() {
        Estate estate = Estate.priced(server, 1);
        estate.read(1, "2024-05-25", "21.1");
        estate.bill("2024-05", "2024-05-29");
        List<JsonNode> charges = estate.charges("unit_id=" + estate.unit(0));
        String one = charges.get(0).at("/id").asString();
        String other = charges.get(1).at("/id").asString();
        String reference = Registry.unique("C");
        String row = "2024-06-03,,,,," + one + ",5.00,BANK," + reference + "\n";
        csv(estate).post("/payment-files", HEADER + row).expect(201);
        assertThat(taken(estate, row)).isZero();
        Reply refused = csv(estate).post("/payment-files", HEADER + row.replace(one, other));
        refused.expectProblem(409, "external-reference-taken");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/rows/1/reference");
        String ofUnit = "2024-06-03," + estate.unit(0) + ",,,,,5.00,BANK," + reference + "\n";
        assertThat(taken(estate, ofUnit)).isZero();
    }

    private static int taken(Estate estate, String row) {
        return csv(estate)
                .post("/payment-files", HEADER + row)
                .expect(201)
                .json()
                .at("/taken")
                .asInt();
    }

    @Test
    void theBanksFileComesAfterTheDrawerWasClosedAndCashDoesNot() {
        Estate estate = Estate.priced(server, 1);
        Reply person = server.newcomer("CASHIER");
        Api collector = server.as(person.text("/token"));
        String cash = estate.payment(0, "10.00", "2024-06-07", "").replace("WECHAT", "CASH");
        collector.post("/payments", cash).expect(201);
        String days =
                "/collector-days?from=2024-06-07&to=2024-06-07&collector_id="
                        + person.text("/staff_id");
        String id = collector.get(days).expect(200).text("/items/0/id");
        String etag = collector.get("/collector-days/" + id).header("ETag");
        String counted = "{\"counted\": {\"amount\": \"10.00\", \"currency\": \"CNY\"}}";
        collector
                .with("If-Match", etag)
                .post("/collector-days/" + id + "/closures", counted)
                .expect(200);
        Api file = collector.with("Content-Type", "text/csv");
        String row = "2024-06-07," + estate.unit(0) + ",,,,,7.00,BANK," + Registry.unique("D");
        file.post("/payment-files", HEADER + row).expect(201);
        Reply refused = file.post("/payment-files", HEADER + row.replace("BANK,", "CASH,x"));
        refused.expectProblem(409, "takings-closed");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/rows/1/paid_on");
        Reply day = collector.get("/collector-days/" + id).expect(200);
        assertThat(day.text("/state")).isEqualTo("CLOSED");
        assertThat(day.text("/cash/amount")).isEqualTo("10.00");
    }

    private String building(String id) {
        return server.db()
                .sql("select code from building where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    @Test
    void everyFaultIsToldWithItsRowAndColumnAndNothingIsHalfDone() {
        Estate estate = Estate.priced(server, 1);
        String good = "2024-06-03," + estate.unit(0) + ",,,,,100.00,BANK," + Registry.unique("G");
        String file =
                HEADER
                        + good
                        + "\n"
                        + "2024-6-3,"
                        + estate.unit(0)
                        + ",,,,,0700,BANK,x\n"
                        + "2024-02-30,un_0000000000,,,,,\"700,00\",SHELLS,x\n"
                        + "2999-01-01,,cm_0000000000,1,1,,\" 700\",BANK,x\n"
                        + "2024-06-03,,,,,ch_0000000000,7.0,BANK,\n"
                        + "2024-06-03,,,,,,7.00,BANK,x\n"
                        + "2024-06-03,7.00,BANK\n";
        Reply refused = csv(estate).post("/payment-files", file);
        refused.expectProblem(400, "invalid-request");
        assertThat(refused.json().at("/errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder(
                        "/rows/2/paid_on",
                        "/rows/2/amount",
                        "/rows/3/paid_on",
                        "/rows/3/unit_id",
                        "/rows/3/amount",
                        "/rows/3/method",
                        "/rows/4/paid_on",
                        "/rows/4/unit",
                        "/rows/4/amount",
                        "/rows/5/reference",
                        "/rows/6/unit_id",
                        "/rows/7");
        String zero = HEADER + good + "\n" + good.replace(",G", ",H").replace("100.00", "0.00");
        csv(estate).post("/payment-files", zero).expectProblem(409, "payment-not-positive");
        assertThat(estate.account(0, "").text("/prepayment/amount")).isEqualTo("0.00");
        csv(estate)
                .post("/payment-files", "paid_on,amount,note\n")
                .expectProblem(400, "invalid-request");
        estate.as("STEWARD")
                .with("Content-Type", "text/csv")
                .post("/payment-files", HEADER + good)
                .expectProblem(403, "command-not-permitted");
    }

    @Test
    void aChargeIsNotPaidOverAndAClosedMonthTakesNone() {
        Estate estate = Estate.priced(server, 1);
        estate.bill("2024-05", "2024-05-29");
        String charge = estate.charges("unit_id=" + estate.unit(0)).get(0).at("/id").asString();
        String file =
                HEADER
                        + "2024-06-03,,,,,"
                        + charge
                        + ",214.00,BANK,"
                        + Registry.unique("R")
                        + "\n2024-06-03,,,,,"
                        + charge
                        + ",0.81,BANK,"
                        + Registry.unique("R")
                        + "\n2020-05-03,"
                        + estate.unit(0)
                        + ",,,,,1.00,BANK,"
                        + Registry.unique("R");
        estate.as("ACCOUNTANT")
                .post("/accounting-periods/2020-05/closures", "{\"closed_on\": \"2020-06-02\"}");
        Reply refused = csv(estate).post("/payment-files", file);
        refused.expectProblem(409, "choice-over-open");
        assertThat(refused.json().at("/errors").findValuesAsString("pointer"))
                .containsExactly("/rows/2/amount", "/rows/3/paid_on");
        assertThat(estate.account(0, "").text("/open/amount")).isEqualTo("214.80");
    }

    @Test
    void aReferenceThatComesTwiceInAFileIsTakenOnce() {
        Estate estate = Estate.priced(server, 1);
        String row = "2024-06-03," + estate.unit(0) + ",,,,,5.00,BANK," + Registry.unique("T");
        Reply taken = csv(estate).post("/payment-files", HEADER + row + "\n" + row).expect(201);
        assertThat(taken.json().at("/taken").asInt()).isEqualTo(1);
        assertThat(taken.text("/items/1/payment_id")).isEqualTo(taken.text("/items/0/payment_id"));
        String other = row.replace("5.00", "6.00").replace(",T", ",U");
        Reply refused =
                csv(estate)
                        .post(
                                "/payment-files",
                                HEADER + other + "\n" + other.replace("6.00", "7.00"));
        refused.expectProblem(409, "external-reference-taken");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/rows/2/reference");
        assertThat(estate.account(0, "").text("/prepayment/amount")).isEqualTo("5.00");
    }

    /** The file is held up at its second row, whose month somebody is about to close. */
    @Test
    void aCashierDoesNotWaitWhileAFileIsLookedAt() throws Exception {
        Estate estate = Estate.priced(server, 3);
        String file =
                HEADER
                        + "2024-06-03,"
                        + estate.unit(0)
                        + ",,,,,5.00,BANK,"
                        + Registry.unique("W")
                        + "\n2023-07-03,"
                        + estate.unit(1)
                        + ",,,,,6.00,BANK,"
                        + Registry.unique("W");
        long[] receipt = new long[1];
        CompletableFuture<Reply> reading = new CompletableFuture<>();
        server.part(TransactionOperations.class)
                .executeWithoutResult(
                        status -> {
                            server.part(PeriodStore.class)
                                    .lockForClosing("default", YearMonth.of(2023, 7));
                            reading.completeAsync(() -> csv(estate).post("/payment-files", file));
                            awaitWaiting();
                            receipt[0] = paidMeanwhile(estate);
                        });
        Reply taken = reading.get(60, TimeUnit.SECONDS).expect(201);
        assertThat(number(estate, taken.text("/items/0/payment_id"))).isEqualTo(receipt[0] + 1);
        assertThat(number(estate, taken.text("/items/1/payment_id"))).isEqualTo(receipt[0] + 2);
        new Subledger(server).agrees(estate);
    }

    private static long paidMeanwhile(Estate estate) {
        CompletableFuture<Reply> paying =
                CompletableFuture.supplyAsync(() -> estate.pay(2, "7.00", "2024-06-03"));
        Reply paid = paying.orTimeout(20, TimeUnit.SECONDS).join().expect(201);
        return number(estate, paid.text("/id"));
    }

    private static long number(Estate estate, String payment) {
        return estate.as("CASHIER").get("/payments/" + payment).json().at("/receipt_no").asLong();
    }

    private void awaitWaiting() {
        boolean waits = false;
        for (int i = 0; i < 2_000 && !waits; i++) {
            waits =
                    server.db()
                            .sql(
                                    """
                                    select exists (select from pg_locks
                                        where locktype = 'advisory' and not granted)
                                    """)
                            .query(Boolean.class)
                            .single();
        }
        assertThat(waits).isTrue();
    }

    private static Api csv(Estate estate) {
        return estate.as("CASHIER").with("Content-Type", "text/csv");
    }
}
