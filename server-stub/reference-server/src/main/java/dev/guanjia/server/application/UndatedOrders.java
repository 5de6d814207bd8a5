package dev.guanjia.server.application;

import dev.guanjia.server.store.WorkOrderStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Looks once at every start for due times that were unknown: a new version may know a year more.
 * What fails is left as it is; the next step of the order, or the next start, looks again.
 */
@Component
class UndatedOrders implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(UndatedOrders.class);

    private final WorkOrderStore orders;
    private final DueTimes dueTimes;
    private final TransactionOperations transactions;
    private volatile boolean running;

    UndatedOrders(WorkOrderStore orders, DueTimes dueTimes, TransactionOperations transactions) {
        this.orders = orders;
        this.dueTimes = dueTimes;
        this.transactions = transactions;
    }

    @Override
    public void start() {
        running = true;
        Thread once = new Thread(this::look, "undated-orders");
        once.setDaemon(true);
        once.start();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    void look() {
        try {
            orders.withUndated().forEach(this::date);
        } catch (RuntimeException e) {
            LOG.warn("cannot look for due times that were unknown, the next start will", e);
        }
    }

    /** What one company has does not keep the others waiting. */
    private void date(String tenant) {
        try {
            transactions.executeWithoutResult(status -> dueTimes.lookAgain(tenant));
        } catch (RuntimeException e) {
            LOG.warn("cannot date the orders of company {}, the next start will", tenant, e);
        }
    }
}
