package dev.guanjia.billing.writeoff;

import dev.guanjia.billing.BillingRefusal;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to be written off; {@link #propose} decides whether it can be asked.
 *
 * @param id which write-off
 * @param charge of which charge
 * @param amount how much of it
 * @param grounds why, with evidence
 * @param proposer who asks; never the one who approves
 * @param proposedOn the day
 */
public record WriteOffProposal(
        WriteOffId id,
        ChargeId charge,
        Money amount,
        WriteOffGrounds grounds,
        Actor proposer,
        LocalDate proposedOn) {

    /**
     * Decides on the proposal.
     *
     * @param open what is still owed of the charge, zero or more
     * @return the write-off, to be approved; or refused because the currency is another, the amount
     *     is not positive or more than is owed, or no reason or no evidence is given
     */
    public Decision<WriteOff> propose(Money open) {
        List<Refusal> reasons = new ArrayList<>();
        if (!amount.isPositive()) {
            reasons.add(
                    WriteOffRefusal.WRITE_OFF_NOT_POSITIVE.because("amount", amount.toString()));
        }
        overOpen(open).ifPresent(reasons::add);
        if (grounds.reason().isBlank()) {
            reasons.add(because(WriteOffRefusal.WRITE_OFF_WITHOUT_REASON));
        }
        if (grounds.evidence().isEmpty()) {
            reasons.add(because(WriteOffRefusal.WRITE_OFF_WITHOUT_EVIDENCE));
        }
        return reasons.isEmpty()
                ? Decision.accept(new WriteOff(this, null, null, List.of()))
                : Decision.refuse(reasons);
    }

    /** The reason, if more is written off than is owed, or in another currency. */
    Optional<Refusal> overOpen(Money open) {
        if (!amount.currency().equals(open.currency())) {
            return Optional.of(BillingRefusal.currencyMismatch(open.currency(), amount.currency()));
        }
        return amount.compareTo(open) <= 0
                ? Optional.empty()
                : Optional.of(
                        WriteOffRefusal.WRITE_OFF_OVER_OPEN.because(
                                "amount", amount.toString(), "open", open.toString()));
    }

    private Refusal because(WriteOffRefusal code) {
        return code.because("writeOff", id.value());
    }
}
