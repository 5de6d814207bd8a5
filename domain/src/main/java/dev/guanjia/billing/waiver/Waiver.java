package dev.guanjia.billing.waiver;

import dev.guanjia.billing.BillingRefusal;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.TransitionTable;
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

/**
 * A waiver on its way (减免). Source: requirements 03 P-WAIVER; 06 A-69; AUT-20.
 *
 * @param proposal what is given up, positive and with a reason
 * @param state where it stands; posted only with papers attached
 */
public record Waiver(WaiverProposal proposal, WaiverState state) {

    private static final TransitionTable<WaiverState, WaiverAction> LIFECYCLE =
            TransitionTable.starting(WaiverState.class, WaiverAction.class, WaiverState.PROPOSED)
                    .move(WaiverState.PROPOSED, WaiverAction.SIGN, WaiverState.POSTED)
                    .build();

    /** Nothing is given up without a reason, or posted without papers. */
    public Waiver {
        boolean needsPapers =
                switch (state) {
                    case PROPOSED -> false;
                    case POSTED -> true;
                };
        WaiverGrounds grounds = proposal.grounds();
        if (!proposal.amount().isPositive()
                || grounds.reason().isBlank()
                || (needsPapers && grounds.attachments().isEmpty())) {
            throw new IllegalArgumentException(state + " is not possible for " + proposal);
        }
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
     * Looks up a move.
     *
     * @param action what is attempted
     * @return where it leads, or empty when the action does not start here
     */
    public Optional<WaiverState> next(WaiverAction action) {
        return LIFECYCLE.next(state, action);
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
                "legal", LIFECYCLE.legal(state));
    }
}
