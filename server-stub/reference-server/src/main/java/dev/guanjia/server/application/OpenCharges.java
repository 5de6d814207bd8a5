package dev.guanjia.server.application;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.FeeItemCatalogue;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.settlement.OpenCharge;
import dev.guanjia.property.Payer;
import dev.guanjia.server.store.BillingLocks;
import dev.guanjia.server.store.ChargeStore;
import dev.guanjia.server.store.ChargeStore.ChargeRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What a unit owes, in single file: who settles something locks the unit first. */
@Component
class OpenCharges {

    private final CompanyFeeItems company;
    private final BillingLocks locks;
    private final ChargeStore charges;

    OpenCharges(CompanyFeeItems company, BillingLocks locks, ChargeStore charges) {
        this.company = company;
        this.locks = locks;
        this.charges = charges;
    }

    /** Waits for others who settle charges of the unit; false if there is no such unit. */
    boolean lock(String tenant, String unitId) {
        return locks.unit(tenant, unitId);
    }

    /** The charges of a unit of which something is owed. */
    List<OpenCharge> of(String tenant, String unitId) {
        FeeItemCatalogue items = company.of(tenant);
        return charges.binding(tenant, unitId).stream()
                .filter(row -> row.standing().owed().isPositive())
                .map(row -> open(items, row))
                .toList();
    }

    /** The charges of a unit of which something is owed, oldest first, by who owes them. */
    Map<Payer, List<OpenCharge>> byPayer(String tenant, String unitId) {
        FeeItemCatalogue items = company.of(tenant);
        Map<ChargeId, Payer> payers = new HashMap<>();
        List<OpenCharge> open = new ArrayList<>();
        for (ChargeRow row : charges.binding(tenant, unitId)) {
            if (row.standing().owed().isPositive()) {
                payers.put(row.id(), row.payer());
                open.add(open(items, row));
            }
        }
        open.sort(OpenCharge.OLDEST_FIRST);
        Map<Payer, List<OpenCharge>> byPayer = new LinkedHashMap<>();
        open.forEach(
                charge ->
                        byPayer.computeIfAbsent(
                                        Objects.requireNonNull(payers.get(charge.id())),
                                        payer -> new ArrayList<>())
                                .add(charge));
        return byPayer;
    }

    /** The charges of a unit of which something is owed by one payer. */
    List<OpenCharge> of(String tenant, String unitId, Payer payer) {
        FeeItemCatalogue items = company.of(tenant);
        return charges.binding(tenant, unitId).stream()
                .filter(row -> row.payer().equals(payer))
                .filter(row -> row.standing().owed().isPositive())
                .map(row -> open(items, row))
                .toList();
    }

    /** One charge, with what is owed of it. */
    ChargeRow charge(String tenant, String id) {
        return charges.find(tenant, id).orElseThrow();
    }

    private static OpenCharge open(FeeItemCatalogue items, ChargeRow row) {
        return new OpenCharge(
                row.id(),
                row.key(),
                order(items, row.key().feeItem()),
                row.dueOn(),
                row.standing().owed());
    }

    private static int order(FeeItemCatalogue items, FeeItemId item) {
        return items.find(item).map(FeeItem::order).orElseThrow();
    }
}
