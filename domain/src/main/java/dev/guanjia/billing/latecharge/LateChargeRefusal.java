package dev.guanjia.billing.latecharge;

import dev.guanjia.decision.RefusalCode;

/** Why a deferral, a rule for late payment or a late charge is refused, most important first. */
public enum LateChargeRefusal implements RefusalCode {
    /** The deferral is not where this action starts. */
    DEFERRAL_WRONG_STATE("deferral-wrong-state"),
    /** Nothing is put off of which nothing is owed. */
    DEFERRAL_NOTHING_OPEN("deferral-nothing-open"),
    /** A deferral says why. */
    DEFERRAL_WITHOUT_REASON("deferral-without-reason"),
    /** Who asks does not confirm. */
    DEFERRAL_SELF_CONFIRMED("deferral-self-confirmed"),
    /** A step is not dated before the one that it follows. */
    DEFERRAL_STEP_TOO_EARLY("deferral-step-too-early"),
    /** The promised day lies after the due day and is not past. */
    DEFERRAL_PROMISE_TOO_EARLY("deferral-promise-too-early"),
    /** Each deferral of a charge promises a later day than the one before. */
    DEFERRAL_NOT_LATER("deferral-not-later"),
    /** A fee has one rule for late payment from a day on. */
    LATE_RULE_STANDS("late-rule-stands"),
    /** It would price days that were entered; facts {@code item}, {@code from}, {@code charged}. */
    LATE_RULE_CHARGED_ALREADY("late-rule-charged-already"),
    /** A rule holds for a day at least; facts {@code item}, {@code end}, {@code day}. */
    LATE_RULE_END_BEFORE_START("late-rule-end-before-start"),
    /** The end of a rule is not put off; facts {@code item}, {@code end}, {@code day}. */
    LATE_RULE_ENDS_EARLIER("late-rule-ends-earlier"),
    /** Another rule has taken its place by then; facts {@code item}, {@code end}, {@code day}. */
    LATE_RULE_REPLACED("late-rule-replaced"),
    /** Days from the end on were entered; facts {@code item}, {@code end}, {@code day}. */
    LATE_RULE_CHARGED_BEYOND("late-rule-charged-beyond"),
    /** Being late with a late charge costs nothing more. */
    LATE_RULE_ON_LATE_CHARGES("late-rule-on-late-charges"),
    /** A day that was charged costs something else by now; facts {@code charge}, {@code day}. */
    LATE_CHARGE_CHANGED("late-charge-changed"),
    /** What was charged is more or less than its days cost; facts {@code charged}, {@code cost}. */
    LATE_CHARGE_OFF("late-charge-off");

    private final String key;

    LateChargeRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
