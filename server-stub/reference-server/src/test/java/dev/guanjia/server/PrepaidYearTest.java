package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A flat of 89.50 m² at 2.40: 214.80 a month, 196.90 where one month of a prepaid year is free. */
class PrepaidYearTest {

    private static final String TARIFF =
            """
            {"community_id": "%s", "fee_item": "PROPERTY_SERVICE", "use": "RESIDENTIAL",
             "price": "%s", "currency": "CNY", "from": "%s"%s}""";
    private static final String OFF =
            """
            , "discounts": [{"reason": "PREPAID_YEAR", "months_free": 1, "source": "notice 3"}]""";
    private static final String YEAR =
            """
            {"fee_item": "%s", "first_month": "%s", "amount": {"amount": "%s", "currency": "CNY"},
             "method": "WECHAT", "paid_on": "2023-12-20"}""";

    private final RunningServer server = RunningServer.shared();
    private final Estate estate = Estate.with(server, 2);
    private final Subledger books = new Subledger(server);

    private void price(String price, String from, String more) {
        estate.as("PROPERTY_MANAGER")
                .post("/tariffs", TARIFF.formatted(estate.community(), price, from, more))
                .expect(201);
    }

    @Test
    void aYearIsQuotedWithAndWithoutItsDiscount() {
        price("2.40", "2024-01-01", OFF);
        Reply quote = quote("PROPERTY_SERVICE", "2024-01").expect(200);
        assertThat(quote.text("/full/amount")).isEqualTo("2577.60");
        assertThat(quote.text("/reduced/amount")).isEqualTo("2362.80");
        assertThat(quote.json().at("/months").size()).isEqualTo(12);
        assertThat(quote.text("/months/4/period")).isEqualTo("2024-05");
        assertThat(quote.text("/months/4/full/amount")).isEqualTo("214.80");
        assertThat(quote.text("/months/4/reduced/amount")).isEqualTo("196.90");
        assertThat(quote.text("/to")).isEqualTo("2025-01-01");
        assertThat(quote.text("/payer/kind")).isEqualTo("OWNER");
    }

    @Test
    void thePricesOfALaterVersionAreThoseOfItsMonths() {
        price("2.40", "2024-01-01", OFF);
        price("3.00", "2024-07-01", "");
        Reply quote = quote("PROPERTY_SERVICE", "2024-01").expect(200);
        // six months at 214.80 and six at 268.50; only the first six are less: 196.90
        assertThat(quote.text("/full/amount")).isEqualTo("2899.80");
        assertThat(quote.text("/reduced/amount")).isEqualTo("2792.40");
    }

    @Test
    void theRunsOfAPaidYearChargeLessAndAreSettledAtOnce() {
        price("2.40", "2023-12-01", OFF);
        Reply year = pay(0, "2024-01", "2362.80").expect(201);
        assertThat(year.text("/state") + year.text("/reduced/amount")).isEqualTo("STANDING2362.80");
        Reply payment = estate.as("CASHIER").get("/payments/" + year.text("/payment_id"));
        assertThat(payment.expect(200).text("/prepayment/amount")).isEqualTo("2362.80");
        assertThat(estate.entry("PAYMENT", year.text("/payment_id")))
                .matches("DEBIT \\d+ 2362.80, CREDIT 2203 2362.80");
        books.agrees(estate);

        estate.bill("2023-12", "2023-12-29");
        assertThat(amounts(0, "2023-12")).containsExactly("214.80");
        assertThat(estate.account(0, "").text("/prepayment/amount"))
                .as("what is paid for a year is for no day before it")
                .isEqualTo("2362.80");

        estate.bill("2024-01", "2024-01-29");
        assertThat(amounts(0, "2024-01")).containsExactly("196.90");
        assertThat(amounts(1, "2024-01")).as("another unit").containsExactly("214.80");
        Reply account = estate.account(0, "");
        assertThat(account.text("/open/amount")).as("that of December").isEqualTo("214.80");
        assertThat(account.text("/prepayment/amount")).isEqualTo("2165.90");
        JsonNode trace = trace(0, "2024-01");
        assertThat(trace.at("/exact_product").asString()).isEqualTo("196.9");
        books.agrees(estate);
    }

