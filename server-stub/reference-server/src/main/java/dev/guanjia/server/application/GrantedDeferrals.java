package dev.guanjia.server.application;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.latecharge.Deferment;
import dev.guanjia.server.store.DeferralStore;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The deferrals that were granted. */
@Component
class GrantedDeferrals implements Deferrals {

    private final DeferralStore store;

    GrantedDeferrals(DeferralStore store) {
        this.store = store;
    }

    @Override
    public Map<ChargeId, LocalDate> promised(
            String tenant, Collection<ChargeId> charges, LocalDate day) {
        Map<ChargeId, LocalDate> promised = new TreeMap<>();
        store.granted(tenant, charges)
                .forEach(
                        (charge, granted) ->
                                granted.stream()
                                        .filter(one -> !one.grantedOn().isAfter(day))
                                        .map(Deferment::promised)
                                        .max(LocalDate::compareTo)
                                        .ifPresent(until -> promised.put(charge, until)));
        return promised;
    }
}
