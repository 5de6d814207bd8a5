package dev.guanjia.server.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the table {@code maintenance_task} says of the work orders of tasks. */
@Repository
public class MaintenanceOrderStore {

    private static final String OPEN =
            """
            update maintenance_task set work_order_id = :order, version = version + 1
            where tenant = :tenant and id = :id
            """;
    private static final String GIVE_UP =
            """
            update maintenance_task set work_order_id = null, version = version + 1,
                orders_given_up = orders_given_up + 1
            where tenant = :tenant and id = :id
            """;

    private final JdbcClient db;

    MaintenanceOrderStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Keeps the work order of a task.
     *
     * @param tenant the company
     * @param id which
     * @param workOrderId the order
     */
    public void open(String tenant, String id, String workOrderId) {
        db.sql(OPEN).param("tenant", tenant).param("id", id).param("order", workOrderId).update();
    }

    /**
     * Frees a task of an order that was given up.
     *
     * @param tenant the company
     * @param id which
     */
    public void giveUp(String tenant, String id) {
        db.sql(GIVE_UP).param("tenant", tenant).param("id", id).update();
    }
}
