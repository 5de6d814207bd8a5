package dev.guanjia.reaction;

import dev.guanjia.quality.Survey;
import dev.guanjia.quality.SurveyForm;
import java.util.List;

/**
 * A survey and the forms that came back.
 *
 * @param survey the survey
 * @param forms each form once, with items of this survey only
 */
public record SurveyReturn(Survey survey, List<SurveyForm> forms) {

    /** Rejects a second form of the same reference, and items that the survey does not have. */
    public SurveyReturn {
        forms = List.copyOf(forms);
        if (forms.stream().map(SurveyForm::reference).distinct().count() != forms.size()) {
            throw new IllegalArgumentException("a form stands twice in " + survey.id());
        }
        for (SurveyForm form : forms) {
            if (form.dissatisfied().stream().anyMatch(item -> item > survey.itemsPerForm())) {
                throw new IllegalArgumentException(
                        "form " + form.reference() + " has items not in " + survey.id());
            }
        }
    }
}
