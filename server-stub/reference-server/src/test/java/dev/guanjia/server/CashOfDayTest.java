package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** All cash that goes through a collector's hands, on days on which no other test takes any. */
class CashOfDayTest {

    private final RunningServer server = RunningServer.shared();
    private final Estate estate = Estate.with(server, 1);
    private final Reply newcomer = server.newcomer("CASHIER");
    private final Api collector = server.as(newcomer.text("/token"));

    @Test
    void allThatIsTakenAndPaidOutCountsByKindAndMethod() {
        String day = "2020-09-07";
        String paid = pay("CASH", "400.00", day).expect(201).text("/id");
        pay("WECHAT", "250.00", day).expect(201);
        deposit(collector, "KEY", "CASH", "90.00", day).expect(201);
        deposit(collector, "KEY", "BANK", "30.00", day).expect(201);
        refund(paid, "60.00", day).expect(200);
        payBack("CASH", "25.00", day).expect(200);
        payBack("BANK", "5.00", day).expect(200);
        undo(pay("CASH", "7.00", day).expect(201).text("/id"), day);
        Reply all = day(day);
        assertThat(kinds(all))
                .isEqualTo(
                        "PAYMENT CASH 2 407.00, PAYMENT WECHAT 1 250.00, DEPOSIT CASH 1 90.00,"
                                + " DEPOSIT BANK 1 30.00, PAYMENT_REVERSED CASH 1 -7.00,"
                                + " PAYMENT_REFUNDED CASH 1 -60.00, DEPOSIT_REFUNDED CASH 1 -25.00,"
                                + " DEPOSIT_REFUNDED BANK 1 -5.00");
        assertThat(all.text("/cash/amount")).isEqualTo("405.00");
        assertThat(all.text("/total/amount")).isEqualTo("680.00");
        assertThat(all.text("/takings/0/method")).isEqualTo("CASH");
        assertThat(all.text("/takings/0/payments")).isEqualTo("6");
        assertThat(all.text("/takings/0/amount/amount")).isEqualTo("405.00");
        Reply closed = close(all, "405.00", day, "").expect(200);
        deposit(collector, "KEY", "CASH", "1.00", day).expectProblem(409, "takings-closed");
        deposit(collector, "KEY", "BANK", "1.00", day).expect(201);
        handOver(closed, "405.00", ", \"handed_on\": \"" + day + "\"").expect(200);
        assertThat(entry(all)).isEmpty();
        assertThat(cashOf(day)).isEqualByComparingTo("405.00");
    }

    @Test
    void whatIsMissingOrTooMuchIsPostedWhenASecondPersonTookItOver() {
        handsOver("2020-09-08", "99.50", "DEBIT 122101 0.50, CREDIT 1001 0.50");
        handsOver("2020-09-09", "100.20", "DEBIT 1001 0.20, CREDIT 224103 0.20");
        handsOver("2020-09-10", "100.00", "");
        handsOver("2020-09-11", "0.00", "DEBIT 122101 100.00, CREDIT 1001 100.00");
    }

    /** 100.00 taken in cash, and another amount counted; the books hold what was counted. */
    private void handsOver(String day, String counted, String entry) {
        pay("CASH", "100.00", day).expect(201);
        Reply closed = close(day(day), counted, day, ", \"explanation\": \"找零\"").expect(200);
        assertThat(entry(closed)).isEmpty();
        assertThat(cashOf(day)).isEqualByComparingTo("100.00");
        Reply handed = handOver(closed, counted, ", \"handed_on\": \"" + day + "\"").expect(200);
        assertThat(handed.text("/hand_over/late")).isEqualTo("false");
        assertThat(entry(handed)).isEqualTo(entry);
        assertThat(cashOf(day)).isEqualByComparingTo(counted);
    }

    @Test
    void whereTheSafeGaveMoreThanWasTakenNothingIsTooMuch() {
        String taken = "2020-09-14";
        String day = "2020-09-15";
        refund(pay("CASH", "80.00", taken).expect(201).text("/id"), "80.00", day).expect(200);
        Reply closed = close(day(day), "0.00", day, "").expect(200);
        assertThat(closed.text("/cash/amount")).isEqualTo("-80.00");
        assertThat(closed.text("/closure/difference/amount")).isEqualTo("0.00");
        handOver(closed, "0.00", ", \"handed_on\": \"" + day + "\"").expect(200);
        assertThat(entry(closed)).isEmpty();
    }

