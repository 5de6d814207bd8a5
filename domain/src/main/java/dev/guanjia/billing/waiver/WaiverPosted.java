package dev.guanjia.billing.waiver;

import dev.guanjia.money.Money;
import dev.guanjia.organisation.Signature;

/**
 * A waiver was signed and with that posted: the amount is no longer owed.
 *
 * @param proposal what was given up, why, and who asked
 * @param signature who signed, when, and by which rule
 */
public record WaiverPosted(WaiverProposal proposal, Signature signature) {

    /** The signature is for this amount, by somebody else, with papers. */
    public WaiverPosted {
        if (!signature.request().amount().equals(proposal.amount())
                || signature.request().signer().staff().equals(proposal.proposer().staff())
                || signature.request().attachments().isEmpty()) {
            throw new IllegalArgumentException(signature + " does not sign " + proposal);
        }
    }

    /**
     * How much is given up.
     *
     * @return more than zero
     */
    public Money amount() {
        return proposal.amount();
    }

    /**
     * The waiver after the event.
     *
     * @param before the waiver it happened to
     * @return the waiver, posted
     * @throws IllegalArgumentException if it is another waiver or not signable
     */
    public Waiver applyTo(Waiver before) {
        if (!before.proposal().equals(proposal)) {
            throw new IllegalArgumentException("signature is not of " + before);
        }
        return before.next(WaiverAction.SIGN)
                .map(posted -> new Waiver(proposal, posted))
                .orElseThrow(() -> new IllegalArgumentException("not signable: " + before));
    }
}
