package dev.guanjia.quality;

import dev.guanjia.decision.Identifier;
import java.util.List;

/**
 * A questionnaire that came back. An item left blank counts as not dissatisfied, as the formula is
 * printed. Source: requirements 06 A-76.
 *
 * @param reference whose form it is, e.g. a unit
 * @param dissatisfied the numbers of the items marked dissatisfied: each once, in order, from 1
 */
public record SurveyForm(String reference, List<Integer> dissatisfied) {

    /** Sorts; an item is marked once. */
    public SurveyForm {
        Identifier.require("form reference", reference);
        dissatisfied = dissatisfied.stream().sorted().toList();
        if (dissatisfied.stream().distinct().count() != dissatisfied.size()) {
            throw new IllegalArgumentException("an item is marked once: " + dissatisfied);
        }
        if (!dissatisfied.isEmpty() && dissatisfied.get(0) < 1) {
            throw new IllegalArgumentException("items count from 1: " + dissatisfied.get(0));
        }
    }
}