    @Test
    void nothingIsPaidOutInCashOnADayThatIsClosed() {
        String before = "2020-09-20";
        String day = "2020-09-21";
        String payment = pay("BANK", "50.00", before).expect(201).text("/id");
        payBack("CASH", "20.00", day).expect(200);
        Reply open = day(day);
        assertThat(kinds(open)).isEqualTo("DEPOSIT_REFUNDED CASH 1 -20.00");
        close(open, "0.00", day, "").expect(200);
        refund(payment, "10.00", day).expectProblem(409, "takings-closed");
        payBack("CASH", "5.00", day).expectProblem(409, "takings-closed");
        payBack("BANK", "5.00", day).expect(200);
        assertThat(day(day).text("/cash/amount")).isEqualTo("-20.00");
    }

    @Test
    void theDaysOfTheCountAndOfTheHandOverAreSaidOrToday() {
        String day = "2020-09-16";
        String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        pay("CASH", "10.00", day).expect(201);
        Reply open = day(day);
        close(open, "10.00", "2020-09-15", "").expectProblem(409, "takings-counted-too-early");
        close(open, "10.00", "2999-01-01", "").expectProblem(409, "business-time-in-the-future");
        Reply closed = close(open, "10.00", "2020-09-17", "").expect(200);
        handOver(closed, "10.00", ", \"handed_on\": \"2020-09-16\", \"approval\": \"a\"")
                .expectProblem(409, "takings-too-early");
        handOver(closed, "10.00", ", \"handed_on\": \"2999-01-01\"")
                .expectProblem(409, "business-time-in-the-future");
        handOver(closed, "10.00", "").expectProblem(409, "takings-late");
        Reply late = handOver(closed, "10.00", ", \"approval\": \"批-2\"").expect(200);
        assertThat(late.text("/hand_over/handed_on")).isEqualTo(today);
        assertThat(late.text("/hand_over/late")).isEqualTo("true");

        pay("CASH", "10.00", today).expect(201);
        String body = "{\"counted\": {\"amount\": \"10.00\", \"currency\": \"CNY\"}}";
        Reply now =
                collector
                        .with("If-Match", day(today).header("ETag"))
                        .post("/collector-days/" + day(today).text("/id") + "/closures", body)
                        .expect(200);
        assertThat(now.text("/closure/counted_on")).isEqualTo(today);
        assertThat(handOver(now, "10.00", "").expect(200).text("/hand_over/late"))
                .isEqualTo("false");
    }

    @Test
    void moveInTakingsSettledOnTheSameDayAreTheFigure() {
        Api other = server.as(server.newcomer("CASHIER").text("/token"));
        Api supervisor = server.holding("CS_SUPERVISOR");
        String path = "/quality-results?period=2020-10";
        assertThat(result(supervisor.get(path))).isEqualTo("0/0 NOT_APPLICABLE");
        deposit(collector, "RENOVATION", "CASH", "2000.00", "2020-10-12").expect(201);
        pay("CASH", "55.00", "2020-10-12").expect(201);
        assertThat(result(supervisor.get(path))).isEqualTo("0/2000 NOT_MET");
        close(day("2020-10-12"), "2055.00", "2020-10-12", "").expect(200);
        assertThat(result(supervisor.get(path))).isEqualTo("2000/2000 MET");
        deposit(other, "KEY", "BANK", "100.00", "2020-10-31").expect(201);
        deposit(collector, "KEY", "CASH", "30.00", "2020-10-13").expect(201);
        close(day("2020-10-13"), "30.00", "2020-10-14", "").expect(200);
        deposit(collector, "KEY", "CASH", "5.00", "2020-10-15").expect(201);
        close(day("2020-10-15"), "4.00", "2020-10-15", ", \"explanation\": \"x\"").expect(200);
        assertThat(result(supervisor.get(path))).isEqualTo("2000/2135 NOT_MET");
        Reply evidence =
                supervisor.get(
                        "/quality-results/QF-X-22/evidence?period=2020-10&measure=move_in_takings");
        assertThat(evidence.expect(200).json().at("/items").findValuesAsString("value"))
                .containsExactlyInAnyOrder("2000", "30", "5", "100");
    }

    private static String result(Reply results) {
        for (JsonNode one : results.expect(200).json().at("/items")) {
            if (one.at("/objective_id").asString().equals("QF-X-22")) {
                return one.at("/numerator").asString()
                        + "/"
                        + one.at("/denominator").asString()
                        + " "
                        + one.at("/verdict").asString();
            }
        }
        return "none";
    }

    private static String kinds(Reply day) {
        return day.json().at("/by_kind").values().stream()
                .map(
                        one ->
                                one.at("/kind").asString()
                                        + " "
                                        + one.at("/method").asString()
                                        + " "
                                        + one.at("/documents").asString()
                                        + " "
                                        + one.at("/amount/amount").asString())
                .collect(Collectors.joining(", "));
    }

    private String entry(Reply day) {
        return estate.entry("CASH_DIFFERENCE", day.text("/id"));
    }

