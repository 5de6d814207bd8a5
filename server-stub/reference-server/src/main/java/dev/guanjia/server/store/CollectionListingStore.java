package dev.guanjia.server.store;

import dev.guanjia.billing.collection.CollectionGroupId;
import dev.guanjia.billing.collection.ListedArrears;
import dev.guanjia.billing.fee.FeeItemId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code collection_listing}: the arrears lists of plans, and what came in of them. */
@Repository
public class CollectionListingStore {

    private static final String LIST =
            """
            insert into collection_listing (tenant, collection_plan_id, charge_id, key, fee_item,
                due_minor, currency, after_line)
            select :tenant, :plan, c.id, b.key, c.fee_item, c.amount_minor - m.settled, c.currency,
                m.last_line
            from charge c join unit u on u.tenant = c.tenant and u.id = c.unit_id
            join collection_group_building b on b.tenant = u.tenant
                and b.building_id = u.building_id and b.collection_plan_id = :plan
            join collection_goal g on g.tenant = c.tenant and g.fee_item = c.fee_item
                and g.collection_plan_id = :plan
            left join bill_run r on r.tenant = c.tenant and r.id = c.bill_run_id
            cross join lateral (
                select coalesce(sum(amount_minor), 0) as settled,
                    coalesce(max(line), 0) as last_line
                from charge_movement where tenant = c.tenant and charge_id = c.id) m
            where c.tenant = :tenant and u.community_id = :community and c.due_on < :listed
                and binds_on(c, r) is not null
                and c.amount_minor > m.settled
            """;
    private static final String ARREARS =
            """
            select collection_plan_id, key, fee_item, currency, sum(due_minor) as amount_minor
            from collection_listing
            where tenant = :tenant and collection_plan_id = any(cast(:plans as text[]))
            group by 1, 2, 3, 4 order by 1, 2, 3
            """;
    private static final String COLLECTED =
            """
            select :plan as collection_plan_id, key, fee_item, currency,
                sum(least(greatest(paid, 0), due_minor)) as amount_minor
            from (
                select l.key, l.fee_item, l.currency, l.due_minor,
                    (select coalesce(sum(m.amount_minor), 0) from charge_movement m
                        where m.tenant = l.tenant and m.charge_id = l.charge_id
                            and m.line > l.after_line and m.on_day <= :on
                            and m.kind in ('ALLOCATION', 'ALLOCATION_REVERSED', 'PREPAYMENT_USED'))
                        as paid
                from collection_listing l
                where l.tenant = :tenant and l.collection_plan_id = :plan
            ) listed group by key, fee_item, currency
            """;

    private final JdbcClient db;

    CollectionListingStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Lists what is open of the fees of a plan, in the buildings of its groups.
     *
     * @param tenant the company
     * @param planId a plan whose groups and goals are kept
     * @param communityId its community
     * @param before only what was due before this day
     */
    public void list(String tenant, String planId, String communityId, LocalDate before) {
        db.sql(LIST)
                .param("tenant", tenant)
                .param("plan", planId)
                .param("community", communityId)
                .param("listed", before)
                .update();
    }

    /**
     * Reads what the lists of plans say.
     *
     * @param tenant the company
     * @param planIds which plans
     * @return by plan, a row per group and fee of which something is listed
     */
    public Map<String, List<ListedArrears>> arrears(String tenant, Collection<String> planIds) {
        return db
                .sql(ARREARS)
                .param("tenant", tenant)
                .param("plans", Sql.array(planIds, id -> id))
                .query((row, index) -> Map.entry(row.getString("collection_plan_id"), sum(row)))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                HashMap::new,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /**
     * Reads what was paid of the list of a plan since it was made.
     *
     * @param tenant the company
     * @param planId the plan
     * @param on the last business day that counts
     * @return a row per group and fee of which something is listed; no charge counts for more than
     *     was listed of it
     */
    public List<ListedArrears> collected(String tenant, String planId, LocalDate on) {
        return db.sql(COLLECTED)
                .param("tenant", tenant)
                .param("plan", planId)
                .param("on", on)
                .query((row, index) -> sum(row))
                .list();
    }

    private static ListedArrears sum(ResultSet row) throws SQLException {
        return new ListedArrears(
                new CollectionGroupId(row.getString("key")),
                new FeeItemId(row.getString("fee_item")),
                ChargeStore.money(row, "amount_minor"));
    }
}
