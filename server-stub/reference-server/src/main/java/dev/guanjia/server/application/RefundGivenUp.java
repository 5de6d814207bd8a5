package dev.guanjia.server.application;

import dev.guanjia.billing.settlement.Refund;
import dev.guanjia.billing.settlement.SettlementRefusal;
import dev.guanjia.decision.RefusalCode;
import dev.guanjia.organisation.Actor;
import java.time.LocalDate;
import java.util.Map;

/**
 * That an approved refund is given up, as it was given.
 *
 * @param reason in words
 * @param on the day
 */
public record RefundGivenUp(String reason, LocalDate on) {

    /** Which reason lies in which field. */
    static final Map<RefusalCode, String> FIELDS =
            Map.of(
                    SettlementRefusal.SETTLEMENT_WITHOUT_REASON, "/reason",
                    SettlementRefusal.SETTLEMENT_TOO_EARLY, "/cancelled_on");

    Refund.Cancellation check(BusinessTime times, Actor by) {
        Given given = new Given();
        given.text("/reason", reason);
        given.day("/cancelled_on", on);
        given.end();
        times.require(on);
        return new Refund.Cancellation(by, reason, on);
    }
}
