package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows of a company's own, which hold for a month that no other test looks at. */
class RuleTableTest {

    private static final String LEVELS =
            "key,zh,en,action,channel,days_overdue,skip,source\\n"
                    + "NOTICE,通知,Notice,NOTIFY,LETTER,%s,no,own\\n"
                    + "CALL,电话,Call,CALL,TELEPHONE,%s,yes,own\\n"
                    + "VISIT,上门,Visit,VISIT,VISIT,%s,no,own\\n"
                    + "LAWYERS_LETTER,律师函,Letter,SUE,LAWYERS_LETTER,%s,no,own\\n";
    private static final String BUCKETS = "key,zh,en,first_day,last_day,source\\n";
    private static final String HAND_IN = "key,zh,en,working_days,source\\n";
    private static final String POSTING = "event,key,zh,en,debit,credit,from,source\\n";

    private final RunningServer server = RunningServer.shared();
    private final Estate estate = Estate.priced(server, 1);
    private final Api manager = server.withCompany().holding("PROPERTY_MANAGER");

    @Test
    void levelsOfDunningHoldFromTheirDayUntilTheNext() {
        estate.bill("2024-05", "2024-05-29");
        String patient = LEVELS.formatted("9001", "9002", "9003", "9004");
        set("DUNNING_LEVELS", "2025-11-01", patient).expect(201);
        set("DUNNING_LEVELS", "2025-12-01", LEVELS.formatted("1", "15", "30", "90")).expect(201);
        set("DUNNING_LEVELS", "2025-11-01", patient).expectProblem(409, "rule-table-taken");
        assertThat(opened("2025-12-01")).isEqualTo("1");
        String id =
                manager.get("/communities/" + estate.community() + "/dunning-cases?on=2025-12-01")
                        .expect(200)
                        .text("/items/0/id");
        assertThat(next(id, "2025-11-30")).isEqualTo("TOO_EARLY");
        assertThat(next(id, "2025-12-01")).isEqualTo("DUE");
        assertThat(manager.get("/dunning-levels").json().at("/items/0/label/en").asString())
                .isEqualTo("Call");
    }

    private String opened(String day) {
        return estate.as("STEWARD")
                .post(
                        "/communities/" + estate.community() + "/dunning-rounds",
                        "{\"on\": \"" + day + "\"}")
                .expect(201)
                .text("/opened");
    }

    private String next(String id, String day) {
        return manager.get("/dunning-cases/" + id + "?on=" + day)
                .expect(200)
                .json()
                .at("/next/reason")
                .asString("");
    }

    @Test
    void agesAreToldApartAsTheCompanySaysUntilTheNextRows() {
        String two = BUCKETS + "YEAR,一年内,A year,,365,own\\nOLD,以上,Over,366,,own";
        set("AGE_BUCKETS", "2025-11-01", two).expect(201);
        String again =
                """
                NOT_DUE,a,b,,0,own\\nDAYS_0_30,a,b,1,30,own\\nDAYS_31_60,a,b,31,60,own\\n\
                DAYS_61_90,a,b,61,90,own\\nDAYS_91_180,a,b,91,180,own\\n\
                DAYS_181_365,a,b,181,365,own\\nOVER_A_YEAR,a,b,366,,own""";
        set("AGE_BUCKETS", "2025-12-01", BUCKETS + again).expect(201);
        assertThat(buckets("2025-10-31")).startsWith("NOT_DUE", "DAYS_0_30").hasSize(7);
        assertThat(buckets("2025-11-01")).containsExactly("YEAR", "OLD");
        assertThat(buckets("2025-12-01")).hasSize(7);
    }

    private List<String> buckets(String on) {
        return manager.get("/communities/" + estate.community() + "/arrears/ageing?on=" + on)
                .expect(200)
                .json()
                .findValuesAsString("bucket");
    }

    @Test
    void moneyIsPostedToAccountsOfTheCompanysOwn() {
        String row = "payment-prepaid,WECHAT,微信预收,advance by WeChat,%s,2203,%s,own\\n";
        String rows = row.formatted("1002", "2020-11") + row.formatted("1012", "2020-12");
        set("POSTING_RULES", "2020-11-01", POSTING + rows).expect(201);
        assertThat(posted("2020-10-31")).startsWith("DEBIT 1012");
        assertThat(posted("2020-11-01")).startsWith("DEBIT 1002");
        assertThat(posted("2020-12-01")).startsWith("DEBIT 1012");
        Reply list = manager.get("/rule-tables?limit=200").expect(200);
        assertThat(list.json().at("/items").findValuesAsString("catalogue"))
                .contains("POSTING_RULES");
    }

    private String posted(String day) {
        return estate.entry("PAYMENT", estate.pay(0, "1.00", day).expect(201).text("/id"));
    }

    @Test
    void rowsThatTheTableDoesNotTakeAreNamed() {
        for (String rows :
                List.of(
                        "key,zh",
                        LEVELS.formatted("1", "15", "x", "90"),
                        LEVELS.formatted("1", "15", "15", "90"),
                        LEVELS.formatted("1", "15", "30", "90").replace("VISIT,上", "at home,上"))) {
            Reply refused = set("DUNNING_LEVELS", "2024-10-01", rows);
            assertThat(refused.expectProblem(409, "rule-table-faulty").text("/errors/0/pointer"))
                    .isEqualTo("/rows");
        }
        set("AGE_BUCKETS", "2024-10-01", BUCKETS + "YEAR,一年内,A year,,365,own")
                .expectProblem(409, "rule-table-faulty");
        set("POSTING_RULES", "2024-10-01", POSTING + "cash-over,CASH,a,b,1001,9999,2024-10,own")
                .expectProblem(409, "rule-table-faulty");
        set("HAND_IN", "2024-10-01", HAND_IN + "NEXT,a,b,31,own")
                .expectProblem(409, "rule-table-faulty");
        set("HAND_IN", "2024-10-01", HAND_IN).expectProblem(409, "rule-table-faulty");
        set("PRICES", "2024-10-01", "a").expectProblem(400, "invalid-request");
        server.holding("STEWARD")
                .post("/rule-tables", body("AGE_BUCKETS", "2024-10-01", "a"))
                .expectProblem(403, "command-not-permitted");
    }

    private Reply set(String catalogue, String from, String rows) {
        return manager.post("/rule-tables", body(catalogue, from, rows));
    }

    private static String body(String catalogue, String from, String rows) {
        return """
                {"catalogue": "%s", "from": "%s", "rows": "%s", "source": "决定 1"}"""
                .formatted(catalogue, from, rows);
    }
}
