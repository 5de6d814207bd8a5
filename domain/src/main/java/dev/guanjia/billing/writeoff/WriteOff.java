package dev.guanjia.billing.writeoff;

import dev.guanjia.billing.BillingRefusal;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bad debt on its way off the books (坏账核销). Who may approve it is the company's authority's to
 * say. Source: requirements 06 A-69 [P].
 *
 * @param proposal what is to be written off, positive, with a reason and evidence
 * @param approval who approved it; null until somebody has
 * @param postedOn the day it was taken off what is owed; null until then
 * @param recoveries what was paid all the same, in order; together no more than the proposal
 * @param rejection who said no; null unless somebody did before it was approved
 */
public record WriteOff(
        WriteOffProposal proposal,
        @Nullable WriteOffApproval approval,
        @Nullable LocalDate postedOn,
        List<Recovery> recoveries,
        @Nullable WriteOffRejection rejection) {

    /** The steps come in order, and by more than one person. */
    public WriteOff {
        recoveries = List.copyOf(recoveries);
        if (!proposal.amount().isPositive()
                || (approval == null && postedOn != null)
                || (postedOn == null && !recoveries.isEmpty())
                || (approval != null && (isBy(proposal, approval.by()) || rejection != null))
                || left(proposal, recoveries).isNegative()) {
            throw new IllegalArgumentException("not possible: " + proposal + ", " + recoveries);
        }
    }

    /**
     * A write-off to which nobody said no.
     *
     * @param proposal what is to be written off
     * @param approval who approved it; null until somebody has
     * @param postedOn the day it was taken off what is owed; null until then
     * @param recoveries what was paid all the same, in order
     */
    public WriteOff(
            WriteOffProposal proposal,
            @Nullable WriteOffApproval approval,
            @Nullable LocalDate postedOn,
            List<Recovery> recoveries) {
        this(proposal, approval, postedOn, recoveries, null);
    }

    /**
     * Where it stands.
     *
     * @return the state
     */
    public WriteOffState state() {
        if (rejection != null) {
            return isBy(proposal, rejection.by())
                    ? WriteOffState.WITHDRAWN
                    : WriteOffState.REJECTED;
        }
        if (postedOn != null) {
            return WriteOffState.POSTED;
        }
        return approval == null ? WriteOffState.PROPOSED : WriteOffState.APPROVED;
    }

    /**
     * What stays written off.
     *
     * @return zero before it is posted, then the amount less what was recovered
     */
    public Money standing() {
        return postedOn == null
                ? Money.zero(proposal.amount().currency())
                : left(proposal, recoveries);
    }

    /**
     * Decides on an approval.
     *
     * @param given who, when, and the reference
     * @return the write-off, approved; or refused because it is approved already, by who proposed
     *     it, or dated before the proposal
     */
    public Decision<WriteOff> approve(WriteOffApproval given) {
        List<Refusal> reasons = starting(WriteOffAction.APPROVE, given.on());
        if (isBy(proposal, given.by())) {
            reasons.add(
                    WriteOffRefusal.WRITE_OFF_SELF_APPROVED.because(
                            "writeOff", proposal.id().value(),
                            "staff", given.by().staff().value()));
        }
        return reasons.isEmpty()
                ? Decision.accept(new WriteOff(proposal, given, null, List.of()))
                : Decision.refuse(reasons);
    }

    /**
     * Decides on a no. Of who proposed it, a no takes the proposal back: nobody decides on their
     * own. Source: requirements 06 A-87.
     *
     * @param given who, when
     * @return the write-off, rejected or withdrawn; or refused because it is not at its proposal,
     *     or dated before it
     */
    public Decision<WriteOff> reject(WriteOffRejection given) {
        boolean own = isBy(proposal, given.by());
        List<Refusal> reasons =
                starting(own ? WriteOffAction.WITHDRAW : WriteOffAction.REJECT, given.on());
        return reasons.isEmpty()
                ? Decision.accept(new WriteOff(proposal, null, null, List.of(), given))
                : Decision.refuse(reasons);
    }

    /**
     * Decides on taking it off what is owed.
     *
     * @param open what is still owed of the charge now, zero or more
     * @param on the day
     * @return the write-off, posted; or refused because it is not approved or posted already, dated
     *     before the approval, or more than is still owed
     */
    public Decision<WriteOff> post(Money open, LocalDate on) {
        List<Refusal> reasons = starting(WriteOffAction.POST, on);
        proposal.overOpen(open).ifPresent(reasons::add);
        return reasons.isEmpty()
                ? Decision.accept(new WriteOff(proposal, approval, on, List.of()))
                : Decision.refuse(reasons);
    }

    /**
     * Decides on a payment that came all the same.
     *
     * @param recovery what came
     * @return the write-off after it; or refused because it is not posted, dated before the last
     *     step, of another currency, nothing, or more than stays written off
     */
    public Decision<WriteOff> recover(Recovery recovery) {
        List<Refusal> reasons = starting(WriteOffAction.RECOVER, recovery.on());
        Money amount = recovery.amount();
        if (!amount.isPositive()) {
            reasons.add(
                    WriteOffRefusal.WRITE_OFF_NOT_POSITIVE.because("amount", amount.toString()));
        }
        if (reasons.isEmpty()) {
            overLeft(amount).ifPresent(reasons::add);
        }
        List<Recovery> after = new ArrayList<>(recoveries);
        after.add(recovery);
        return reasons.isEmpty()
                ? Decision.accept(new WriteOff(proposal, approval, postedOn, after))
                : Decision.refuse(reasons);
    }

    private List<Refusal> starting(WriteOffAction action, LocalDate on) {
        List<Refusal> reasons = new ArrayList<>();
        if (WriteOffLifecycle.next(state(), action).isEmpty()) {
            reasons.add(
                    WriteOffRefusal.WRITE_OFF_WRONG_STATE.because(
                            "writeOff", proposal.id().value(),
                            "state", state().name(),
                            "action", action.name(),
                            "legal", WriteOffLifecycle.legal(state())));
        }
        LocalDate last = last();
        if (on.isBefore(last)) {
            reasons.add(
                    WriteOffRefusal.WRITE_OFF_STEP_TOO_EARLY.because(
                            "writeOff", proposal.id().value(),
                            "day", on.toString(),
                            "earliest", last.toString()));
        }
        return reasons;
    }

    private LocalDate last() {
        if (!recoveries.isEmpty()) {
            return recoveries.get(recoveries.size() - 1).on();
        }
        if (postedOn != null) {
            return postedOn;
        }
        if (rejection != null) {
            return rejection.on();
        }
        return approval == null ? proposal.proposedOn() : approval.on();
    }

    private Optional<Refusal> overLeft(Money amount) {
        Money left = standing();
        if (!amount.currency().equals(left.currency())) {
            return Optional.of(BillingRefusal.currencyMismatch(left.currency(), amount.currency()));
        }
        return amount.compareTo(left) <= 0
                ? Optional.empty()
                : Optional.of(
                        WriteOffRefusal.RECOVERY_OVER_WRITE_OFF.because(
                                "amount", amount.toString(), "left", left.toString()));
    }

    private static boolean isBy(WriteOffProposal proposal, Actor actor) {
        return actor.staff().equals(proposal.proposer().staff());
    }

    private static Money left(WriteOffProposal proposal, List<Recovery> recoveries) {
        return recoveries.stream().map(Recovery::amount).reduce(proposal.amount(), Money::minus);
    }
}
