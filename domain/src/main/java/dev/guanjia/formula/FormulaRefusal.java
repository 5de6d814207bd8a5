package dev.guanjia.formula;

import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import java.util.Map;

/** What can be wrong with a formula. Those of the text carry a place, see {@link Issue}. */
public enum FormulaRefusal implements RefusalCode {
    /** Facts {@code length}, {@code limit}, in characters. */
    TOO_LONG("formula-too-long"),
    /** Facts {@code limit}: how deep brackets and signs may nest. */
    TOO_DEEP("formula-too-deep"),
    /** A character no formula has; facts {@code found}. */
    UNKNOWN_CHARACTER("formula-character-unknown"),
    /** A number with another shape than a plain decimal; facts {@code found}. */
    NUMBER_SHAPE("formula-number-shape"),
    /** A name that is not lower_snake_case; facts {@code found}. */
    NAME_SHAPE("formula-name-shape"),
    /** A number, a name or a bracket should stand here; facts {@code found}. */
    OPERAND_EXPECTED("formula-operand-expected"),
    /** The text ends where a number, a name or a bracket should stand. */
    ENDED_EARLY("formula-ended-early"),
    /** An operator should stand here; facts {@code found}. */
    OPERATOR_EXPECTED("formula-operator-expected"),
    /** A bracket without its partner; facts {@code found}. */
    BRACKET_ALONE("formula-bracket-alone"),
    /** No such measure, and none like it; facts {@code measure}. */
    UNKNOWN_MEASURE("formula-measure-unknown"),
    /** No such measure; facts {@code measure}, {@code suggestion}. */
    MISSPELT_MEASURE("formula-measure-misspelt"),
    /** Evaluation was given no value; facts {@code measure}. */
    MEASURE_MISSING("formula-measure-missing"),
    /** A divisor came to zero; facts {@code divisor}, as a formula. */
    DIVISION_BY_ZERO("formula-division-by-zero");

    private final String key;

    FormulaRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }

    Refusal with(Map<String, String> facts) {
        return new Refusal(this, facts);
    }
}
