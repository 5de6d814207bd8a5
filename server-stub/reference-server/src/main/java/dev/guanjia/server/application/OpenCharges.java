package dev.guanjia.server.application;

import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.FeeItemCatalogue;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.settlement.OpenCharge;
import dev.guanjia.property.Payer;
import dev.guanjia.server.store.BillingLocks;
import dev.guanjia.server.store.ChargeStore;
import dev.guanjia.server.store.ChargeStore.ChargeRow;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a unit owes, in single file: who settles something locks the unit first. */
@Component
class OpenCharges {

    private final FeeItemCatalogue items = FeeItemCatalogue.standard();
    private final BillingLocks locks;
    private final ChargeStore charges;

    OpenCharges(BillingLocks locks, ChargeStore charges) {
        this.locks = locks;
        this.charges = charges;
    }

    /** Waits for others who settle charges of the unit; false if there is no such unit. */
    boolean lock(String tenant, String unitId) {
        return locks.unit(tenant, unitId);
    }

    /** The charges of a unit of which something is owed. */
    List<OpenCharge> of(String tenant, String unitId) {
        return charges.binding(tenant, unitId).stream()
                .filter(row -> row.standing().owed().isPositive())
                .map(this::open)
                .toList();
    }

    /** The charges of a unit of which something is owed by one payer. */
    List<OpenCharge> of(String tenant, String unitId, Payer payer) {
        return charges.binding(tenant, unitId).stream()
                .filter(row -> row.payer().equals(payer))
                .filter(row -> row.standing().owed().isPositive())
                .map(this::open)
                .toList();
    }

    /** One charge, with what is owed of it. */
    ChargeRow charge(String tenant, String id) {
        return charges.find(tenant, id).orElseThrow();
    }

    private OpenCharge open(ChargeRow row) {
        return new OpenCharge(
                row.id(),
                row.key(),
                order(row.key().feeItem()),
                row.dueOn(),
                row.standing().owed());
    }

    private int order(FeeItemId item) {
        return items.find(item).map(FeeItem::order).orElseThrow();
    }
}