    @Test
    void anotherRunOfTheMonthChangesNothing() {
        price("2.40", "2024-01-01", OFF);
        pay(0, "2024-01", "2362.80").expect(201);
        estate.bill("2024-01", "2024-01-29");
        String before = estate.charges("unit_id=" + estate.unit(0)).toString();
        estate.bill("2024-01", "2024-01-30");
        assertThat(estate.charges("unit_id=" + estate.unit(0)).toString()).isEqualTo(before);
        assertThat(estate.account(0, "").text("/prepayment/amount")).isEqualTo("2165.90");
    }

    @Test
    void withItsPaymentReversedAYearEarnsNothingAndWhatWasChargedStays() {
        price("2.40", "2024-01-01", OFF);
        Reply year = pay(0, "2024-01", "2362.80").expect(201);
        estate.bill("2024-01", "2024-01-29");
        JsonNode charged = trace(0, "2024-01");
        reverse(year.text("/payment_id"));
        assertThat(read(year).text("/state")).isEqualTo("REVERSED");
        assertThat(trace(0, "2024-01")).isEqualTo(charged);
        assertThat(estate.account(0, "").text("/open/amount")).isEqualTo("196.90");
        assertThat(estate.account(0, "").text("/prepayment/amount")).isEqualTo("0.00");
        estate.bill("2024-02", "2024-02-28");
        assertThat(amounts(0, "2024-02")).containsExactly("214.80");
        String first = estate.charges("unit_id=" + estate.unit(0)).get(0).at("/id").asString();
        Api supervisor = estate.as("CS_SUPERVISOR");
        supervisor.post("/charges/" + first + "/reversals", "{\"reason\": \"退回预缴\"}").expect(201);
        Reply again =
                supervisor.post(
                        "/charges/" + first + "/replacements", "{\"due_on\": \"2024-03-31\"}");
        assertThat(again.expect(201).text("/items/0/amount/amount")).isEqualTo("214.80");
        pay(0, "2024-03", "2362.80").expect(201);
        Reply years = estate.as("CASHIER").get(path(0, "prepaid-years?limit=1")).expect(200);
        assertThat(years.text("/items/0/id")).isEqualTo(year.text("/id"));
        assertThat(years.text("/next_cursor")).isNotEmpty();
        books.agrees(estate);
    }

