package dev.guanjia.server.application;

import dev.guanjia.quality.Survey;
import dev.guanjia.quality.SurveyForm;
import dev.guanjia.quality.SurveyId;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.FieldFault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.SurveyStore;
import dev.guanjia.server.store.SurveyStore.SurveyRow;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Asks the owners what they are satisfied with. */
@Service
public class SurveyDesk {

    private final Permissions permissions;
    private final SurveyStore surveys;
    private final Audit audit;
    private final Clock clock;

    SurveyDesk(Permissions permissions, SurveyStore surveys, Audit audit, Clock clock) {
        this.permissions = permissions;
        this.surveys = surveys;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A survey and what came back.
     *
     * @param row the survey
     * @param forms in the order in which they came
     */
    public record Returned(SurveyRow row, List<SurveyForm> forms) {}

    /**
     * What a new survey is.
     *
     * @param communityId where it is held
     * @param title what it is about
     * @param period of which month
     * @param itemsPerForm how many items a form has
     */
    public record Plan(String communityId, String title, YearMonth period, int itemsPerForm) {}

    /**
     * A form as it came.
     *
     * @param unitId whose
     * @param dissatisfied the numbers of the items marked
     */
    public record Form(String unitId, List<Integer> dissatisfied) {}

    /**
     * Begins a survey.
     *
     * @param caller who asks
     * @param plan what it is
     * @return the survey, no form yet
     */
    public Returned create(Caller caller, Plan plan) {
        permissions.require(caller, "create-survey", plan.communityId());
        Survey survey =
                new Survey(
                        new SurveyId(Ids.next("sv")),
                        plan.title(),
                        plan.period(),
                        plan.itemsPerForm());
        SurveyRow row = new SurveyRow(survey, plan.communityId());
        if (!surveys.add(caller.tenant(), row)) {
            throw Fault.invalid(
                    "/community_id", FieldCode.UNKNOWN_VALUE, Map.of("value", plan.communityId()));
        }
        audit.accepted(caller, "create-survey", survey.id().value(), Map.of());
        return new Returned(row, List.of());
    }

    /**
     * Reads a survey.
     *
     * @param caller who asks
     * @param id the survey
     * @return the survey and its forms
     */
    public Returned get(Caller caller, String id) {
        SurveyRow row = find(caller, id);
        return new Returned(row, surveys.forms(caller.tenant(), id));
    }

    /**
     * Adds forms that came back, all or none.
     *
     * @param caller who asks
     * @param id the survey
     * @param forms of units that have not answered yet
     * @return the forms
     */
    public List<SurveyForm> addForms(Caller caller, String id, List<Form> forms) {
        permissions.require(caller, "create-survey-forms", id);
        Survey survey = find(caller, id).survey();
        SurveyStore.Recording recording =
                new SurveyStore.Recording(caller.tenant(), caller.staffId(), clock.instant());
        List<SurveyForm> added = new ArrayList<>();
        List<FieldFault> faults = new ArrayList<>();
        for (int index = 0; index < forms.size(); index++) {
            Form form = forms.get(index);
            SurveyForm checked =
                    Refused.unlessAccepted(survey.form(form.unitId(), form.dissatisfied()));
            if (!surveys.addForm(recording, id, checked)) {
                faults.add(unknown(index, form.unitId()));
            }
            added.add(checked);
        }
        if (!faults.isEmpty()) {
            throw Fault.invalid(faults);
        }
        Map<String, String> facts = Map.of("forms", String.valueOf(added.size()));
        audit.accepted(caller, "create-survey-forms", id, facts);
        return added;
    }

    private SurveyRow find(Caller caller, String id) {
        return surveys.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    /** The unit is not of the survey's community, or answered before. */
    private static FieldFault unknown(int index, String unit) {
        return new FieldFault(
                "/forms/" + index + "/unit_id", FieldCode.UNKNOWN_VALUE, Map.of("value", unit));
    }
}
