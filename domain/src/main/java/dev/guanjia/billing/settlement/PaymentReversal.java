package dev.guanjia.billing.settlement;

import dev.guanjia.billing.Moves;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Identifier;
import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.TransitionTable;
import dev.guanjia.organisation.Actor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * That a payment is undone, and why (冲销). Source: requirements 05 S20.
 *
 * @param cause what went wrong
 * @param reason in words; a blank one is refused
 * @param approval the reference of the approval; a blank one is refused
 * @param by who does it
 * @param on the day
 */
public record PaymentReversal(Cause cause, String reason, String approval, Actor by, LocalDate on) {

    /** What went wrong with a payment. */
    public enum Cause {
        /** The bank did not honour it (退票). */
        BOUNCED,
        /** It belongs to another unit. */
        WRONG_UNIT,
        /** Another sum was handed over. */
        WRONG_AMOUNT
    }

    /** Where a reversal stands. */
    public enum State {
        /** Asked for. */
        PROPOSED,
        /** Another person said yes, and with that it is in the books. */
        POSTED,
        /** Another person said no. */
        REJECTED,
        /** Who asked for it took it back. */
        WITHDRAWN
    }

    /** What is done to a reversal that was asked for. */
    public enum Action {
        /** Say yes. */
        APPROVE,
        /** Say no. */
        REJECT,
        /** Take one's own proposal back. */
        WITHDRAW
    }

    /**
     * That a payment be undone; its moves are the rows of {@code reversal-transitions.csv}.
     *
     * @param id which reversal, of the shape of every identifier
     * @param payment which payment
     * @param cause what went wrong
     * @param reason in words; {@link SettledPayment#proposeReversal} refuses a blank one
     * @param proposer who asks for it
     * @param proposedOn the day
     * @param state where it stands
     */
    public record Request(
            String id,
            PaymentId payment,
            Cause cause,
            String reason,
            Actor proposer,
            LocalDate proposedOn,
            State state) {

        private static final TransitionTable<State, Action> LIFECYCLE =
                Moves.read(
                        PaymentReversal.class,
                        "reversal-transitions.csv",
                        State.PROPOSED,
                        Action.class);

        /** An identifier of any other shape cannot exist. */
        public Request {
            Identifier.require("reversal id", id);
        }

        /**
         * Decides on a yes, which undoes the payment at once.
         *
         * @param before how the payment stands now
         * @param given by whom, under which reference, when
         * @return what is undone; or refused because this was decided already, who proposed it
         *     would approve it, it is dated before the proposal, or the payment cannot be undone
         * @throws IllegalArgumentException if it is another payment
         */
        public Decision<PaymentReversed> approve(SettledPayment before, Refund.Approval given) {
            if (!before.taken().payment().id().equals(payment)) {
                throw new IllegalArgumentException(this + " is not of " + before);
            }
            List<Refusal> reasons = new ArrayList<>();
            wrongState(Action.APPROVE).ifPresent(reasons::add);
            own(given.approver()).ifPresent(reasons::add);
            SettlementRefusal.early(payment, proposedOn, given.on()).ifPresent(reasons::add);
            Decision<PaymentReversed> undone =
                    before.reverse(
                            new PaymentReversal(
                                    cause,
                                    reason,
                                    given.reference(),
                                    given.approver(),
                                    given.on()));
            reasons.addAll(undone.fold(event -> List.<Refusal>of(), others -> others));
            return reasons.isEmpty() ? undone : Decision.refuse(reasons);
        }

        /**
         * Decides on a no. Of who asked for it, a no takes the proposal back: nobody decides on
         * their own. Source: requirements 06 A-87.
         *
         * @param who who says no
         * @return the reversal, rejected or withdrawn; or refused because it was decided already
         */
        public Decision<Request> reject(Actor who) {
            boolean own = isOwn(who);
            return wrongState(own ? Action.WITHDRAW : Action.REJECT)
                    .map(reason -> Decision.<Request>refuse(List.of(reason)))
                    .orElseGet(() -> Decision.accept(in(own ? State.WITHDRAWN : State.REJECTED)));
        }

        /**
         * The reversal once it is approved.
         *
         * @return the same, posted
         */
        public Request posted() {
            return in(State.POSTED);
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

        private Request in(State then) {
            return new Request(id, payment, cause, reason, proposer, proposedOn, then);
        }

        private Optional<Refusal> wrongState(Action action) {
            return next(action).isPresent()
                    ? Optional.empty()
                    : Optional.of(
                            SettlementRefusal.PAYMENT_REVERSAL_WRONG_STATE.because(
                                    "reversal", id,
                                    "state", state.name(),
                                    "action", action.name(),
                                    "legal", LIFECYCLE.legal(state)));
        }

        private Optional<Refusal> own(Actor approver) {
            return isOwn(approver)
                    ? Optional.of(
                            SettlementRefusal.PAYMENT_REVERSAL_OWN.because(
                                    "payment", payment.value(),
                                    "staff", approver.staff().value()))
                    : Optional.empty();
        }

        private boolean isOwn(Actor actor) {
            return actor.staff().equals(proposer.staff());
        }
    }
}
