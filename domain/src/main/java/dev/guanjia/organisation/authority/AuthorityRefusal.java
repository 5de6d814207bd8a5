package dev.guanjia.organisation.authority;

import dev.guanjia.decision.RefusalCode;

/** Why an approval or a delegation is refused, most important first. */
public enum AuthorityRefusal implements RefusalCode {
    /** It is decided or withdrawn already. Facts: {@code approval, state}. */
    APPROVAL_CLOSED("approval-closed"),
    /** No chain decides on such a thing on that day. Facts: {@code kind, day}. */
    APPROVAL_KIND_UNKNOWN("approval-kind-unknown"),
    /** The kind is decided by amount, and none is given. Facts: {@code kind}. */
    APPROVAL_AMOUNT_MISSING("approval-amount-missing"),
    /** The person has a delegation of that post, not live now. Facts: {@code id, first, last}. */
    DELEGATION_NOT_LIVE("delegation-not-live"),
    /** A no needs a reason. Facts: {@code approval}. */
    DENIAL_REASON_MISSING("denial-reason-missing"),
    /** Only the requester takes a request back. Facts: {@code staff, requester}. */
    WITHDRAWAL_BY_OTHER("withdrawal-by-other"),
    /** The delegation does not reach that far. Facts: {@code id, limit, amount, permitted}. */
    DELEGATION_OVER_LIMIT("delegation-over-limit"),
    /** Another step comes first. Facts: {@code step, open, permitted}. */
    EARLIER_STEP_OPEN("earlier-step-open"),
    /** Another step is needed. Facts: {@code step, act, permitted}. */
    FURTHER_STEP_NEEDED("further-step-needed"),
    /** Nobody in the company could take a step. Facts: {@code step, above}. */
    NOBODY_LEFT("nobody-left"),
    /** There is a delegation of that id. Facts: {@code id}. */
    DELEGATION_EXISTS("delegation-exists"),
    /** Somebody would delegate to themself. Facts: {@code staff}. */
    DELEGATION_TO_ONESELF("delegation-to-oneself"),
    /** The delegator has the post by delegation only. Facts: {@code staff, post}. */
    DELEGATION_PASSED_ON("delegation-passed-on"),
    /** It would reach further than the delegator. Facts: {@code post, kind, limit}. */
    DELEGATION_OVER_AUTHORITY("delegation-over-authority");

    private final String key;

    AuthorityRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
