package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sixteen at once want the same money; it moves once, and the books agree. */
class AtOnceTest {

    private static final int MANY = 16;
    private static final String DAY = "2026-06-03";

    private final RunningServer server = RunningServer.shared();
    private final Estate estate = Estate.priced(server, 1);

    /** People are hired one after another. */
    @BeforeEach
    void hire() {
        List.of("CASHIER", "CS_ASSISTANT", "CS_SUPERVISOR", "PROPERTY_MANAGER", "STEWARD")
                .forEach(estate::as);
    }

    @AfterEach
    void theBooksAgree() {
        new Subledger(server).agrees(estate);
        String unbalanced =
                """
                select count(*) from (select tenant, entry_id from journal_line
                    group by tenant, entry_id
                    having sum(case side when 'DEBIT' then amount_minor else -amount_minor end)
                        <> 0) as entry
                """;
        assertThat(server.db().sql(unbalanced).query(Long.class).single()).isZero();
    }

    @Test
    void onePaymentUnderOneKeyIsTakenOnce() throws Exception {
        Api cashier = estate.as("CASHIER").with("Idempotency-Key", Registry.unique("k"));
        String body = estate.payment(0, "10.00", DAY, "");
        List<Reply> replies = atOnce(i -> () -> cashier.post("/payments", body));
        assertThat(replies).allMatch(reply -> List.of(201, 409).contains(reply.status()));
        assertThat(ids(replies, 201)).hasSize(1);
        String other = estate.payment(0, "11.00", DAY, "");
        cashier.post("/payments", other).expectProblem(422, "idempotency-key-reused");
        assertThat(estate.account(0, "").text("/prepayment/amount")).isEqualTo("10.00");
    }

    @Test
    void paymentsOfOneChargeSettleItOnce() throws Exception {
        estate.bill("2026-05", "2026-05-20");
        List<Reply> replies = atOnce(i -> () -> estate.pay(0, "100.00", DAY));
        assertThat(replies).allMatch(reply -> reply.status() == 201);
        assertThat(estate.account(0, "").text("/open/amount")).isEqualTo("0.00");
        assertThat(estate.account(0, "").text("/prepayment/amount")).isEqualTo("1385.20");
    }

    @Test
    void aPaymentIsNotRefundedBeyondWhatWasPaid() throws Exception {
        String payment = estate.pay(0, "100.00", DAY).expect(201).text("/id");
        String body = RowBodies.REFUND.replace("1.00", "60.00").replace("2026-03-03", DAY);
        List<String> asked =
                ids(
                        atOnce(
                                i ->
                                        () ->
                                                estate.as("CASHIER")
                                                        .post(
                                                                "/payments/" + payment + "/refunds",
                                                                body)),
                        201);
        assertThat(asked).isNotEmpty();
        for (String refund : asked) {
            step("PROPERTY_MANAGER", "/payment-refunds/" + refund, "approvals", approved());
        }
        String cash = "{\"method\": \"CASH\", \"paid_on\": \"%s\"}".formatted(DAY);
        atOnce(
                i ->
                        () ->
                                step(
                                        "CASHIER",
                                        "/payment-refunds/" + asked.get(i % asked.size()),
                                        "payouts",
                                        cash));
        assertThat(estate.account(0, "").text("/prepayment/amount")).isEqualTo("40.00");
    }

    @Test
    void aPaymentIsReversedOnce() throws Exception {
        estate.bill("2026-05", "2026-05-20");
        String payment = estate.pay(0, "300.00", DAY).expect(201).text("/id");
        String body = RowBodies.REVERSAL.replace("2026-03-03", DAY);
        String path = "/payments/" + payment + "/reversals";
        List<String> asked = ids(atOnce(i -> () -> estate.as("CASHIER").post(path, body)), 201);
        assertThat(asked).isNotEmpty();
        List<Reply> done =
                atOnce(
                        i ->
                                () ->
                                        step(
                                                "PROPERTY_MANAGER",
                                                "/payment-reversals/" + asked.get(i % asked.size()),
                                                "approvals",
                                                approved()));
        assertThat(done).filteredOn(reply -> reply.status() == 200).hasSize(1);
        assertThat(estate.account(0, "").text("/open/amount")).isEqualTo("214.80");
        assertThat(estate.account(0, "").text("/prepayment/amount")).isEqualTo("0.00");
    }

