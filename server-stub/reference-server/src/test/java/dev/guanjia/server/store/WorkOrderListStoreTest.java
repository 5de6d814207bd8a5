package dev.guanjia.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.server.RunningServer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The statements of the list of work orders find what they filter for by an index. */
class WorkOrderListStoreTest {

    private static final Instant BEGIN = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("3000-01-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.shared();
    }

    @ParameterizedTest(name = "latest by {0}")
    @CsvSource({
        "assignee, sf_1, work_order_by_assignee",
        "unit, un_1, work_order_by_unit",
        "building, bd_1, work_order_latest",
        "state, DUE, work_order_latest",
        "place, GROUNDS, work_order_latest",
        "severity, MAJOR, work_order_latest"
    })
    void theLatestOfAFilterAreFoundByAnIndex(String filter, String value, String index) {
        Map<String, Object> values = nothing();
        values.put(filter, value);
        assertThat(explained(WorkOrderListStore.LATEST, values)).contains(index);
    }

    @ParameterizedTest(name = "soonest from {0}")
    @CsvSource({"least, dueFrom", "most, dueTo"})
    void aDueWindowIsARangeOfTheIndex(String bound, String filter) {
        Map<String, Object> values = nothing();
        values.put("at", Sql.at(BEGIN));
        values.put(bound, Sql.at(MARCH));
        values.put(filter, Sql.at(MARCH));
        assertThat(explained(WorkOrderListStore.SOONEST, values))
                .containsPattern("work_order_soonest[^\n]*\n\\s*Index Cond:[^\n]*2026-0");
    }

    private static Map<String, Object> nothing() {
        Map<String, Object> values = new HashMap<>();
        for (String filter :
                new String[] {
                    "kind",
                    "state",
                    "community",
                    "building",
                    "unit",
                    "place",
                    "equipment",
                    "severity",
                    "assignee",
                    "dueFrom",
                    "dueTo"
                }) {
            values.put(filter, null);
        }
        values.put("tenant", "default");
        values.put("from", Sql.at(BEGIN));
        values.put("to", Sql.at(END));
        values.put("least", Sql.at(BEGIN));
        values.put("most", Sql.at(END));
        values.put("at", Sql.at(END));
        values.put("after", "");
        values.put("fetch", 51);
        return values;
    }

    /** A small table is read whole and sorted unless that is made dear. */
    static String explained(String sql, Map<String, Object> values) {
        StringBuilder plan = new StringBuilder();
        RunningServer server = RunningServer.shared();
        server.inTransaction(
                () -> {
                    for (String way : List.of("seqscan", "bitmapscan", "sort")) {
                        server.db().sql("set local enable_" + way + " = off").update();
                    }
                    plan.append(
                            String.join(
                                    "\n",
                                    server.db()
                                            .sql("explain " + sql)
                                            .params(values)
                                            .query(String.class)
                                            .list()));
                });
        return plan.toString();
    }
}
