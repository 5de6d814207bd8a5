package dev.guanjia.billing.dunning;

import dev.guanjia.decision.RefusalCode;

/** Why dunning says no, most important first. */
public enum DunningRefusal implements RefusalCode {
    /** The case is not where this action starts. */
    DUNNING_WRONG_STATE("dunning-wrong-state"),
    /** A lower level must be taken first. */
    DUNNING_LEVEL_SKIPPED("dunning-level-skipped"),
    /** Each step has a note. */
    DUNNING_NOTE_MISSING("dunning-note-missing"),
    /** An agreement says who pays what by when. */
    DUNNING_PROMISE_MISSING("dunning-promise-missing"),
    /** The promise does not stand as the step says. */
    DUNNING_PROMISE_STANDING("dunning-promise-standing"),
    /** A case is not closed while something is owed. */
    DUNNING_STILL_OWED("dunning-still-owed"),
    /** A request out of remit is explained and shown at least one way to solve it. */
    REQUEST_WITHOUT_SOLUTION("request-without-solution"),
    /** A fee question has an answer. */
    FEE_QUESTION_UNANSWERED("fee-question-unanswered");

    private final String key;

    DunningRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
