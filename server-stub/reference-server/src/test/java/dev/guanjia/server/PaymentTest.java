package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PaymentTest {

    private final RunningServer server = RunningServer.shared();

    @Test
    void onePaymentPaysSeveralChargesOldestFirstAndTheRestIsKept() {
        Estate estate = Estate.priced(server, 1);
        estate.read(1, "2024-05-25", "21.1");
        estate.bill("2024-05", "2024-05-29");
        Reply paid = estate.pay(0, "250.00", "2024-06-03").expect(201);
        assertThat(paid.header("Location")).isEqualTo("/v1/payments/" + paid.text("/id"));
        assertThat(paid.text("/receipt_no")).matches("[0-9]{8}");
        assertThat(paid.text("/allocations/0/fee_item")).isEqualTo("PROPERTY_SERVICE");
        assertThat(paid.text("/allocations/0/amount/amount")).isEqualTo("214.80");
        assertThat(paid.text("/allocations/1/amount/amount")).isEqualTo("7.28");
        assertThat(paid.text("/prepayment/amount")).isEqualTo("27.92");
        assertThat(estate.entry("PAYMENT", paid.text("/id")))
                .isEqualTo("DEBIT 1012 250.00, CREDIT 1122 222.08, CREDIT 2203 27.92");

        Reply read = estate.as("STEWARD").get("/payments/" + paid.text("/id")).expect(200);
        assertThat(read.json()).isEqualTo(paid.json());
        assertThat(estate.charges("unit_id=" + estate.unit(0)).get(0).at("/open/amount").asString())
                .isEqualTo("0.00");
        Reply account = estate.account(0, "");
        assertThat(account.text("/charged/amount")).isEqualTo("222.08");
        assertThat(account.text("/paid/amount")).isEqualTo("222.08");
        assertThat(account.text("/open/amount")).isEqualTo("0.00");
        assertThat(account.text("/prepayment/amount")).isEqualTo("27.92");
    }

    @Test
    void aPartIsPaidAndWhatIsOpenIsKnownForEveryDay() {
        Estate estate = Estate.priced(server, 1);
        estate.bill("2024-05", "2024-05-29");
        estate.pay(0, "100.00", "2024-06-03").expect(201);
        Reply rest = estate.pay(0, "114.80", "2024-06-05").expect(201);
        assertThat(rest.text("/prepayment/amount")).isEqualTo("0.00");
        assertThat(rest.json().at("/allocations").size()).isEqualTo(1);
        String evening = "?as_of=2024-06-04T23:59:59%2B08:00";
        assertThat(estate.account(0, evening).text("/open/amount")).isEqualTo("114.80");
        String before = "?as_of=2024-05-28T23:59:59%2B08:00";
        assertThat(estate.account(0, before).text("/charged/amount")).isEqualTo("0.00");
        assertThat(estate.account(0, "").text("/open/amount")).isEqualTo("0.00");
        estate.as("CASHIER").get("/units/un_0000000000/account").expectProblem(404, "not-found");
        estate.as("CASHIER")
                .get("/units/" + estate.unit(0) + "/account?as_of=%2B999999999-12-31T23:59:59Z")
                .expectProblem(400, "invalid-request");
    }

    @Test
    void whatIsNotEnteredIsNotPaid() {
        Estate estate = Estate.priced(server, 1);
        estate.calculate("2024-05");
        Reply paid = estate.pay(0, "100.00", "2024-06-03").expect(201);
        assertThat(paid.json().at("/allocations").size()).isZero();
        assertThat(paid.text("/prepayment/amount")).isEqualTo("100.00");
        assertThat(estate.entry("PAYMENT", paid.text("/id")))
                .isEqualTo("DEBIT 1012 100.00, CREDIT 2203 100.00");
    }

    @Test
    void receiptNumbersHaveNoGapHoweverManyPayAtOnce() throws Exception {
        Estate estate = Estate.priced(server, 4);
        estate.bill("2024-05", "2024-05-29");
        long before = Long.parseLong(estate.pay(0, "1.00", "2024-06-01").text("/receipt_no"));
        List<Callable<Long>> tasks = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int unit = i % 4;
            tasks.add(() -> number(estate, unit));
        }
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Long> numbers = new ArrayList<>();
        try {
            for (Future<Long> number : pool.invokeAll(tasks)) {
                numbers.add(number.get());
            }
        } finally {
            pool.shutdown();
        }
        long after = Long.parseLong(estate.pay(0, "1.00", "2024-06-01").text("/receipt_no"));
        assertThat(numbers).doesNotHaveDuplicates().hasSize(40);
        assertThat(after).isEqualTo(before + 41);
        assertThat(estate.account(1, "").text("/paid/amount")).isEqualTo("214.80");
        assertThat(estate.account(1, "").text("/prepayment/amount")).isEqualTo("85.20");
    }

    /** Thirty yuan; between the payments that count, some that are refused. */
    private static long number(Estate estate, int unit) {
        estate.pay(unit, "0.00", "2024-06-03").expectProblem(409, "payment-not-positive");
        return Long.parseLong(
                estate.pay(unit, "30.00", "2024-06-03").expect(201).text("/receipt_no"));
    }

    @Test
    void anExternalReferenceBelongsToOnePayment() {
        Estate estate = Estate.priced(server, 1);
        String more = ", \"external_reference\": \"%s\"".formatted(Registry.unique("4200"));
        String body = estate.payment(0, "30.00", "2024-06-03", more);
        Reply first = estate.as("CASHIER").post("/payments", body).expect(201);
        Reply second = estate.as("CASHIER").post("/payments", body);
        second.expectProblem(409, "external-reference-taken");
        assertThat(second.text("/reasons/0/facts/payment")).isEqualTo(first.text("/id"));
        Reply third = estate.pay(0, "1.00", "2024-06-03").expect(201);
        assertThat(Long.parseLong(third.text("/receipt_no")))
                .isEqualTo(Long.parseLong(first.text("/receipt_no")) + 1);
        assertThat(estate.account(0, "").text("/prepayment/amount")).isEqualTo("31.00");
    }

    @Test
    void whatCannotBeTakenIsRefusedAndNothingIsKept() {
        Estate estate = Estate.priced(server, 1);
        Api cashier = estate.as("CASHIER");
        String good = estate.payment(0, "30.00", "2024-06-03", "");
        assertThat(pointer(cashier, good.replace(estate.unit(0), "un_0000000000")))
                .isEqualTo("/unit_id");
        assertThat(pointer(cashier, good.replace("WECHAT", "SHELLS"))).isEqualTo("/method");
        assertThat(pointer(cashier, good.replace("30.00", "30"))).isEqualTo("/amount/amount");
        assertThat(pointer(cashier, good.replace("30.00", "-30.00"))).isEqualTo("/amount/amount");
        assertThat(pointer(cashier, good.replace("30.00", "0700"))).isEqualTo("/amount/amount");
        assertThat(pointer(cashier, good.replace("30.00", "100000000000.00")))
                .isEqualTo("/amount/amount");
        assertThat(pointer(cashier, good.replace("CNY", "ABC"))).isEqualTo("/amount/currency");
        assertThat(pointer(cashier, good.replace("2024-06", "2024-13"))).isEqualTo("/paid_on");
        assertThat(pointer(cashier, good.replace("2024-06", "1024-06"))).isEqualTo("/paid_on");
        assertThat(pointer(cashier, good.replace("{\"unit", "{\"on\": 1, \"unit")))
                .isEqualTo("/on");
        assertThat(pointer(cashier, good.replace("\"30.00\"", "30.00")))
                .isEqualTo("/amount/amount");
        cashier.post("/payments", good.replace("30.00", "0.00"))
                .expectProblem(409, "payment-not-positive");
        cashier.post("/payments", good.replace("CNY", "USD"))
                .expectProblem(409, "currency-mismatch");
        cashier.post("/payments", good.replace("2024-06-03", "2999-06-03"))
                .expectProblem(409, "business-time-in-the-future");
        estate.as("STEWARD").post("/payments", good).expectProblem(403, "command-not-permitted");
        cashier.get("/payments/pm_0000000000").expectProblem(404, "not-found");
        Reply mine = cashier.get("/payments?unit_id=" + estate.unit(0)).expect(200);
        assertThat(mine.json().at("/items").size()).isZero();
    }

    @Test
    void aClosedMonthTakesNoMoney() {
        Estate estate = Estate.priced(server, 1);
        Reply closed =
                estate.as("ACCOUNTANT")
                        .post(
                                "/accounting-periods/2020-03/closures",
                                "{\"closed_on\": \"2020-04-02\"}");
        assertThat(closed.status()).as(closed.body()).isIn(200, 201);
        estate.pay(0, "30.00", "2020-03-31").expectProblem(409, "period-closed");
        estate.pay(0, "30.00", "2024-04-01").expect(201);
    }

    @Test
    void paymentsAreListedByDayAndReceiptNumber() {
        Estate estate = Estate.priced(server, 1);
        for (String day : List.of("2024-06-05", "2024-06-03", "2024-06-05", "2024-06-04")) {
            estate.pay(0, "1.00", day).expect(201);
        }
        String path = "/payments?unit_id=" + estate.unit(0);
        Reply first = estate.as("CASHIER").get(path + "&limit=3").expect(200);
        assertThat(first.json().at("/items").findValuesAsString("paid_on"))
                .containsExactly("2024-06-03", "2024-06-04", "2024-06-05");
        Reply rest =
                estate.as("CASHIER").get(path + "&limit=3&cursor=" + first.text("/next_cursor"));
        assertThat(rest.expect(200).json().at("/items").size()).isEqualTo(1);
        assertThat(rest.text("/items/0/receipt_no"))
                .isGreaterThan(first.text("/items/2/receipt_no"));
        Reply range = estate.as("CASHIER").get(path + "&from=2024-06-04&to=2024-06-04");
        assertThat(range.expect(200).json().at("/items").findValuesAsString("paid_on"))
                .containsExactly("2024-06-04");
        estate.as("CASHIER")
                .get(path + "&from=-999999999-01-01")
                .expectProblem(400, "invalid-request");
        estate.as("CASHIER").get(path + "&cursor=xyz").expectProblem(400, "cursor-invalid");
    }

    private static String pointer(Api api, String body) {
        return api.post("/payments", body)
                .expectProblem(400, "invalid-request")
                .text("/errors/0/pointer");
    }
}
