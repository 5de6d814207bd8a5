package dev.guanjia.plan;

import static dev.guanjia.plan.Plans.ASSISTANT;
import static dev.guanjia.plan.Plans.MANAGER;
import static dev.guanjia.plan.Plans.SUPERVISOR;
import static dev.guanjia.plan.Plans.TERMS;
import static dev.guanjia.plan.Plans.act;
import static dev.guanjia.plan.Plans.actor;
import static dev.guanjia.plan.Plans.annual;
import static dev.guanjia.plan.Plans.company;
import static dev.guanjia.plan.Plans.drafted;
import static dev.guanjia.plan.Plans.holds;
import static dev.guanjia.plan.Plans.inForce;
import static dev.guanjia.plan.Plans.item;
import static dev.guanjia.plan.Plans.no;
import static dev.guanjia.plan.Plans.noon;
import static dev.guanjia.plan.Plans.reasons;
import static dev.guanjia.plan.Plans.staff;
import static dev.guanjia.plan.Plans.staffing;
import static dev.guanjia.plan.Plans.yes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.guanjia.calendar.ChinaCalendar;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.plan.PlanEvent.Act;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkPlanTest {

    private static final PlanTerms WORKING_DAYS =
            new PlanTerms(staffing(), NodeDatePolicy.workingDaysOnly(ChinaCalendar.load()));

    @Test
    void aDepartmentsPlanIsInForceOnceTheManagerHasReviewedIt() {
        WorkPlan draft = drafted(annual(), item("a", "2026-06-30"));
        WorkPlan handedIn =
                yes(draft.submit(Optional.empty(), act(SUPERVISOR, "2026-01-04"), TERMS));
        assertThat(handedIn.state()).isEqualTo(PlanState.SUBMITTED);
        WorkPlan reviewed = yes(handedIn.review(act(MANAGER, "2026-01-05"), TERMS));
        assertThat(reviewed.state()).isEqualTo(PlanState.IN_FORCE);
        assertThat(reviewed.inForceSince()).contains(noon("2026-01-05"));
    }

    @Test
    void theCompanysPlanAwaitsApprovalAfterTheReview() {
        WorkPlan draft = drafted(company(), item("a", "2026-06-30"));
        WorkPlan handedIn =
                yes(draft.submit(Optional.empty(), act(ASSISTANT, "2026-01-04"), TERMS));
        WorkPlan reviewed = yes(handedIn.review(act(SUPERVISOR, "2026-01-05"), TERMS));
        assertThat(reviewed.state()).isEqualTo(PlanState.REVIEWED);
        assertThat(reviewed.inForceSince()).isEmpty();
        assertThat(no(reviewed.approve(act(SUPERVISOR, "2026-01-06"), TERMS)))
                .containsExactly("plan-not-entitled");
        assertThat(yes(reviewed.approve(act(MANAGER, "2026-01-06"), TERMS)).state())
                .isEqualTo(PlanState.IN_FORCE);
    }

    @Test
    void aPlanSentBackIsChangedAndHandedInAgain() {
        WorkPlan handedIn =
                yes(
                        drafted(annual(), item("a", "2026-06-30"))
                                .submit(Optional.empty(), act(SUPERVISOR, "2026-01-04"), TERMS));
        WorkPlan back = yes(handedIn.giveBack(act(MANAGER, "2026-01-05"), TERMS));
        assertThat(back.state()).isEqualTo(PlanState.RETURNED);
        WorkPlan changed =
                yes(
                        back.revise(
                                List.of(item("a", "2026-05-31"), item("b", "2026-06-30")),
                                act(SUPERVISOR, "2026-01-06"),
                                TERMS));
        assertThat(changed.state()).isEqualTo(PlanState.DRAFT);
        assertThat(changed.items()).hasSize(2);
        assertThat(changed.events()).hasSize(3);
    }

    @Test
    void aPlanIsNotSentBackWithoutAReason() {
        WorkPlan handedIn =
                yes(
                        drafted(annual(), item("a", "2026-06-30"))
                                .submit(Optional.empty(), act(SUPERVISOR, "2026-01-04"), TERMS));
        Act silent = new Act(actor(MANAGER), noon("2026-01-05"), " ");
        assertThat(no(handedIn.giveBack(silent, TERMS))).containsExactly("plan-reason-missing");
    }

    @Test
    void aDraftWithFaultyItemsNamesEveryFault() {
        PlanItem stranger =
                new PlanItem(
                        new PlanItemId("b"),
                        "x",
                        new PostKey("CHIEF_WIZARD"),
                        item("b", "2026-03-01").node(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty());
        assertThat(
                        no(
                                WorkPlan.draft(
                                        annual(),
                                        List.of(
                                                item("a", "2025-12-31"),
                                                item("a", "2027-01-01"),
                                                stranger),
                                        TERMS)))
                .containsExactly(
                        "plan-item-twice",
                        "plan-post-unknown",
                        "plan-node-outside-period",
                        "plan-node-outside-period");
        assertThat(no(WorkPlan.draft(annual(), List.of(), TERMS)))
                .containsExactly("plan-without-items");
    }

    @Test
    void theFirstAndTheLastDayOfThePeriodAreInside() {
        assertThat(no(WorkPlan.draft(annual(), List.of(item("a", "2026-01-01")), TERMS))).isEmpty();
        assertThat(no(WorkPlan.draft(annual(), List.of(item("a", "2026-12-31")), TERMS))).isEmpty();
    }

    @Test
    void nodeDatesFallOnAnyDayUnlessTheCompanySaysWorkingDays() {
        // 2026-02-14 is a Saturday worked in exchange, 2026-02-17 is new year's day.
        List<PlanItem> makeUp = List.of(item("a", "2026-02-14"));
        List<PlanItem> holiday = List.of(item("a", "2026-02-17"));
        assertThat(no(WorkPlan.draft(annual(), holiday, TERMS))).isEmpty();
        assertThat(no(WorkPlan.draft(annual(), makeUp, WORKING_DAYS))).isEmpty();
        assertThat(no(WorkPlan.draft(annual(), holiday, WORKING_DAYS)))
                .containsExactly("node-date-not-working-day");
    }

    @Test
    void aYearWithoutAnnouncedHolidaysIsRefusedNotGuessed() {
        PlanHead later =
                new PlanHead(
                        new PlanId("pl_2040"),
                        PlanKind.DEPARTMENT,
                        "2040",
                        Plans.SERVICE,
                        PlanPeriod.parse("2040"),
                        Optional.empty(),
                        annual().posts());
        assertThat(no(WorkPlan.draft(later, List.of(item("a", "2040-03-01")), WORKING_DAYS)))
                .containsExactly("node-date-beyond-calendar");
    }

    @Test
    void onlyThePreparerHandsInAndOnlyOnesOwnPost() {
        WorkPlan draft = drafted(annual(), item("a", "2026-06-30"));
        assertThat(no(draft.submit(Optional.empty(), act(ASSISTANT, "2026-01-04"), TERMS)))
                .containsExactly("plan-not-entitled");
        Actor pretender = new Actor(staff(ASSISTANT), SUPERVISOR, "v1");
        Act pretended = new Act(pretender, noon("2026-01-04"), "");
        assertThat(no(draft.submit(Optional.empty(), pretended, TERMS)))
                .containsExactly("post-not-held");
    }

    @Test
    void aVacantReviewersSuperiorReviews() {
        PlanTerms vacant = new PlanTerms(staffing(SUPERVISOR), NodeDatePolicy.anyDay());
        PlanHead head =
                new PlanHead(
                        new PlanId("pl_x"),
                        PlanKind.DEPARTMENT,
                        "x",
                        Plans.SERVICE,
                        PlanPeriod.parse("2026"),
                        Optional.empty(),
                        new PlanPosts(ASSISTANT, SUPERVISOR, Optional.empty()));
        WorkPlan handedIn =
                yes(
                        drafted(head, item("a", "2026-06-30"))
                                .submit(Optional.empty(), act(ASSISTANT, "2026-01-04"), vacant));
        assertThat(yes(handedIn.review(act(MANAGER, "2026-01-05"), vacant)).state())
                .isEqualTo(PlanState.IN_FORCE);
    }

    @Test
    void whoHandedItInDoesNotReviewItInAnotherPostNorIsThereAWayRound() {
        Staffing twoHats =
                Plans.with(
                        List.of(
                                holds(staff(SUPERVISOR), SUPERVISOR),
                                holds(staff(SUPERVISOR), MANAGER)));
        PlanTerms terms = new PlanTerms(twoHats, NodeDatePolicy.anyDay());
        WorkPlan handedIn =
                yes(
                        drafted(annual(), item("a", "2026-06-30"))
                                .submit(Optional.empty(), act(SUPERVISOR, "2026-01-04"), terms));
        Act own = new Act(new Actor(staff(SUPERVISOR), MANAGER, "v1"), noon("2026-01-05"), "");
        assertThat(no(handedIn.review(own, terms)))
                .containsExactly("plan-not-entitled", "plan-self-review");
        assertThat(reasons(handedIn.review(own, terms)).get(0).facts())
                .containsEntry("expected", "-");
    }

    @Test
    void aPlanDoesNotComeIntoForceAfterANodeDate() {
        WorkPlan handedIn =
                yes(
                        drafted(annual(), item("a", "2026-01-31"))
                                .submit(Optional.empty(), act(SUPERVISOR, "2026-01-04"), TERMS));
        assertThat(no(handedIn.review(act(MANAGER, "2026-01-31"), TERMS))).isEmpty();
        assertThat(no(handedIn.review(act(MANAGER, "2026-02-01"), TERMS)))
                .containsExactly("plan-node-passed");
    }

    @Test
    void timeDoesNotRunBackwards() {
        WorkPlan handedIn =
                yes(
                        drafted(annual(), item("a", "2026-06-30"))
                                .submit(Optional.empty(), act(SUPERVISOR, "2026-01-04"), TERMS));
        assertThat(no(handedIn.review(act(MANAGER, "2026-01-03"), TERMS)))
                .containsExactly("plan-time-runs-backwards");
    }

    @Test
    void everyActionThatIsNotInTheTableIsRefusedByName() {
        WorkPlan plan = inForce(annual(), item("a", "2026-06-30"));
        assertThat(reasons(plan.review(act(MANAGER, "2026-02-01"), TERMS)))
                .singleElement()
                .satisfies(
                        reason ->
                                assertThat(reason.facts())
                                        .containsEntry("state", "IN_FORCE")
                                        .containsEntry("action", "REVIEW")
                                        .containsEntry("legal", "SUM_UP"));
    }

    @Test
    void aPlanThatCouldNotHaveComeAboutCannotBeBuilt() {
        PlanItem outside = item("a", "2027-01-01");
        assertThatThrownBy(() -> new WorkPlan(annual(), List.of(outside), List.of(), List.of()))
                .hasMessageContaining("pl_2026");
        PlanEvent approved = new PlanEvent(PlanAction.APPROVE, act(MANAGER, "2026-01-05"));
        List<PlanItem> items = List.of(item("a", "2026-06-30"));
        assertThatThrownBy(() -> new WorkPlan(annual(), items, List.of(approved), List.of()))
                .hasMessageContaining("APPROVE is not allowed in DRAFT");
    }
}
