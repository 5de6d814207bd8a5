package dev.guanjia.server.application;

import dev.guanjia.billing.ChargeId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** Until when charges are deferred, as it was known on a day. */
interface Deferrals {

    /** The last promised day of each charge that was deferred by the end of the day. */
    Map<ChargeId, LocalDate> promised(String tenant, Collection<ChargeId> charges, LocalDate day);
}
