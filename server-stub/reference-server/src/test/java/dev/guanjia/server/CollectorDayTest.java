package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class CollectorDayTest {

    private static final String DAY = "2024-06-03";

    private final RunningServer server = RunningServer.shared();
    private final Estate estate = Estate.priced(server, 1);
    private final Reply newcomer = server.newcomer("CASHIER");
    private final Api collector = server.as(newcomer.text("/token"));

    @Test
    void aDayIsClosedByTheCashCountedAndHandedOverToAnother() {
        take("CASH", "400.00", DAY).expect(201);
        take("CASH", "30.00", DAY).expect(201);
        take("WECHAT", "250.00", DAY).expect(201);
        take("CASH", "1.00", "2024-06-04").expect(201);
        Reply day = day(DAY);
        assertThat(day.text("/state")).isEqualTo("OPEN");
        assertThat(day.json().at("/takings").findValuesAsString("method"))
                .containsExactly("CASH", "WECHAT");
        assertThat(day.text("/takings/0/payments")).isEqualTo("2");
        assertThat(day.text("/total/amount")).isEqualTo("680.00");
        assertThat(day.text("/cash/amount")).isEqualTo("430.00");
        handOver("ACCOUNTANT", day, "430.00", DAY, "").expectProblem(409, "takings-not-closed");
        close(day, "429.50", "").expectProblem(409, "takings-difference-unexplained");
        Reply closed = close(day, "429.50", ", \"explanation\": \"找零\"").expect(200);
        assertThat(closed.text("/state")).isEqualTo("CLOSED");
        assertThat(closed.text("/closure/difference/amount")).isEqualTo("-0.50");
        assertThat(closed.text("/closure/counted_on")).isEqualTo(DAY);
        close(closed, "429.50", "").expectProblem(409, "takings-closed");
        take("CASH", "1.00", DAY).expectProblem(409, "takings-closed");
        take("WECHAT", "1.00", DAY).expect(201);
        assertThat(day(DAY).text("/total/amount")).isEqualTo("681.00");
        assertThat(day(DAY).text("/cash/amount")).isEqualTo("430.00");
        handOver("ACCOUNTANT", closed, "430.00", DAY, "").expectProblem(409, "takings-spent");
        handOver("ACCOUNTANT", closed, "429.50", "2024-06-05", "")
                .expectProblem(409, "takings-late");
        handOver("ACCOUNTANT", closed, "429.50", "2999-06-04", "")
                .expectProblem(409, "business-time-in-the-future");
        collector
                .with("If-Match", closed.header("ETag"))
                .post(path(closed, "hand-overs"), cash("429.50", DAY, ""))
                .expectProblem(409, "takings-own");
        Reply late =
                handOver("ACCOUNTANT", closed, "429.50", "2024-06-05", ", \"approval\": \"批-1\"");
        assertThat(late.expect(200).text("/state")).isEqualTo("HANDED_OVER");
        assertThat(late.text("/hand_over/approval")).isEqualTo("批-1");
        assertThat(late.text("/hand_over/late")).isEqualTo("true");
        assertThat(late.text("/hand_over/last_day")).isEqualTo("2024-06-04");
        handOver("ACCOUNTANT", late, "429.50", DAY, "").expectProblem(409, "takings-not-closed");
    }

    /** 2024-06-07 is a Friday; the Monday after it is the Dragon Boat Festival. */
    @Test
    void whatIsTakenBeforeAWeekendOrAHolidayIsHandedInOnTheNextWorkingDay() {
        String friday = "2024-06-07";
        take("CASH", "5.00", friday).expect(201);
        Reply closed = close(day(friday), "5.00", "").expect(200);
        handOver("ACCOUNTANT", closed, "5.00", "2024-06-12", "").expectProblem(409, "takings-late");
        Reply handed = handOver("ACCOUNTANT", closed, "5.00", "2024-06-11", "").expect(200);
        assertThat(handed.text("/hand_over/late")).isEqualTo("false");
        assertThat(handed.text("/hand_over/last_day")).isEqualTo("2024-06-11");
        assertThat(handed.text("/hand_over/approval")).isEmpty();
    }

    /** Days that no other test looks at, since the rows are the company's. */
    @Test
    void theDaysToHandInTakingsAreThoseOfTheRowsOfTheirDay() {
        handInWithin("2020-12-07", "0").expect(201);
        handInWithin("2020-12-11", "1").expect(201);
        assertThat(handInWithin("2020-12-11", "1").status()).isEqualTo(409);
        for (String day : List.of("2020-12-10", "2020-12-11")) {
            take("CASH", "1.00", day).expect(201);
            close(day(day), "1.00", "").expect(200);
        }
        handOver("ACCOUNTANT", day("2020-12-10"), "1.00", "2020-12-11", "")
                .expectProblem(409, "takings-late");
        Reply same = handOver("ACCOUNTANT", day("2020-12-10"), "1.00", "2020-12-10", "");
        assertThat(same.expect(200).text("/hand_over/last_day")).isEqualTo("2020-12-10");
        handOver("ACCOUNTANT", day("2020-12-11"), "1.00", "2020-12-15", "")
                .expectProblem(409, "takings-late");
        Reply next = handOver("ACCOUNTANT", day("2020-12-11"), "1.00", "2020-12-14", "");
        assertThat(next.expect(200).text("/hand_over/late")).isEqualTo("false");
    }

    private Reply handInWithin(String from, String days) {
        String rows = "key,zh,en,working_days,source\\nOWN,上交,Hand in," + days + ",own";
        return server.withCompany()
                .holding("PROPERTY_MANAGER")
                .post(
                        "/rule-tables",
                        """
                        {"catalogue": "HAND_IN", "from": "%s", "rows": "%s", "source": "决定 1"}"""
                                .formatted(from, rows));
    }

    @Test
    void allDaysTogetherHoldEveryPaymentOnce() {
        String[] days = {"2024-06-03", "2024-06-04", "2024-06-05"};
        BigDecimal paid = BigDecimal.ZERO;
        for (int i = 0; i < 9; i++) {
            String amount = 10 * i + 1 + ".0" + i;
            take(i % 2 == 0 ? "CASH" : "ALIPAY", amount, days[i % 3]).expect(201);
            paid = paid.add(new BigDecimal(amount));
        }
        close(day(days[0]), "62.06", ", \"explanation\": \"x\"").expect(200);
        Reply all = collector.get(mine("&limit=2")).expect(200);
        Reply rest = collector.get(mine("&cursor=" + all.text("/next_cursor"))).expect(200);
        BigDecimal sum = sum(all, 0).add(sum(all, 1)).add(sum(rest, 0));
        assertThat(sum).isEqualByComparingTo(paid);
        assertThat(rest.json().at("/items").size()).isEqualTo(1);
        assertThat(collector.get(mine("&state=CLOSED")).json().at("/items").size()).isEqualTo(1);
        assertThat(collector.get(mine("&state=OPEN")).json().at("/items").size()).isEqualTo(2);
        assertThat(collector.get(mine("&from=2024-06-04&to=2024-06-04")).text("/items/0/day"))
                .isEqualTo("2024-06-04");
        collector.get("/collector-days/td_0000000000").expectProblem(404, "not-found");
    }

    private static BigDecimal sum(Reply page, int index) {
        return new BigDecimal(page.text("/items/" + index + "/total/amount"));
    }

    @Test
    void aPaymentIsInTheDayOrComesTooLateNeverBetween() throws Exception {
        take("CASH", "1.00", DAY).expect(201);
        List<Callable<Reply>> tasks = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            tasks.add(() -> take("CASH", "1.00", DAY));
        }
        Reply seen = day(DAY);
        tasks.add(6, () -> close(seen, "1.00", ", \"explanation\": \"x\""));
        ExecutorService pool = Executors.newFixedThreadPool(6);
        List<Future<Reply>> replies;
        try {
            replies = pool.invokeAll(tasks);
        } finally {
            pool.shutdown();
        }
        long taken = 1;
        for (Future<Reply> reply : replies) {
            taken += reply.get().status() == 201 ? 1 : 0;
        }
        Reply closing = replies.get(6).get().expect(200);
        Reply closed = day(DAY);
        assertThat(closed.text("/state")).isEqualTo("CLOSED");
        BigDecimal cash = new BigDecimal(closed.text("/cash/amount"));
        assertThat(cash).isEqualByComparingTo(BigDecimal.valueOf(taken));
        BigDecimal difference = new BigDecimal(closed.text("/closure/difference/amount"));
        assertThat(difference).isEqualByComparingTo(BigDecimal.ONE.subtract(cash));
        assertThat(closing.text("/cash/amount")).isEqualTo(closed.text("/cash/amount"));
    }

    private Reply take(String method, String amount, String day) {
        String body = estate.payment(0, amount, day, "").replace("WECHAT", method);
        return collector.post("/payments", body);
    }

    private String mine(String query) {
        return "/collector-days?collector_id=" + newcomer.text("/staff_id") + query;
    }

    private Reply day(String day) {
        Reply page = collector.get(mine("&from=%s&to=%s".formatted(day, day))).expect(200);
        return collector.get("/collector-days/" + page.text("/items/0/id")).expect(200);
    }

    private static String path(Reply day, String step) {
        return "/collector-days/" + day.text("/id") + "/" + step;
    }

    private Reply close(Reply day, String counted, String more) {
        String body =
                "{\"counted\": {\"amount\": \"%s\", \"currency\": \"CNY\"}, \"counted_on\": \"%s\"%s}"
                        .formatted(counted, day.text("/day"), more);
        return collector.with("If-Match", day.header("ETag")).post(path(day, "closures"), body);
    }

    private Reply handOver(String post, Reply day, String cash, String on, String more) {
        return estate.as(post)
                .with("If-Match", day.header("ETag"))
                .post(path(day, "hand-overs"), cash(cash, on, more));
    }

    private static String cash(String amount, String on, String more) {
        return "{\"cash\": {\"amount\": \"%s\", \"currency\": \"CNY\"}, \"handed_on\": \"%s\"%s}"
                .formatted(amount, on, more);
    }
}
