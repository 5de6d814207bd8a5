package dev.guanjia.server.store;

import dev.guanjia.organisation.StaffId;
import dev.guanjia.security.patrol.CheckResult;
import dev.guanjia.security.patrol.Finding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code patrol_result} and {@code patrol_finding}; rows are only ever added. */
@Repository
public class PatrolResultStore {

    private static final String ADD_RESULT =
            """
            insert into patrol_result (tenant, round_id, line, checkpoint, found_by, reached_at,
                readings, recorded_at)
            values (:tenant, :round, :line, :checkpoint, :by, :at, cast(:readings as jsonb),
                :recorded)
            """;
    private static final String ADD_FINDING =
            """
            insert into patrol_finding (tenant, round_id, checkpoint, item, work_order_id)
            values (:tenant, :round, :checkpoint, :item, :order)
            """;
    private static final String RESULTS =
            """
            select round_id, checkpoint, found_by, reached_at, readings from patrol_result
            where tenant = :tenant and round_id = any(cast(:ids as text[]))
            order by round_id, line
            """;
    private static final String FINDINGS =
            """
            select round_id, checkpoint, item, work_order_id from patrol_finding
            where tenant = :tenant and round_id = any(cast(:ids as text[]))
            """;

    private final JdbcClient db;
    private final JsonMapper mapper;

    PatrolResultStore(JdbcClient db, JsonMapper mapper) {
        this.db = db;
        this.mapper = mapper;
    }

    /**
     * What was found on a round.
     *
     * @param results in order of time
     * @param orders the work orders of the findings, by {@code checkpoint/item}
     */
    record Found(List<CheckResult> results, Map<String, String> orders) {

        static final Found NOTHING = new Found(List.of(), Map.of());
    }

    private record ResultOf(String round, CheckResult result) {}

    private record OrderOf(String round, String key, String order) {}

    /** The key of a finding among those of its round. */
    public static String key(String checkpoint, String item) {
        return checkpoint + "/" + item;
    }

    /** Adds a result in the line after those there are. */
    public void add(String tenant, String round, int line, CheckResult result, Instant recorded) {
        db.sql(ADD_RESULT)
                .param("tenant", tenant)
                .param("round", round)
                .param("line", line)
                .param("checkpoint", result.checkpoint())
                .param("by", result.by().value())
                .param("at", Sql.at(result.at()))
                .param("readings", PatrolJson.readings(mapper, result.readings()))
                .param("recorded", Sql.at(recorded))
                .update();
    }

    /** Binds a finding to the order that it opened. */
    public void add(String tenant, Finding finding, String workOrderId) {
        db.sql(ADD_FINDING)
                .param("tenant", tenant)
                .param("round", finding.round().value())
                .param("checkpoint", finding.checkpoint())
                .param("item", finding.item())
                .param("order", workOrderId)
                .update();
    }

    /** What was found on rounds, by round; those without a result are left out. */
    Map<String, Found> of(String tenant, Collection<String> rounds) {
        String[] ids = rounds.toArray(new String[0]);
        Map<String, List<CheckResult>> results = new LinkedHashMap<>();
        db.sql(RESULTS)
                .param("tenant", tenant)
                .param("ids", ids)
                .query((row, index) -> result(row))
                .list()
                .forEach(
                        each ->
                                results.computeIfAbsent(each.round(), none -> new ArrayList<>())
                                        .add(each.result()));
        Map<String, Map<String, String>> orders = new HashMap<>();
        db.sql(FINDINGS)
                .param("tenant", tenant)
                .param("ids", ids)
                .query((row, index) -> order(row))
                .list()
                .forEach(
                        each ->
                                orders.computeIfAbsent(each.round(), none -> new HashMap<>())
                                        .put(each.key(), each.order()));
        Map<String, Found> found = new HashMap<>();
        results.forEach(
                (round, rows) ->
                        found.put(round, new Found(rows, orders.getOrDefault(round, Map.of()))));
        return found;
    }

    private ResultOf result(ResultSet row) throws SQLException {
        CheckResult result =
                new CheckResult(
                        row.getString("checkpoint"),
                        new StaffId(row.getString("found_by")),
                        Sql.instant(row, "reached_at"),
                        PatrolJson.readings(mapper, row.getString("readings")));
        return new ResultOf(row.getString("round_id"), result);
    }

    private static OrderOf order(ResultSet row) throws SQLException {
        return new OrderOf(
                row.getString("round_id"),
                key(row.getString("checkpoint"), row.getString("item")),
                row.getString("work_order_id"));
    }
}
