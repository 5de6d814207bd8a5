package dev.guanjia.server.application;

import dev.guanjia.billing.ChargeId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** No charge is deferred. */
@Component
class NoDeferrals implements Deferrals {

    @Override
    public Map<ChargeId, LocalDate> promised(
            String tenant, Collection<ChargeId> charges, LocalDate day) {
        return Map.of();
    }
}
