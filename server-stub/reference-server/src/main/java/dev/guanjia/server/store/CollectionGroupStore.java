package dev.guanjia.server.store;

import dev.guanjia.billing.collection.CollectionGoal;
import dev.guanjia.billing.collection.CollectionGroup;
import dev.guanjia.billing.collection.CollectionGroupId;
import dev.guanjia.billing.collection.GroupLevel;
import dev.guanjia.billing.fee.FeeItemId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The tables {@code collection_group}, {@code collection_group_building} and {@code
 * collection_goal}.
 */
@Repository
public class CollectionGroupStore {

    private static final String GROUP =
            """
            insert into collection_group (tenant, collection_plan_id, key, line, level, above, name,
                leader_id)
            values (:tenant, :plan, :key, :line, :level, :above, :name, :leader)
            """;
    private static final String BUILDINGS =
            """
            insert into collection_group_building (tenant, collection_plan_id, building_id, line,
                key)
            select :tenant, :plan, id, n, :key
            from unnest(cast(:buildings as text[])) with ordinality as b(id, n)
            """;
    private static final String GOAL =
            """
            insert into collection_goal (tenant, collection_plan_id, fee_item, line, rate)
            values (:tenant, :plan, :item, :line, :rate)
            """;
    private static final String GROUPS =
            """
            select g.collection_plan_id, g.key, g.level, g.above, g.name, g.leader_id,
                array(select b.building_id from collection_group_building b
                    where b.tenant = g.tenant and b.collection_plan_id = g.collection_plan_id
                        and b.key = g.key order by b.line) as buildings
            from collection_group g
            where g.tenant = :tenant and g.collection_plan_id = any(cast(:plans as text[]))
            order by g.collection_plan_id, g.line
            """;
    private static final String GOALS =
            """
            select collection_plan_id, fee_item, rate from collection_goal
            where tenant = :tenant and collection_plan_id = any(cast(:plans as text[]))
            order by collection_plan_id, line
            """;

    private final JdbcClient db;

    CollectionGroupStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A group of a plan.
     *
     * @param group where it stands
     * @param name what it is called
     * @param leaderId who leads it; null if nobody is named
     * @param buildingIds whose arrears it collects
     */
    public record GroupRow(
            CollectionGroup group,
            String name,
            @Nullable String leaderId,
            List<String> buildingIds) {}

    /**
     * Adds the groups and goals of a plan.
     *
     * @param tenant the company
     * @param planId the plan
     * @param groups from the top down
     * @param goals one per fee
     */
    public void add(
            String tenant, String planId, List<GroupRow> groups, List<CollectionGoal> goals) {
        for (int line = 0; line < groups.size(); line++) {
            add(tenant, planId, line, groups.get(line));
        }
        for (int line = 0; line < goals.size(); line++) {
            db.sql(GOAL)
                    .param("tenant", tenant)
                    .param("plan", planId)
                    .param("item", goals.get(line).item().value())
                    .param("line", line)
                    .param("rate", new BigDecimal(goals.get(line).rate().decimalText()))
                    .update();
        }
    }

    private void add(String tenant, String planId, int line, GroupRow row) {
        CollectionGroupId above = row.group().above();
        db.sql(GROUP)
                .param("tenant", tenant)
                .param("plan", planId)
                .param("key", row.group().id().value())
                .param("line", line)
                .param("level", row.group().level().name())
                .param("above", above == null ? null : above.value())
                .param("name", row.name())
                .param("leader", row.leaderId())
                .update();
        db.sql(BUILDINGS)
                .param("tenant", tenant)
                .param("plan", planId)
                .param("key", row.group().id().value())
                .param("buildings", Sql.array(row.buildingIds(), id -> id))
                .update();
    }

    /**
     * Reads the groups of plans.
     *
     * @param tenant the company
     * @param planIds which plans
     * @return by plan, from the top down
     */
    public Map<String, List<GroupRow>> groups(String tenant, Collection<String> planIds) {
        return byPlan(
                db.sql(GROUPS)
                        .param("tenant", tenant)
                        .param("plans", Sql.array(planIds, id -> id))
                        .query((row, index) -> Map.entry(plan(row), group(row)))
                        .list());
    }

    /**
     * Reads the goals of plans.
     *
     * @param tenant the company
     * @param planIds which plans
     * @return by plan, in the order in which they were given
     */
    public Map<String, List<CollectionGoal>> goals(String tenant, Collection<String> planIds) {
        return byPlan(
                db.sql(GOALS)
                        .param("tenant", tenant)
                        .param("plans", Sql.array(planIds, id -> id))
                        .query((row, index) -> Map.entry(plan(row), goal(row)))
                        .list());
    }

    private static <T> Map<String, List<T>> byPlan(List<Map.Entry<String, T>> rows) {
        Function<Map.Entry<String, T>, T> value = Map.Entry::getValue;
        return rows.stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                HashMap::new,
                                Collectors.mapping(value, Collectors.toList())));
    }

    private static String plan(ResultSet row) throws SQLException {
        return row.getString("collection_plan_id");
    }

    private static GroupRow group(ResultSet row) throws SQLException {
        String above = row.getString("above");
        CollectionGroup group =
                new CollectionGroup(
                        new CollectionGroupId(row.getString("key")),
                        GroupLevel.valueOf(row.getString("level")),
                        above == null ? null : new CollectionGroupId(above));
        return new GroupRow(
                group,
                row.getString("name"),
                row.getString("leader_id"),
                Sql.texts(row, "buildings"));
    }

    private static CollectionGoal goal(ResultSet row) throws SQLException {
        return new CollectionGoal(
                new FeeItemId(row.getString("fee_item")), Sql.rational(Sql.decimal(row, "rate")));
    }
}
