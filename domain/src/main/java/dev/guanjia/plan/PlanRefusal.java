package dev.guanjia.plan;

import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import dev.guanjia.money.Money;

/** Why a request about plans is refused, most important first. Days and instants are ISO. */
public enum PlanRefusal implements RefusalCode {
    /** The action is not legal there. Facts: {@code plan, state, action, legal}. */
    WRONG_STATE("plan-wrong-state"),
    /** What is not approved is not carried out. Facts: {@code plan, state}. */
    NOT_IN_FORCE("plan-not-in-force"),
    /** Something later has already happened. Facts: {@code plan, at, last}. */
    TIME_RUNS_BACKWARDS("plan-time-runs-backwards"),
    /** Another post takes this step. Facts: {@code plan, action, post, expected}. */
    NOT_ENTITLED("plan-not-entitled"),
    /** Who handed it in would review it (06 A-87). Facts: {@code plan, staff}. */
    SELF_REVIEW("plan-self-review"),
    /** Sent back without saying why. Facts: {@code plan, action}. */
    REASON_MISSING("plan-reason-missing"),
    /** A plan to do nothing. Facts: {@code plan}. */
    WITHOUT_ITEMS("plan-without-items"),
    /** Two items have one id. Facts: {@code item}. */
    ITEM_TWICE("plan-item-twice"),
    /** The company has no such post. Facts: {@code item, post}. */
    POST_UNKNOWN("plan-post-unknown"),
    /** The node date lies outside the plan's period. Facts: {@code item, node, period}. */
    NODE_OUTSIDE_PERIOD("plan-node-outside-period"),
    /** The holidays of that year are not known. Facts: {@code item, node, covered}. */
    NODE_BEYOND_CALENDAR("node-date-beyond-calendar"),
    /** The company lets node dates fall on working days only. Facts: {@code item, node}. */
    NODE_NOT_WORKING_DAY("node-date-not-working-day"),
    /** It would come into force after a node date. Facts: {@code item, node, day}. */
    NODE_PASSED("plan-node-passed"),
    /** An amount is in another currency. Facts: {@code item, expected, found}. */
    CURRENCY("plan-amount-currency"),
    /** One department has two parts of one period. Facts: {@code part}. */
    PART_TWICE("plan-part-twice"),
    /** The parts are not the whole (05 S04). Facts: {@code amount, total, difference}. */
    PARTS_DO_NOT_ADD_UP("plan-parts-do-not-add-up"),
    /** A part lies outside the plan's period. Facts: {@code item, part, period}. */
    PART_OUTSIDE_PERIOD("plan-part-outside-period"),
    /** The plan it carries out is not shown. Facts: {@code plan, parent}. */
    PARENT_MISSING("plan-parent-missing"),
    /** The plan it carries out is not in force. Facts: {@code plan, parent, state}. */
    PARENT_NOT_IN_FORCE("plan-parent-not-in-force"),
    /** It reaches beyond the plan it carries out. Facts: {@code period, parent}. */
    OUTSIDE_PARENT("plan-outside-parent"),
    /** The parent plan has no such item. Facts: {@code item, under}. */
    PARENT_ITEM_UNKNOWN("plan-parent-item-unknown"),
    /** The parent gives this department no part of it then. Facts: {@code item, part}. */
    PART_NOT_FORESEEN("plan-part-not-foreseen"),
    /** The items do not add up to the part taken over. Facts: {@code item, planned, found}. */
    PART_NOT_MET("plan-part-not-met"),
    /** Its period has not begun. Facts: {@code plan, start, day}. */
    PERIOD_NOT_BEGUN("plan-period-not-begun"),
    /** It is not said what became of an item. Facts: {@code item}. */
    RESULT_MISSING("plan-result-missing"),
    /** A result is given twice, or of no item. Facts: {@code item}. */
    RESULT_UNKNOWN("plan-result-unknown"),
    /** Done, but none of the records is shown. Facts: {@code item, expected}. */
    RESULT_UNPROVED("plan-result-unproved"),
    /** Not done, and nothing said about it. Facts: {@code item}. */
    RESULT_UNEXPLAINED("plan-result-unexplained"),
    /** An amount was planned and what was reached is not known. Facts: {@code item, planned}. */
    ACTUAL_MISSING("plan-actual-missing");

    private final String key;

    PlanRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }

    static Refusal currency(String item, Money expected, Money found) {
        return CURRENCY.because(
                "item", item,
                "expected", expected.currency().getCurrencyCode(),
                "found", found.toString());
    }
}