    @Test
    void aChargeIsNotWaivedBeyondWhatIsOpen() throws Exception {
        estate.bill("2026-05", "2026-05-20");
        String charge = estate.charges("unit_id=" + estate.unit(0)).get(0).at("/id").asString();
        String body =
                """
                {"charge_id": "%s", "amount": {"amount": "150.00", "currency": "CNY"},
                 "reason": "漏水", "attachments": ["a.pdf"], "proposed_on": "%s"}"""
                        .formatted(charge, DAY);
        List<String> asked =
                ids(atOnce(i -> () -> estate.as("STEWARD").post("/waivers", body)), 201);
        String signed = "{\"signed_on\": \"%s\"}".formatted(DAY);
        List<Reply> done =
                atOnce(
                        i ->
                                () ->
                                        step(
                                                "PROPERTY_MANAGER",
                                                "/waivers/" + asked.get(i % asked.size()),
                                                "signatures",
                                                signed));
        assertThat(done).filteredOn(reply -> reply.status() == 200).hasSize(1);
        assertThat(estate.account(0, "").text("/open/amount")).isEqualTo("64.80");
    }

    @Test
    void aMonthIsBilledOnceAndARunConfirmedOnce() throws Exception {
        List<Reply> runs = atOnce(i -> () -> estate.order("2026-05"));
        assertThat(runs).allMatch(reply -> List.of(202, 409).contains(reply.status()));
        List<String> ids = ids(runs, 202);
        ids.forEach(estate::await);
        for (String action : List.of("CONFIRM", "REPORT", "ENTER")) {
            List<Reply> done = atOnce(i -> () -> estate.step(ids.get(0), action, "2026-05-20"));
            assertThat(done).filteredOn(reply -> reply.status() == 200).hasSize(1);
            atOnce(i -> () -> estate.step(ids.get(i % ids.size()), action, "2026-05-20"));
        }
        ids.forEach(estate::awaitEntered);
        assertThat(estate.account(0, "").text("/open/amount")).isEqualTo("214.80");
    }

    @Test
    void aChargeIsReversedOnce() throws Exception {
        estate.bill("2026-05", "2026-05-20");
        String charge = estate.charges("unit_id=" + estate.unit(0)).get(0).at("/id").asString();
        String path = "/charges/" + charge + "/reversals";
        List<Reply> done =
                atOnce(i -> () -> estate.as("CS_SUPERVISOR").post(path, "{\"reason\": \"错\"}"));
        assertThat(done).filteredOn(reply -> reply.status() == 201).hasSize(1);
        assertThat(estate.account(0, "").text("/open/amount")).isEqualTo("0.00");
    }

    @Test
    void whoPaysWhileOthersReverseAndWaiveNeverUnsettlesTheBooks() throws Exception {
        estate.bill("2026-05", "2026-05-20");
        String charge = estate.charges("unit_id=" + estate.unit(0)).get(0).at("/id").asString();
        List<Reply> done =
                atOnce(
                        i ->
                                () ->
                                        i % 4 == 0
                                                ? estate.as("CS_SUPERVISOR")
                                                        .post(
                                                                "/charges/" + charge + "/reversals",
                                                                "{\"reason\": \"错\"}")
                                                : estate.pay(0, "50.00", DAY));
        assertThat(done).allMatch(reply -> List.of(201, 409).contains(reply.status()));
        assertThat(estate.account(0, "").text("/open/amount")).isEqualTo("0.00");
    }

    private Reply step(String post, String path, String step, String body) {
        return estate.as(post).with("If-Match", "*").post(path + "/" + step, body);
    }

    private static String approved() {
        return "{\"reference\": \"SP-1\", \"approved_on\": \"%s\"}".formatted(DAY);
    }

    private static List<String> ids(List<Reply> replies, int status) {
        return replies.stream()
                .filter(reply -> reply.status() == status)
                .map(reply -> reply.text("/id"))
                .distinct()
                .toList();
    }

    /** Sends sixteen requests at once; nothing is a fault of the server. */
    private static List<Reply> atOnce(IntFunction<Supplier<Reply>> request)
            throws InterruptedException, ExecutionException {
        List<Callable<Reply>> tasks = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            Supplier<Reply> each = request.apply(i);
            tasks.add(each::get);
        }
        ExecutorService pool = Executors.newFixedThreadPool(MANY);
        List<Reply> replies = new ArrayList<>();
        try {
            for (Future<Reply> each : pool.invokeAll(tasks)) {
                replies.add(each.get());
            }
        } finally {
            pool.shutdown();
        }
        assertThat(replies).allMatch(reply -> reply.status() < 500);
        return replies;
    }
}
