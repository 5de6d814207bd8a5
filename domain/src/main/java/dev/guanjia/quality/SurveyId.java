package dev.guanjia.quality;

import dev.guanjia.decision.Identifier;

/**
 * Names a survey; the shell hands ids out.
 *
 * @param value an identifier
 */
public record SurveyId(String value) {

    /** Rejects a text that is no identifier. */
    public SurveyId {
        Identifier.require("survey id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
