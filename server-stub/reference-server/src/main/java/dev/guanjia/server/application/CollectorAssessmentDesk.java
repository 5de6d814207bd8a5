package dev.guanjia.server.application;

import dev.guanjia.billing.collection.CalendarQuarter;
import dev.guanjia.billing.collection.CollectionRefusal;
import dev.guanjia.billing.collection.CollectorAssessment;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.CollectorAssessmentStore;
import dev.guanjia.server.store.CollectorAssessmentStore.AssessmentRow;
import dev.guanjia.server.store.StaffStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Looks back on what collectors took in a quarter. */
@Service
public class CollectorAssessmentDesk {

    private static final String CREATE = "create-collector-assessment";

    private final Clerk clerk;
    private final CommunityDays days;
    private final StaffStore staff;
    private final CollectorAssessmentStore assessments;

    CollectorAssessmentDesk(
            Clerk clerk,
            CommunityDays days,
            StaffStore staff,
            CollectorAssessmentStore assessments) {
        this.clerk = clerk;
        this.days = days;
        this.staff = staff;
        this.assessments = assessments;
    }

    /**
     * What was found, as it was given.
     *
     * @param collectorId of whom
     * @param quarter {@code 2026-Q1}
     * @param planned what was to be collected
     * @param accountsUnclear whether the accounts are unclear
     * @param note what else there is to say; null if nothing
     */
    public record Draft(
            String collectorId,
            String quarter,
            Amount planned,
            boolean accountsUnclear,
            @Nullable String note) {}

    /**
     * Assesses a collector's quarter; what came in is counted here.
     *
     * @param caller who assesses
     * @param draft what was found
     * @return the assessment
     */
    public AssessmentRow create(Caller caller, Draft draft) {
        clerk.admit(caller, CREATE, draft.collectorId());
        CollectorAssessment assessment = read(caller, draft);
        Refused.unlessAccepted(
                assessment.by(clerk.actor(caller).staff(), days.today(days.companyZone())),
                Map.of(CollectionRefusal.QUARTER_NOT_OVER, "/quarter"));
        AssessmentRow row =
                new AssessmentRow(
                        Ids.next("cq"),
                        0,
                        assessment,
                        draft.note(),
                        clerk.actor(caller).staff().value(),
                        clerk.now());
        if (!assessments.add(caller.tenant(), row, clerk.actor(caller))) {
            throw Refused.because(
                    List.of(
                            CollectionRefusal.QUARTER_ASSESSED.because(
                                    "staff", draft.collectorId(), "quarter", draft.quarter())));
        }
        Map<String, String> facts =
                Map.of(
                        "collector_id", draft.collectorId(),
                        "quarter", draft.quarter(),
                        "grounds", assessment.grounds().toString());
        clerk.done(caller, CREATE, row.id(), facts);
        return row;
    }

    private CollectorAssessment read(Caller caller, Draft draft) {
        Given given = new Given();
        if (staff.find(caller.tenant(), draft.collectorId()).isEmpty()) {
            given.unknown("/collector_id", draft.collectorId());
        }
        Optional<Money> planned =
                BookMoney.given(
                        given, "/planned", draft.planned().amount(), draft.planned().currency());
        planned.ifPresent(BookMoney::require);
        Optional.ofNullable(draft.note()).ifPresent(text -> given.text("/note", text));
        CalendarQuarter quarter = CalendarQuarter.parse(draft.quarter());
        given.day("/quarter", quarter.days().start());
        given.end();
        Money taken =
                assessments.taken(
                        caller.tenant(),
                        draft.collectorId(),
                        quarter.days(),
                        planned.orElseThrow().currency());
        return new CollectorAssessment(
                new StaffId(draft.collectorId()),
                quarter,
                planned.orElseThrow(),
                taken,
                draft.accountsUnclear());
    }

    /**
     * Lists assessments, newest first.
     *
     * @param caller who asks
     * @param request which page
     * @return the page
     */
    public Page<AssessmentRow> list(Caller caller, PageRequest request) {
        return assessments.list(caller.tenant(), request);
    }
}
