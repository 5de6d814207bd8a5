package dev.guanjia.billing.latecharge;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.decision.Decision;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import java.time.LocalDate;
import java.util.List;

/**
 * Why a charge should be payable later; {@link #state} decides whether it can be asked. Source:
 * requirements 03 P-DEFER; 06 A-108.
 *
 * @param id which deferral
 * @param charge of which charge
 * @param dueOn the last day on which the charge is not late without it
 * @param reason in words; a blank one is refused
 * @param proposer who asks; never the one who confirms
 * @param statedOn the day
 */
public record DeferralRequest(
        DeferralId id,
        ChargeId charge,
        LocalDate dueOn,
        String reason,
        Actor proposer,
        LocalDate statedOn) {

    /**
     * Decides whether there is anything to put off.
     *
     * @param open what is owed of the charge, zero or more
     * @return the request; or refused because nothing is owed
     */
    public Decision<DeferralRequest> of(Money open) {
        return open.isPositive()
                ? Decision.accept(this)
                : Decision.refuse(
                        List.of(
                                LateChargeRefusal.DEFERRAL_NOTHING_OPEN.because(
                                        "charge", charge.value())));
    }

    /**
     * Decides on the request.
     *
     * @return the deferral, to be confirmed; or refused because no reason is given
     */
    public Decision<Deferral> state() {
        return reason.isBlank()
                ? Decision.refuse(
                        List.of(
                                LateChargeRefusal.DEFERRAL_WITHOUT_REASON.because(
                                        "deferral", id.value())))
                : Decision.accept(new Deferral(this, null, null));
    }
}
