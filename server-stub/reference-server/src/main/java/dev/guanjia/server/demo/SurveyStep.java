package dev.guanjia.server.demo;

import static dev.guanjia.server.demo.Office.key;

import dev.guanjia.client.generated.api.QualityApi;
import dev.guanjia.client.model.SurveyCreate;
import dev.guanjia.client.model.SurveyForm;
import dev.guanjia.client.model.SurveyFormBatchCreate;
import java.util.ArrayList;
import java.util.List;

/** Asks the owners of every tenth unit what they are satisfied with. */
final class SurveyStep {

    private static final int EVERY = DemoPlan.UNITS / DemoPlan.SURVEY_FORMS;

    private final DemoPlan plan;
    private final QualityApi quality;

    SurveyStep(DemoPlan plan, Office office) {
        this.plan = plan;
        this.quality = office.as("CS_SUPERVISOR").quality();
    }

    void run(LoadedCommunity community) {
        SurveyCreate survey =
                new SurveyCreate()
                        .communityId(community.id())
                        .title("2026年3月业户满意度调查")
                        .period(DemoPlan.MONTH.toString())
                        .itemsPerForm(DemoPlan.SURVEY_ITEMS);
        String id = quality.createSurvey(key("survey"), survey).getId();
        SurveyFormBatchCreate batch = new SurveyFormBatchCreate();
        for (int form = 0; form < DemoPlan.SURVEY_FORMS; form++) {
            String unit = community.unitId(plan.unit(form * EVERY));
            batch.addFormsItem(new SurveyForm().unitId(unit).dissatisfiedItems(named(form)));
        }
        quality.createSurveyForms(id, key("forms"), batch);
    }

    private static List<Integer> named(int form) {
        List<Integer> items = new ArrayList<>();
        if (form < DemoPlan.DISSATISFIED_FORMS) {
            items.add(form % DemoPlan.SURVEY_ITEMS + 1);
        }
        return items;
    }
}
