package dev.guanjia.billing.waiver;

import dev.guanjia.billing.BillingRefusal;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.Authority;
import dev.guanjia.organisation.AuthorityKind;
import dev.guanjia.organisation.Signature;
import dev.guanjia.organisation.SignatureRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A waiver on its way (减免). Source: requirements 03 P-WAIVER; 06 A-69; AUT-20.
 *
 * @param proposal what is given up, positive and with a reason
 * @param state where it stands; posted only with papers attached
 * @param rejection who said no; null unless it was rejected or withdrawn
 */
public record Waiver(
        WaiverProposal proposal, WaiverState state, @Nullable WaiverRejection rejection) {

    /** Nothing is given up without a reason, or posted without papers or after a no. */
    public Waiver {
        if (!proposal.amount().isPositive()
                || proposal.grounds().reason().isBlank()
                || !isPossible(proposal, state, rejection)) {
            throw new IllegalArgumentException(
                    state + " is not possible for " + proposal + ": " + rejection);
        }
    }

    /**
     * A waiver to which nobody said no.
     *
     * @param proposal what is given up
     * @param state where it stands
     */
    public Waiver(WaiverProposal proposal, WaiverState state) {
        this(proposal, state, null);
    }

    /**
     * Decides on a signature, which posts the waiver at once.
     *
     * @param authority the company's rules of the day
     * @param signer who signs, in which post
     * @param open what is still owed of the charge now, zero or more
     * @param signedOn the day
     * @return the event; or refused because it is posted already, more is given up than is still
     *     owed, it is dated before the proposal, or the authority's reasons: own proposal, no
     *     authority, over the limit, no papers
     * @throws IllegalArgumentException if {@code open} is in another currency
     */
    public Decision<WaiverPosted> sign(
            Authority authority, Actor signer, Money open, LocalDate signedOn) {
        if (!proposal.amount().currency().equals(open.currency())) {
            throw new IllegalArgumentException(
                    "waiver of " + proposal.amount() + " against " + open);
        }
        if (next(WaiverAction.SIGN).isEmpty()) {
            return Decision.refuse(List.of(wrongState(WaiverAction.SIGN)));
        }
        List<Refusal> reasons = new ArrayList<>();
        proposal.overOpen(open).ifPresent(reasons::add);
        proposal.afterSignature(signedOn).ifPresent(reasons::add);
        return authority
                .sign(request(signer, signedOn))
                .fold(
                        signature -> decide(reasons, signature),
                        others -> {
                            reasons.addAll(others);
                            return Decision.refuse(reasons);
                        });
    }

    /**
     * Decides on a no. Of who proposed it, a no takes the proposal back: nobody decides on their
     * own. Source: requirements 06 A-87.
     *
     * @param given who, when
     * @return the waiver, rejected or withdrawn, and everything stays owed; or refused because it
     *     is not at its proposal, or the no is dated before it
     */
    public Decision<Waiver> reject(WaiverRejection given) {
        WaiverAction action =
                isBy(proposal, given.by()) ? WaiverAction.WITHDRAW : WaiverAction.REJECT;
        Optional<WaiverState> ended = next(action);
        List<Refusal> reasons = new ArrayList<>();
        if (ended.isEmpty()) {
            reasons.add(wrongState(action));
        }
        proposal.afterRejection(given.on()).ifPresent(reasons::add);
        return reasons.isEmpty()
                ? Decision.accept(new Waiver(proposal, ended.orElseThrow(), given))
                : Decision.refuse(reasons);
    }

    /**
     * Looks up a move.
     *
     * @param action what is attempted
     * @return where it leads, or empty when the action does not start here
     */
    public Optional<WaiverState> next(WaiverAction action) {
        return WaiverLifecycle.next(state, action);
    }

    private Decision<WaiverPosted> decide(List<Refusal> reasons, Signature signature) {
        return reasons.isEmpty()
                ? Decision.accept(new WaiverPosted(proposal, signature))
                : Decision.refuse(reasons);
    }

    private SignatureRequest request(Actor signer, LocalDate signedOn) {
        return new SignatureRequest(
                AuthorityKind.WAIVER,
                proposal.amount(),
                proposal.proposer().staff(),
                signer,
                signedOn,
                proposal.grounds().attachments());
    }

    private Refusal wrongState(WaiverAction action) {
        return BillingRefusal.WAIVER_WRONG_STATE.because(
                "waiver", proposal.id().value(),
                "state", state.name(),
                "action", action.name(),
                "legal", WaiverLifecycle.legal(state));
    }

    private static boolean isPossible(
            WaiverProposal proposal, WaiverState state, @Nullable WaiverRejection rejection) {
        return switch (state) {
            case PROPOSED -> rejection == null;
            case POSTED -> rejection == null && !proposal.grounds().attachments().isEmpty();
            case REJECTED -> rejection != null && !isBy(proposal, rejection.by());
            case WITHDRAWN -> rejection != null && isBy(proposal, rejection.by());
        };
    }

    private static boolean isBy(WaiverProposal proposal, Actor actor) {
        return actor.staff().equals(proposal.proposer().staff());
    }
}
