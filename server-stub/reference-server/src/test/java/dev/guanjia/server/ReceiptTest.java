package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReceiptTest {

    private final RunningServer server = RunningServer.shared();

    @Test
    void aPaymentHasAReceiptThatIsPrintedSignedAndHandedOver() {
        Estate estate = Estate.priced(server, 1);
        Reply receipt = receiptOf(estate, paid(estate, "10005.03"));
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        assertThat(receipt.text("/number")).matches("A-" + today.getYear() + "-[0-9]{8}");
        assertThat(receipt.text("/amount_in_words")).isEqualTo("壹万零伍元零叁分");
        assertThat(receipt.text("/issued_on")).isEqualTo(today.toString());
        assertThat(receipt.text("/state")).isEqualTo("ISSUED");
        assertThat(receipt.text("/prints")).isEqualTo("0");

        Reply printed = step(estate, "CASHIER", receipt, "prints", "{}").expect(200);
        assertThat(printed.text("/prints")).isEqualTo("1");
        String name = "{\"payer_name\": \"李明\"}";
        Reply signed = step(estate, "CASHIER", printed, "signatures", name).expect(200);
        assertThat(signed.text("/payer_name")).isEqualTo("李明");
        String day = "{\"handed_on\": \"%s\"}".formatted(today);
        Reply handed = step(estate, "CASHIER", signed, "hand-overs", day).expect(200);
        assertThat(handed.text("/state")).isEqualTo("HANDED_OVER");
        assertThat(handed.text("/handed_on")).isEqualTo(today.toString());
        step(estate, "CASHIER", handed, "prints", "{}")
                .expectProblem(409, "receipt-reprint-without-reason");
        Reply again = step(estate, "CASHIER", handed, "prints", "{\"reason\": \"遗失\"}");
        assertThat(again.expect(200).text("/prints")).isEqualTo("2");
    }

    @Test
    void aReceiptTakesItsStepsInOrder() {
        Estate estate = Estate.priced(server, 1);
        Reply receipt = receiptOf(estate, paid(estate, "1.00"));
        step(estate, "CASHIER", receipt, "hand-overs", "{\"handed_on\": \"2026-06-03\"}")
                .expectProblem(409, "receipt-wrong-state");
        step(estate, "CASHIER", receipt, "signatures", "{\"payer_name\": \" \"}")
                .expectProblem(409, "receipt-without-signature");
        step(estate, "CASHIER", receipt, "hand-overs", "{\"handed_on\": \"2999-01-01\"}")
                .expectProblem(409, "business-time-in-the-future");
        step(estate, "STEWARD", receipt, "prints", "{}")
                .expectProblem(403, "command-not-permitted");
        estate.as("CASHIER")
                .with("If-Match", "\"9\"")
                .post(path(receipt, "prints"), "{}")
                .expect(412);
        assertThat(get(estate, receipt).text("/prints")).isEqualTo("0");
    }

    @Test
    void aVoidReceiptKeepsItsNumberAndAnotherIsWrittenForThePayment() {
        Estate estate = Estate.priced(server, 1);
        String payment = paid(estate, "100.00");
        Reply receipt = receiptOf(estate, payment);
        String body = "{\"payment_id\": \"%s\"}".formatted(payment);
        estate.as("CASHIER").post("/receipts", body).expectProblem(409, "receipt-stands");
        step(estate, "ACCOUNTANT", receipt, "voidings", "{\"reason\": \" \"}")
                .expectProblem(409, "receipt-void-without-reason");
        step(estate, "CASHIER", receipt, "voidings", "{\"reason\": \"错\"}")
                .expectProblem(403, "command-not-permitted");
        Reply gone =
                step(estate, "ACCOUNTANT", receipt, "voidings", "{\"reason\": \"写错\"}").expect(200);
        assertThat(gone.text("/state")).isEqualTo("VOID");
        assertThat(gone.text("/number")).isEqualTo(receipt.text("/number"));
        assertThat(gone.text("/voiding/reason")).isEqualTo("写错");
        step(estate, "ACCOUNTANT", gone, "voidings", "{\"reason\": \"写错\"}")
                .expectProblem(409, "receipt-wrong-state");
        Reply other = estate.as("CASHIER").post("/receipts", body).expect(201);
        assertThat(other.header("Location")).isEqualTo("/v1/receipts/" + other.text("/id"));
        assertThat(other.text("/number")).isGreaterThan(receipt.text("/number"));
        Reply all = estate.as("CASHIER").get("/receipts?payment_id=" + payment).expect(200);
        assertThat(all.json().at("/items").findValuesAsString("state"))
                .containsExactly("VOID", "ISSUED");
        Reply standing =
                estate.as("CASHIER")
                        .get("/receipts?state=ISSUED&unit_id=" + estate.unit(0))
                        .expect(200);
        assertThat(standing.json().at("/items").findValuesAsString("id"))
                .containsExactly(other.text("/id"));
    }

    /** Who keeps the books takes no money, so that the receipt is made theirs behind the scenes. */
    @Test
    void nobodyVoidsWhatTheyIssued() {
        Estate estate = Estate.priced(server, 1);
        Reply receipt = receiptOf(estate, paid(estate, "1.00"));
        Reply accountant = server.newcomer("ACCOUNTANT");
        server.db()
                .sql("update receipt set issued_by = :staff where id = :id")
                .param("staff", accountant.text("/staff_id"))
                .param("id", receipt.text("/id"))
                .update();
        server.as(accountant.text("/token"))
                .with("If-Match", receipt.header("ETag"))
                .post(path(receipt, "voidings"), "{\"reason\": \"错\"}")
                .expectProblem(403, "receipt-void-by-issuer");
        step(estate, "ACCOUNTANT", receipt, "voidings", "{\"reason\": \"错\"}").expect(200);
    }

    @Test
    void numbersHaveNoGapHoweverManyPayAtOnceAndFail() throws Exception {
        Estate estate = Estate.priced(server, 4);
        String first = receiptOf(estate, paid(estate, "1.00")).text("/number");
        List<Callable<Reply>> tasks = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int unit = i % 4;
            String more = i % 5 == 0 ? ", \"external_reference\": \"%s\"".formatted(first) : "";
            String body = estate.payment(unit, "3.00", "2024-06-03", more);
            tasks.add(() -> estate.as("CASHIER").post("/payments", body));
        }
        estate.as("CASHIER");
        ExecutorService pool = Executors.newFixedThreadPool(8);
        int taken = 0;
        try {
            for (Future<Reply> reply : pool.invokeAll(tasks)) {
                taken += reply.get().status() == 201 ? 1 : 0;
            }
        } finally {
            pool.shutdown();
        }
        assertThat(taken).isEqualTo(33);
        assertThat(numbers())
                .isNotEmpty()
                .allSatisfy(
                        (book, numbers) ->
                                assertThat(numbers)
                                        .containsExactlyElementsOf(
                                                LongStream.rangeClosed(1, numbers.size())
                                                        .boxed()
                                                        .toList()));
    }

    /** The numbers of each book and year of this company, in order. */
    private Map<String, List<Long>> numbers() {
        Map<String, List<Long>> numbers = new TreeMap<>();
        server.db()
                .sql("select tenant, book, year, number from receipt order by number")
                .query(
                        row -> {
                            String book = row.getString(1) + row.getString(2) + row.getInt(3);
                            numbers.computeIfAbsent(book, any -> new ArrayList<>())
                                    .add(row.getLong(4));
                        });
        return numbers;
    }

    @Test
    void receiptsAreListedByNumber() {
        Estate estate = Estate.priced(server, 1);
        for (int i = 0; i < 3; i++) {
            paid(estate, "1.00");
        }
        String path = "/receipts?unit_id=" + estate.unit(0);
        Reply first = estate.as("CASHIER").get(path + "&limit=2").expect(200);
        Reply rest =
                estate.as("CASHIER")
                        .get(path + "&limit=2&cursor=" + first.text("/next_cursor"))
                        .expect(200);
        assertThat(rest.json().at("/items").size()).isEqualTo(1);
        assertThat(rest.text("/items/0/number")).isGreaterThan(first.text("/items/1/number"));
        estate.as("CASHIER").get(path + "&from=2999-01-01").expect(200);
        estate.as("CASHIER")
                .get(path + "&from=-999999999-01-01")
                .expectProblem(400, "invalid-request");
        estate.as("CASHIER").get("/receipts/rc_0000000000").expectProblem(404, "not-found");
        estate.as("CASHIER")
                .post("/receipts", "{\"payment_id\": \"pm_0000000000\"}")
                .expectProblem(400, "invalid-request");
    }

    private static String paid(Estate estate, String amount) {
        return estate.pay(0, amount, "2024-06-03").expect(201).text("/id");
    }

    private static Reply receiptOf(Estate estate, String payment) {
        Reply list =
                estate.as("CASHIER")
                        .get("/receipts?state=ISSUED&payment_id=" + payment)
                        .expect(200);
        return estate.as("CASHIER").get("/receipts/" + list.text("/items/0/id")).expect(200);
    }

    private static Reply get(Estate estate, Reply receipt) {
        return estate.as("CASHIER").get("/receipts/" + receipt.text("/id")).expect(200);
    }

    private static String path(Reply receipt, String step) {
        return "/receipts/" + receipt.text("/id") + "/" + step;
    }

    private static Reply step(Estate estate, String post, Reply seen, String step, String body) {
        return estate.as(post).with("If-Match", seen.header("ETag")).post(path(seen, step), body);
    }
}
