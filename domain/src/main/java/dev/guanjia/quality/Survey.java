package dev.guanjia.quality;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A round of questionnaires (业户满意度调查). Source: requirements P-SURVEY.
 *
 * @param id names it
 * @param title what it is called, not blank
 * @param period the month it counts in
 * @param itemsPerForm how many items each form has, more than zero
 */
public record Survey(SurveyId id, String title, YearMonth period, int itemsPerForm) {

    /** Rejects a survey without a title or without items. */
    public Survey {
        if (title.isBlank()) {
            throw new IllegalArgumentException("survey has no title: " + id);
        }
        if (itemsPerForm < 1) {
            throw new IllegalArgumentException("a form has at least one item: " + itemsPerForm);
        }
    }

    /**
     * Decides whether a returned form counts.
     *
     * @param reference whose form it is
     * @param dissatisfied the numbers of the items marked dissatisfied, in any order
     * @return the form; or {@link QualityRefusal#SURVEY_ITEM_OUT_OF_RANGE} for every number that
     *     the form does not have, and {@link QualityRefusal#SURVEY_ITEM_REPEATED} for every number
     *     marked again
     */
    public Decision<SurveyForm> form(String reference, List<Integer> dissatisfied) {
        List<Refusal> reasons = new ArrayList<>();
        for (int item : new TreeSet<>(dissatisfied)) {
            if (item < 1 || item > itemsPerForm) {
                reasons.add(QualityRefusal.SURVEY_ITEM_OUT_OF_RANGE.with(facts(reference, item)));
            }
        }
        for (int item : repeated(dissatisfied)) {
            reasons.add(QualityRefusal.SURVEY_ITEM_REPEATED.with(facts(reference, item)));
        }
        return reasons.isEmpty()
                ? Decision.accept(new SurveyForm(reference, dissatisfied))
                : Decision.refuse(reasons);
    }

    private static NavigableSet<Integer> repeated(List<Integer> items) {
        NavigableSet<Integer> seen = new TreeSet<>();
        NavigableSet<Integer> repeated = new TreeSet<>();
        items.stream().filter(item -> !seen.add(item)).forEach(repeated::add);
        return repeated;
    }

    private Map<String, String> facts(String reference, int item) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("reference", reference);
        facts.put("item", Integer.toString(item));
        facts.put("items", Integer.toString(itemsPerForm));
        return facts;
    }
}