    @Test
    void whatEarnsADiscountIsNotRefundedBeforeItsYearIsOver() {
        price("2.40", "2024-01-01", OFF);
        String payment = pay(0, "2024-01", "2362.80").expect(201).text("/payment_id");
        refund(payment, "2024-12-31").expectProblem(409, "prepaid-year-runs");
        refund(payment, "2025-01-01").expect(201);
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource({
        "PROPERTY_SERVICE, 2024-01, 2362.79, 409, prepaid-year-amount,   /amount",
        "PROPERTY_SERVICE, 2024-01, 2577.60, 409, prepaid-year-amount,   /amount",
        "PROPERTY_SERVICE, 2023-12, 2362.80, 409, prepaid-year-unpriced, /first_month",
        "SECONDARY_WATER,  2024-01, 2362.80, 409, prepaid-year-fee,      /fee_item",
        "NO_SUCH_FEE,      2024-01, 2362.80, 400, invalid-request,       /fee_item"
    })
    void whatDoesNotFitIsRefusedAndNothingIsTaken(
            String item, String month, String amount, int status, String code, String field) {
        price("2.40", "2024-01-01", OFF);
        Reply refused =
                estate.as("CASHIER")
                        .post(path(0, "prepaid-years"), YEAR.formatted(item, month, amount))
                        .expectProblem(status, code);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo(field);
        assertThat(estate.account(0, "").text("/prepayment/amount")).isEqualTo("0.00");
    }

    @Test
    void daysThatArePaidAheadOrChargedAreNotPaidAheadAgain() {
        price("2.40", "2024-01-01", OFF);
        pay(0, "2024-02", "2362.80").expect(201);
        Reply taken = pay(0, "2025-01", "2362.80").expectProblem(409, "prepaid-year-taken");
        assertThat(taken.text("/errors/0/pointer")).isEqualTo("/first_month");
        quote("PROPERTY_SERVICE", "2024-12").expectProblem(409, "prepaid-year-taken");
        estate.calculate("2024-03");
        pay(1, "2024-01", "2362.80").expectProblem(409, "prepaid-year-charged");
        pay(1, "2024-04", "2362.80").expect(201);
    }

    @Test
    void withoutADiscountNoYearIsPaidAhead() {
        price("2.40", "2024-01-01", "");
        pay(0, "2024-01", "2577.60").expectProblem(409, "prepaid-year-without-discount");
    }

    @Test
    void aYearDoesNotCutABillAndHasOnePayer() {
        price("2.40", "2024-01-01", OFF + ", \"cycle\": \"QUARTER\"");
        pay(0, "2024-02", "2362.80").expectProblem(409, "prepaid-year-cuts-bill");
        Reply quote = quote("PROPERTY_SERVICE", "2024-04").expect(200);
        assertThat(quote.json().at("/months").size()).isEqualTo(4);
        assertThat(quote.text("/months/0/reduced/amount")).isEqualTo("590.70");
        assertThat(quote.text("/reduced/amount")).isEqualTo("2362.80");
    }

    @Test
    void onlyWhoTakesMoneyTakesItAheadAndOnlyForOurUnits() {
        price("2.40", "2024-01-01", OFF);
        estate.as("STEWARD")
                .post(path(0, "prepaid-years"), YEAR.formatted("PROPERTY_SERVICE", "2024-01", "1"))
                .expectProblem(403, "command-not-permitted");
        estate.as("CASHIER")
                .post("/units/un_0000000000/prepaid-years", YEAR.formatted("A", "2024-01", "1"))
                .expectProblem(404, "not-found");
        estate.as("CASHIER").get("/prepaid-years/py_0000000000").expectProblem(404, "not-found");
        pay(0, "2024-13", "1.00").expectProblem(400, "invalid-request");
    }

    private Reply quote(String item, String month) {
        return estate.as("CASHIER")
                .get(path(0, "prepaid-year-quote?fee_item=" + item + "&first_month=" + month));
    }

    private Reply pay(int unit, String month, String amount) {
        return estate.as("CASHIER")
                .post(
                        path(unit, "prepaid-years"),
                        YEAR.formatted("PROPERTY_SERVICE", month, amount));
    }

    private String path(int unit, String end) {
        return "/units/" + estate.unit(unit) + "/" + end;
    }

    private Reply read(Reply year) {
        return estate.as("CASHIER").get("/prepaid-years/" + year.text("/id")).expect(200);
    }

    private Reply refund(String payment, String day) {
        return estate.as("CASHIER")
                .post(
                        "/payments/" + payment + "/refunds",
                        """
                        {"amount": {"amount": "1.00", "currency": "CNY"}, "source": "PREPAYMENT",
                         "reason": "搬走", "proposed_on": "%s"}"""
                                .formatted(day));
    }

    private void reverse(String payment) {
        Reply asked =
                estate.as("CASHIER")
                        .post(
                                "/payments/" + payment + "/reversals",
                                """
                                {"cause": "BOUNCED", "reason": "退票", "proposed_on": "2024-02-01"}""")
                        .expect(201);
        estate.as("PROPERTY_MANAGER")
                .with("If-Match", asked.header("ETag"))
                .post(
                        "/payment-reversals/" + asked.text("/id") + "/approvals",
                        "{\"reference\": \"A-7\", \"approved_on\": \"2024-02-02\"}")
                .expect(200);
    }

    private JsonNode trace(int unit, String month) {
        JsonNode charge = of(unit, month).get(0);
        return estate.as("CASHIER")
                .get("/charges/" + charge.at("/id").asString())
                .expect(200)
                .json()
                .at("/trace");
    }

    private List<String> amounts(int unit, String month) {
        return of(unit, month).stream().map(c -> c.at("/amount/amount").asString()).toList();
    }

    private List<JsonNode> of(int unit, String month) {
        return estate.charges("unit_id=" + estate.unit(unit)).stream()
                .filter(charge -> charge.at("/service_from").asString().equals(month + "-01"))
                .toList();
    }
}
