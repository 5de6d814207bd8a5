package dev.guanjia.billing.waiver;

import dev.guanjia.billing.BillingRefusal;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.ChargeKey;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a steward asks to give up (减免申请); {@link #propose} decides whether it can be asked. Source:
 * requirements 06 A-108.
 *
 * @param id which waiver
 * @param charge of which charge
 * @param key what the charge is for
 * @param amount how much of it
 * @param grounds why, with papers
 * @param proposer who asks; never the one who signs
 * @param proposedOn the day
 */
public record WaiverProposal(
        WaiverId id,
        ChargeId charge,
        ChargeKey key,
        Money amount,
        WaiverGrounds grounds,
        Actor proposer,
        LocalDate proposedOn) {

    /**
     * Decides on the proposal.
     *
     * @param open what is still owed of the charge, zero or more
     * @return the waiver, to be signed; or refused because the currency is another, the amount is
     *     not positive or more than is owed, or no reason is given
     */
    public Decision<Waiver> propose(Money open) {
        List<Refusal> reasons = new ArrayList<>();
        if (!amount.currency().equals(open.currency())) {
            reasons.add(BillingRefusal.currencyMismatch(open.currency(), amount.currency()));
        }
        if (!amount.isPositive()) {
            reasons.add(BillingRefusal.WAIVER_NOT_POSITIVE.because(amount));
        }
        overOpen(open).ifPresent(reasons::add);
        if (grounds.reason().isBlank()) {
            reasons.add(BillingRefusal.WAIVER_WITHOUT_REASON.because("waiver", id.value()));
        }
        return reasons.isEmpty()
                ? Decision.accept(new Waiver(this, WaiverState.PROPOSED))
                : Decision.refuse(reasons);
    }

    /** The reason, if more is given up than is owed in the same currency. */
    Optional<Refusal> overOpen(Money open) {
        if (!amount.currency().equals(open.currency()) || amount.compareTo(open) <= 0) {
            return Optional.empty();
        }
        return Optional.of(
                BillingRefusal.WAIVER_OVER_OPEN.because(
                        "amount", amount.toString(), "open", open.toString()));
    }

    /** The reason, if the signature is dated before the proposal. */
    Optional<Refusal> afterSignature(LocalDate signedOn) {
        return before(BillingRefusal.WAIVER_SIGNED_BEFORE_PROPOSED, "signed", signedOn);
    }

    /** The reason, if the no is dated before the proposal. */
    Optional<Refusal> afterRejection(LocalDate rejectedOn) {
        return before(BillingRefusal.WAIVER_REJECTED_BEFORE_PROPOSED, "rejected", rejectedOn);
    }

    private Optional<Refusal> before(BillingRefusal code, String step, LocalDate day) {
        return day.isBefore(proposedOn)
                ? Optional.of(code.because("proposed", proposedOn.toString(), step, day.toString()))
                : Optional.empty();
    }
}
