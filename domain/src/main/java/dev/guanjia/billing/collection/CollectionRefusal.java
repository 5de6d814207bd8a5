package dev.guanjia.billing.collection;

import dev.guanjia.decision.RefusalCode;

/** Why a collection plan is refused, most important first. */
public enum CollectionRefusal implements RefusalCode {
    /** The plan is not where this action starts. */
    COLLECTION_PLAN_WRONG_STATE("collection-plan-wrong-state"),
    /** Who drew the plan up does not approve it. */
    COLLECTION_PLAN_SELF_APPROVED("collection-plan-self-approved"),
    /** A plan starts on one of its days, and is evaluated when they are over. */
    COLLECTION_PLAN_TOO_EARLY("collection-plan-too-early"),
    /** A plan is not given up without a reason. */
    COLLECTION_PLAN_WITHOUT_REASON("collection-plan-without-reason"),
    /** One group stands at the top, no more and no less. */
    GROUPS_WITHOUT_TOP("groups-without-top"),
    /** A group stands twice. */
    GROUP_TWICE("group-twice"),
    /** The group above it is not there, or not of a higher level. */
    GROUP_OUT_OF_PLACE("group-out-of-place"),
    /** Arrears are listed for a group that is not there or has groups below it. */
    ARREARS_OUT_OF_PLACE("arrears-out-of-place"),
    /** Arrears are listed twice for one group and fee. */
    ARREARS_TWICE("arrears-twice"),
    /** Nobody owes less than nothing. */
    ARREARS_NEGATIVE("arrears-negative"),
    /** Two amounts of a plan are of different currencies. */
    ARREARS_CURRENCY("arrears-currency"),
    /** A fee has two goals. */
    GOAL_TWICE("goal-twice"),
    /** Arrears of a fee are listed that has no goal, or the other way round. */
    GOAL_WITHOUT_ARREARS("goal-without-arrears"),
    /** Nobody assesses themselves. */
    COLLECTOR_SELF_ASSESSED("collector-self-assessed"),
    /** A quarter is assessed when it is over. */
    QUARTER_NOT_OVER("quarter-not-over"),
    /** A collector's quarter is assessed once. */
    QUARTER_ASSESSED("quarter-assessed");

    private final String key;

    CollectionRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
