package dev.guanjia.server.application;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.latecharge.Deferment;
import dev.guanjia.server.store.DeferralStore;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Until when charges are deferred, as it was known on a day. */
@Component
class Deferrals {

    private final DeferralStore store;

    Deferrals(DeferralStore store) {
        this.store = store;
    }

    /**
     * The last promised day of each charge that was deferred by the end of the day. It may be past:
     * that the promise was broken then is told by who compares the days.
     */
    Map<ChargeId, LocalDate> promised(String tenant, Collection<ChargeId> charges, LocalDate day) {
        Map<ChargeId, LocalDate> promised = new TreeMap<>();
        store.granted(tenant, charges)
                .forEach(
                        (charge, granted) ->
                                last(granted, day).ifPresent(until -> promised.put(charge, until)));
        return promised;
    }

    private static Optional<LocalDate> last(List<Deferment> granted, LocalDate day) {
        return granted.stream()
                .filter(one -> !one.grantedOn().isAfter(day))
                .map(Deferment::promised)
                .max(Comparator.naturalOrder());
    }
}
