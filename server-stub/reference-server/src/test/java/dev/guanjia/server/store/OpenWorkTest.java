package dev.guanjia.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.server.RunningServer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What is open is found by an index, however much there ever was. Where two indexes lead there, a
 * table of a few rows lets the planner take either.
 */
class OpenWorkTest {

    private static final Map<String, Object> NOW =
            Map.of(
                    "tenant",
                    "default",
                    "at",
                    Sql.at(Instant.parse("2100-01-01T00:00:00Z")),
                    "releases",
                    new String[] {"RETURN"},
                    "open",
                    new String[] {"ASSIGNED"});

    @BeforeAll
    static void start() {
        RunningServer.shared();
    }

    @Test
    void thePoolIsAnIndexOfItsOwn() {
        Map<String, Object> everywhere = new HashMap<>(NOW);
        everywhere.put("community", null);
        everywhere.put("kind", null);
        assertThat(plan(DispatchStore.POOL, everywhere))
                .containsPattern("work_order_pooled|work_order_by_stand")
                .contains("work_order_event_by_order")
                .contains("dispatch_by_order");
    }

    @Test
    void whatWaitsForACallIsFoundByKindAndState() {
        Map<String, Object> values = new HashMap<>();
        values.put("tenant", "default");
        values.put("community", null);
        values.put("unit", null);
        values.put("kind", null);
        values.put("assignee", null);
        values.put("kinds", new String[] {"REPAIR"});
        values.put("states", new String[] {"FINISHED"});
        assertThat(plan(CallBackOrderStore.WAITING, values))
                .containsPattern("work_order_by_stand[^\n]*\n\\s*Index Cond:[^\n]*state");
    }

    @Test
    void whatEverybodyCarriesIsFoundAmongWhatIsOpen() {
        assertThat(plan(WorkloadStore.LOADS, NOW))
                .containsPattern("work_order_carried|work_order_by_assignee")
                .contains("work_order_event_by_order");
    }

    @Test
    void theLastTaskOfAPersonIsTheEndOfAnIndex() {
        assertThat(plan(WorkloadStore.LAST_SENT, NOW))
                .containsPattern("Limit[^\n]*\n[^\n]*Backward using dispatch_by_worker");
    }

    /** Every table by an index alone. */
    private static String plan(String sql, Map<String, Object> values) {
        String plan = WorkOrderListStoreTest.explained(sql, values);
        assertThat(plan).doesNotContain("Seq Scan on work_order", "Seq Scan on dispatch ");
        return plan;
    }
}
