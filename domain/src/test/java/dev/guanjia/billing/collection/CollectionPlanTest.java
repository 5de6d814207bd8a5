package dev.guanjia.billing.collection;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectionPlanTest {

    private static final DateRange TEN_DAYS =
            DateRange.ofClosed(LocalDate.of(2026, 2, 24), LocalDate.of(2026, 3, 5));

    @ParameterizedTest(name = "{0} a {1} plan on {2} by {3}: {4}")
    @CsvSource(
            textBlock =
                    """
                    APPROVE,  DRAFT,     2026-02-01, boss,   APPROVED
                    APPROVE,  DRAFT,     2026-02-01, author, collection-plan-self-approved
                    START,    APPROVED,  2026-02-23, author, collection-plan-too-early
                    START,    APPROVED,  2026-02-24, author, RUNNING
                    EVALUATE, RUNNING,   2026-03-04, boss,   collection-plan-too-early
                    EVALUATE, RUNNING,   2026-03-05, boss,   EVALUATED
                    START,    DRAFT,     2026-02-24, boss,   collection-plan-wrong-state
                    APPROVE,  RUNNING,   2026-02-24, boss,   collection-plan-wrong-state
                    REJECT,   DRAFT,     2026-02-01, boss,   REJECTED
                    WITHDRAW, DRAFT,     2026-02-01, boss,   REJECTED
                    REJECT,   DRAFT,     2026-02-01, author, WITHDRAWN
                    WITHDRAW, DRAFT,     2026-02-01, author, WITHDRAWN
                    REJECT,   APPROVED,  2026-02-01, boss,   collection-plan-wrong-state
                    CANCEL,   DRAFT,     2026-02-01, boss,   collection-plan-wrong-state
                    CANCEL,   APPROVED,  2026-02-01, author, CANCELLED
                    CANCEL,   RUNNING,   2026-02-23, boss,   collection-plan-too-early
                    CANCEL,   RUNNING,   2026-02-24, boss,   CANCELLED
                    CANCEL,   EVALUATED, 2026-03-09, boss,   collection-plan-wrong-state
                    """)
    void aPlanIsApprovedByAnotherAndEvaluatedWhenItIsOverOrGivenUpBefore(
            CollectionPlanAction action,
            CollectionPlanState state,
            LocalDate on,
            String by,
            String expected) {
        var decision = plan(state).take(step(action, by, on, "why"));
        String outcome =
                codes(decision).isEmpty()
                        ? accepted(decision).state().name()
                        : String.join(" ", codes(decision));
        assertThat(outcome).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"REJECT, DRAFT", "WITHDRAW, DRAFT", "CANCEL, APPROVED", "CANCEL, RUNNING"})
    void nothingIsGivenUpWithoutAReasonAndWhatIsGivenUpStays(
            CollectionPlanAction action, CollectionPlanState state) {
        LocalDate on = TEN_DAYS.start();
        assertThat(codes(plan(state).take(step(action, "boss", on, " "))))
                .containsExactly("collection-plan-without-reason");
        CollectionPlan gone = accepted(plan(state).take(step(action, "boss", on, "merged")));
        assertThat(gone.ending().reason()).isEqualTo("merged");
        assertThat(gone.split()).isEqualTo(plan(state).split());
        for (CollectionPlanAction next : CollectionPlanAction.values()) {
            assertThat(codes(gone.take(step(next, "boss", TEN_DAYS.last(), "again"))))
                    .containsExactly("collection-plan-wrong-state");
        }
    }

    @Test
    void theOtherStepsLeaveNoEnding() {
        CollectionPlan approved =
                accepted(
                        plan(CollectionPlanState.DRAFT)
                                .take(
                                        step(
                                                CollectionPlanAction.APPROVE,
                                                "boss",
                                                TEN_DAYS.start(),
                                                "")));
        assertThat(approved.ending()).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> plan(CollectionPlanState.CANCELLED));
    }

    /** Given up on the fifth of ten days, when half of the 80 000.00 to come had come in. */
    @ParameterizedTest(name = "{0}: counted {1}, forecast {2}")
    @CsvSource({
        "2026-02-27, 2026-02-27, 100000",
        "2026-02-28, 2026-02-28, -",
        "2026-03-01, 2026-02-28, -",
        "2026-12-31, 2026-02-28, -",
    })
    void afterItsEndNothingCountsAndNothingIsForecast(
            LocalDate asOf, LocalDate counted, String forecast) {
        LocalDate end = LocalDate.of(2026, 2, 28);
        CollectionPlan gone =
                accepted(
                        plan(CollectionPlanState.RUNNING)
                                .take(step(CollectionPlanAction.CANCEL, "boss", end, "merged")));
        assertThat(gone.counted(asOf)).isEqualTo(counted);
        GroupTarget target = gone.split().target(Plans.id("company"), Plans.POWER).orElseThrow();
        PlanProgress progress = gone.progress(target, asOf, Money.parse("40000.00", Money.CNY));
        assertThat(progress.days().asOf()).isEqualTo(counted);
        assertThat(progress.forecast().map(Rational::toString).orElse("-")).isEqualTo(forecast);
        assertThat(progress.expected()).isPresent();
    }

    @Test
    void whatGoesOnCountsToTheDayThatIsLookedAt() {
        LocalDate day = TEN_DAYS.last().plusYears(1);
        CollectionPlan running = plan(CollectionPlanState.RUNNING);
        assertThat(running.counted(day)).isEqualTo(day);
        GroupTarget target = running.split().target(Plans.id("company"), Plans.POWER).orElseThrow();
        assertThat(running.progress(target, day, Money.fen(0)).forecast()).isPresent();
    }

    private static CollectionPlan plan(CollectionPlanState state) {
        return new CollectionPlan(
                new CollectionPlanId("cp_1"),
                TEN_DAYS,
                Plans.digest(),
                new StaffId("author"),
                state,
                null);
    }

    private static CollectionPlanStep step(
            CollectionPlanAction action, String by, LocalDate on, String reason) {
        Actor actor = new Actor(new StaffId(by), new PostKey("PROPERTY_MANAGER"), "v1");
        return new CollectionPlanStep(action, actor, on, reason);
    }
}
