package dev.guanjia.server.application;

import dev.guanjia.server.access.Caller;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.ChargeStore;
import dev.guanjia.server.store.ChargeStore.ChargeRow;
import dev.guanjia.server.store.PaidChargeStore;
import dev.guanjia.server.store.PaidChargeStore.RefundRow;
import dev.guanjia.server.store.PaidWorkStore;
import dev.guanjia.server.store.PaidWorkStore.PaidEvent;
import dev.guanjia.server.store.PaidWorkStore.PaidWorkRow;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Shows the paid work of an order with everything that explains it. */
@Service
public class PaidWorkReader {

    private final PaidWorkStore works;
    private final PaidChargeStore refunds;
    private final ChargeStore charges;
    private final Snapshot snapshot;

    PaidWorkReader(
            PaidWorkStore works, PaidChargeStore refunds, ChargeStore charges, Snapshot snapshot) {
        this.works = works;
        this.refunds = refunds;
        this.charges = charges;
        this.snapshot = snapshot;
    }

    /**
     * Paid work explained.
     *
     * @param row where it stands
     * @param charge its charge; empty before acceptance, and where all was free
     * @param refunds what was given back, oldest first
     * @param events what was recorded, oldest first
     */
    public record Explained(
            PaidWorkRow row,
            Optional<ChargeRow> charge,
            List<RefundRow> refunds,
            List<PaidEvent> events) {}

    /**
     * Reads the paid work of an order.
     *
     * @param caller who asks
     * @param orderId which order
     * @return all of it at one moment
     */
    public Explained get(Caller caller, String orderId) {
        return snapshot.read(() -> read(caller.tenant(), orderId));
    }

    /**
     * Explains paid work that the same transaction has changed.
     *
     * @param caller who asks
     * @param row what it has become
     * @return all of it
     */
    public Explained explain(Caller caller, PaidWorkRow row) {
        return read(caller.tenant(), row.orderId());
    }

    private Explained read(String tenant, String orderId) {
        PaidWorkRow row = works.find(tenant, orderId).orElseThrow(() -> Fault.notFound(orderId));
        return new Explained(
                row,
                Optional.ofNullable(row.chargeId()).flatMap(id -> charges.find(tenant, id)),
                refunds.refunds(tenant, orderId),
                works.events(tenant, orderId));
    }
}
