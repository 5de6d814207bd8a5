package dev.guanjia.billing.writeoff;

import dev.guanjia.decision.RefusalCode;

/** Why a step with a write-off is refused, most important first. */
public enum WriteOffRefusal implements RefusalCode {
    /** The write-off is not where this action starts. */
    WRITE_OFF_WRONG_STATE("write-off-wrong-state"),
    /** A write-off and a recovery are more than nothing. */
    WRITE_OFF_NOT_POSITIVE("write-off-not-positive"),
    /** No more is written off than is owed. */
    WRITE_OFF_OVER_OPEN("write-off-over-open"),
    /** A write-off says why. */
    WRITE_OFF_WITHOUT_REASON("write-off-without-reason"),
    /** Papers show that nothing will be paid. */
    WRITE_OFF_WITHOUT_EVIDENCE("write-off-without-evidence"),
    /** Who proposes does not approve. */
    WRITE_OFF_SELF_APPROVED("write-off-self-approved"),
    /** A step is not dated before the one that it follows. */
    WRITE_OFF_STEP_TOO_EARLY("write-off-step-too-early"),
    /** No more is recovered than was written off. */
    RECOVERY_OVER_WRITE_OFF("recovery-over-write-off");

    private final String key;

    WriteOffRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
