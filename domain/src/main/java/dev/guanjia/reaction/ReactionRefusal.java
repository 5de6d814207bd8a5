package dev.guanjia.reaction;

import dev.guanjia.decision.RefusalCode;

/** Why one concept does not let another go on. */
public enum ReactionRefusal implements RefusalCode {
    /** The paid work has not come as far. Facts: {@code action, needed, state}. */
    PAID_FACT_MISSING("paid-fact-missing"),
    /** Orders of the kind are not work on equipment. Facts: {@code kind, expected}. */
    ORDER_NOT_EQUIPMENT_WORK("order-not-equipment-work"),
    /** The equipment is not in the order's community. Facts: {@code equipment, community, day}. */
    ORDER_EQUIPMENT_ELSEWHERE("order-equipment-elsewhere"),
    /** The order is about another piece. Facts: {@code equipment, named}. */
    ORDER_NAMES_OTHER_EQUIPMENT("order-names-other-equipment"),
    /** The order is over. Facts: {@code order, state}. */
    ORDER_OVER("order-over"),
    /** What was done is known only when the order is over. Facts: {@code order, state}. */
    ORDER_STILL_OPEN("order-still-open"),
    /** Nothing was done under the order. Facts: {@code order, outcome}. */
    ORDER_WITHOUT_WORK("order-without-work"),
    /** The certificate does not lapse. Facts: {@code equipment, kind}. */
    INSPECTION_NOT_DUE("inspection-not-due"),
    /** An order for it is there. Facts: {@code equipment, kind, order}. */
    INSPECTION_ORDERED("inspection-ordered");

    private final String key;

    ReactionRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