    /** What the account of cash moved by on a day. */
    private BigDecimal cashOf(String day) {
        return server.db()
                .sql(
                        """
                        select coalesce(sum(case l.side when 'DEBIT' then l.amount_minor
                            else -l.amount_minor end), 0) / 100.0
                        from journal_line l join journal_entry e
                            on e.tenant = l.tenant and e.id = l.entry_id
                        where l.account = '1001' and e.posted_on = cast(:day as date)
                        """)
                .param("day", day)
                .query(BigDecimal.class)
                .single();
    }

    private Reply pay(String method, String amount, String day) {
        String body = estate.payment(0, amount, day, "").replace("WECHAT", method);
        return collector.post("/payments", body);
    }

    private Reply deposit(Api who, String kind, String method, String amount, String day) {
        return who.post(
                "/deposits",
                """
                {"unit_id": "%s", "kind": "%s", "amount": {"amount": "%s", "currency": "CNY"},
                 "method": "%s", "receipt_no": "YJ-%s", "taken_on": "%s"}"""
                        .formatted(estate.unit(0), kind, amount, method, UUID.randomUUID(), day));
    }

    /** Another took it on the day before; the collector pays it back. */
    private Reply payBack(String method, String amount, String day) {
        String before = LocalDate.parse(day).minusDays(1).toString();
        String id =
                deposit(estate.as("CASHIER"), "KEY", "BANK", amount, before)
                        .expect(201)
                        .text("/id");
        step(
                estate.as("STEWARD"),
                "/deposits/" + id,
                "checks",
                "{\"checked_on\": \"" + day + "\"}");
        Reply sheet =
                estate.as("CS_ASSISTANT")
                        .post(
                                "/deposit-summaries",
                                "{\"deposit_ids\": [\"%s\"], \"drawn_up_on\": \"%s\"}"
                                        .formatted(id, day))
                        .expect(201);
        step(
                estate.as("CS_SUPERVISOR"),
                "/deposit-summaries/" + sheet.text("/id"),
                "signatures",
                "{\"signed_on\": \"" + day + "\"}");
        return step(
                collector,
                "/deposits/" + id,
                "refunds",
                """
                {"amount": {"amount": "%s", "currency": "CNY"}, "method": "%s",
                 "refunded_on": "%s"}"""
                        .formatted(amount, method, day));
    }

    private Reply refund(String payment, String amount, String day) {
        Reply asked =
                collector
                        .post(
                                "/payments/" + payment + "/refunds",
                                """
                                {"amount": {"amount": "%s", "currency": "CNY"},
                                 "source": "PAYMENT", "reason": "多收", "proposed_on": "%s"}"""
                                        .formatted(amount, day))
                        .expect(201);
        String path = "/payment-refunds/" + asked.text("/id");
        step(estate.as("PROPERTY_MANAGER"), path, "approvals", approval(day));
        String out = "{\"method\": \"CASH\", \"paid_on\": \"" + day + "\"}";
        return step(collector, path, "payouts", out);
    }

    private void undo(String payment, String day) {
        Reply asked =
                collector
                        .post(
                                "/payments/" + payment + "/reversals",
                                """
                                {"cause": "WRONG_UNIT", "reason": "错", "proposed_on": "%s"}"""
                                        .formatted(day))
                        .expect(201);
        step(
                estate.as("PROPERTY_MANAGER"),
                "/payment-reversals/" + asked.text("/id"),
                "approvals",
                approval(day));
    }

    private static String approval(String day) {
        return "{\"reference\": \"SP-1\", \"approved_on\": \"" + day + "\"}";
    }

    private static Reply step(Api who, String path, String step, String body) {
        String etag = who.get(path).expect(200).header("ETag");
        return who.with("If-Match", etag).post(path + "/" + step, body);
    }

    private Reply day(String day) {
        String query =
                "?collector_id=%s&from=%s&to=%s".formatted(newcomer.text("/staff_id"), day, day);
        String id = collector.get("/collector-days" + query).expect(200).text("/items/0/id");
        return collector.get("/collector-days/" + id).expect(200);
    }

    private Reply close(Reply day, String counted, String on, String more) {
        String body =
                """
                {"counted": {"amount": "%s", "currency": "CNY"}, "counted_on": "%s"%s}"""
                        .formatted(counted, on, more);
        return collector
                .with("If-Match", day.header("ETag"))
                .post("/collector-days/" + day.text("/id") + "/closures", body);
    }

    private Reply handOver(Reply day, String cash, String more) {
        String body =
                "{\"cash\": {\"amount\": \"%s\", \"currency\": \"CNY\"}%s}".formatted(cash, more);
        return estate.as("ACCOUNTANT")
                .with("If-Match", day.header("ETag"))
                .post("/collector-days/" + day.text("/id") + "/hand-overs", body);
    }
}
