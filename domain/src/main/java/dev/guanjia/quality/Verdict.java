package dev.guanjia.quality;

/** What a result says. */
public enum Verdict {
    /** The target is met. */
    MET,
    /** The target is not met. */
    NOT_MET,
    /** The denominator is zero: there was nothing to measure, which is neither good nor bad. */
    NOT_APPLICABLE,
    /** The objective has no target yet, so that nothing can pass it. */
    NO_TARGET
}
