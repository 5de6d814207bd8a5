package dev.guanjia.workorder.escalation;

import dev.guanjia.decision.RefusalCode;

/** Why something about an escalation is refused, most important first. Instants are ISO, in UTC. */
public enum EscalationRefusal implements RefusalCode {
    /** The complaint is over. Facts: {@code order, state}. */
    COMPLAINT_OVER("escalation-complaint-over"),
    /** Nobody stands above. Facts: {@code order, level}. */
    LADDER_ENDS("work-order-ladder-ends"),
    /** Nobody on that level has heard of it yet. Facts: {@code level}. */
    NOT_DUE("escalation-not-due"),
    /** Others answer for that level. Facts: {@code staff, told}. */
    NOT_TOLD("escalation-not-told"),
    /** It came to them later. Facts: {@code at, told}. */
    BEFORE_TOLD("escalation-before-told"),
    /** They said so already. Facts: {@code level, at}. */
    ACKNOWLEDGED("escalation-acknowledged");

    private final String key;

    EscalationRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
