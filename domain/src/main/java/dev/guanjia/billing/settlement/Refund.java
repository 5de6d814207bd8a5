package dev.guanjia.billing.settlement;

import dev.guanjia.billing.Moves;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Identifier;
import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.TransitionTable;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A refund on its way (退款); its moves are the rows of {@code refund-transitions.csv}.
 *
 * @param proposal what is given back
 * @param state where it stands
 * @param approval who said yes; there once approved, and only then
 * @param cancellation who gave it up, and why; null unless cancelled
 */
public record Refund(
        Proposal proposal,
        State state,
        @Nullable Approval approval,
        @Nullable Cancellation cancellation) {

    private static final TransitionTable<State, Action> LIFECYCLE =
            Moves.read(Refund.class, "refund-transitions.csv", State.PROPOSED, Action.class);

    /** Where a refund stands. */
    public enum State {
        /** Asked for. */
        PROPOSED,
        /** Another person said yes. */
        APPROVED,
        /** Another person said no. */
        REJECTED,
        /** Who asked for it took it back. */
        WITHDRAWN,
        /** The money has left. */
        PAID,
        /** Approved, but nobody fetched the money: it stays. */
        CANCELLED
    }

    /** What is done to a refund. */
    public enum Action {
        /** Say yes. */
        APPROVE,
        /** Say no. */
        REJECT,
        /** Take one's own proposal back. */
        WITHDRAW,
        /** Hand the money over. */
        PAY,
        /** Give up what was approved. */
        CANCEL
    }

    /** Whose money goes back. */
    public enum Source {
        /** What is left of the payment first, then what settles charges. */
        PAYMENT,
        /** Only what is kept for charges to come. */
        PREPAYMENT
    }

    /**
     * That money of a payment be given back. Source: requirements 05 S20.
     *
     * @param id which refund, of the shape of every identifier
     * @param payment whose money it is
     * @param source what of it may go
     * @param amount how much; {@link SettledPayment#proposeRefund} refuses what cannot be
     * @param reason in words; a blank one is refused
     * @param proposer who asks for it
     * @param proposedOn the day
     */
    public record Proposal(
            String id,
            PaymentId payment,
            Source source,
            Money amount,
            String reason,
            Actor proposer,
            LocalDate proposedOn) {

        /** An identifier of any other shape cannot exist. */
        public Proposal {
            Identifier.require("refund id", id);
        }
    }

    /**
     * A yes.
     *
     * @param approver who said it
     * @param reference of the approval; a blank one is refused
     * @param on the day
     */
    public record Approval(Actor approver, String reference, LocalDate on) {}

    /**
     * That an approved refund is given up.
     *
     * @param by who gives it up
     * @param reason in words; a blank one is refused
     * @param on the day
     */
    public record Cancellation(Actor by, String reason, LocalDate on) {}

    /** Nothing is approved or given up by nobody. */
    public Refund {
        boolean cancelled = state == State.CANCELLED;
        boolean approved = state == State.APPROVED || state == State.PAID || cancelled;
        if (approved != (approval != null) || cancelled != (cancellation != null)) {
            throw new IllegalArgumentException(state + " with " + approval + " " + cancellation);
        }
    }

    static Refund proposed(Proposal proposal) {
        return new Refund(proposal, State.PROPOSED, null, null);
    }

    /**
     * Decides on an approval.
     *
     * @param given by whom, under which reference, when
     * @return the refund, approved; or refused because it is not proposed, who proposed it would
     *     approve it, no approval is named, or it is dated before the proposal
     */
    public Decision<Refund> approve(Approval given) {
        PaymentId payment = proposal.payment();
        List<Refusal> reasons = new ArrayList<>();
        wrongState(Action.APPROVE).ifPresent(reasons::add);
        own(given.approver()).ifPresent(reasons::add);
        SettlementRefusal.blank(
                        SettlementRefusal.SETTLEMENT_WITHOUT_APPROVAL, payment, given.reference())
                .ifPresent(reasons::add);
        SettlementRefusal.early(payment, proposal.proposedOn(), given.on()).ifPresent(reasons::add);
        return reasons.isEmpty()
                ? Decision.accept(new Refund(proposal, State.APPROVED, given, null))
                : Decision.refuse(reasons);
    }

    /**
     * Decides on a no. Of who asked for it, a no takes the proposal back: nobody decides on their
     * own. Source: requirements 06 A-87.
     *
     * @param by who says no
     * @return the refund, rejected or withdrawn; or refused because it is not proposed
     */
    public Decision<Refund> reject(Actor by) {
        boolean own = isOwn(by);
        return wrongState(own ? Action.WITHDRAW : Action.REJECT)
                .map(reason -> Decision.<Refund>refuse(List.of(reason)))
                .orElseGet(() -> Decision.accept(ended(own)));
    }

    private Refund ended(boolean own) {
        return new Refund(proposal, own ? State.WITHDRAWN : State.REJECTED, null, null);
    }

    /**
     * Decides on giving up what was approved. No money has moved by then, so that all of it stays
     * where it is.
     *
     * @param given by whom, why, when
     * @return the refund, cancelled; or refused because it is not approved or paid out already, no
     *     reason is given, or it is dated before the approval
     */
    public Decision<Refund> cancel(Cancellation given) {
        PaymentId payment = proposal.payment();
        LocalDate agreed = approval == null ? proposal.proposedOn() : approval.on();
        List<Refusal> reasons = new ArrayList<>();
        wrongState(Action.CANCEL).ifPresent(reasons::add);
        SettlementRefusal.blank(
                        SettlementRefusal.SETTLEMENT_WITHOUT_REASON, payment, given.reason())
                .ifPresent(reasons::add);
        SettlementRefusal.early(payment, agreed, given.on()).ifPresent(reasons::add);
        return reasons.isEmpty()
                ? Decision.accept(new Refund(proposal, State.CANCELLED, approval, given))
                : Decision.refuse(reasons);
    }

    /**
     * Looks up a move.
     *
     * @param action what is attempted
     * @return where it leads, or empty when the action does not start here
     */
    public Optional<State> next(Action action) {
        return LIFECYCLE.next(state, action);
    }

    Optional<Refusal> wrongState(Action action) {
        return next(action).isPresent()
                ? Optional.empty()
                : Optional.of(
                        SettlementRefusal.PAYMENT_REFUND_WRONG_STATE.because(
                                "refund", proposal.id(),
                                "state", state.name(),
                                "action", action.name(),
                                "legal", LIFECYCLE.legal(state)));
    }

    private Optional<Refusal> own(Actor approver) {
        return isOwn(approver)
                ? Optional.of(
                        SettlementRefusal.PAYMENT_REFUND_OWN.because(
                                "payment", proposal.payment().value(),
                                "staff", approver.staff().value()))
                : Optional.empty();
    }

    private boolean isOwn(Actor actor) {
        return actor.staff().equals(proposal.proposer().staff());
    }
}
