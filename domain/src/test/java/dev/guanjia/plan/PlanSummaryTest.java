package dev.guanjia.plan;

import static dev.guanjia.plan.Plans.SUPERVISOR;
import static dev.guanjia.plan.Plans.TERMS;
import static dev.guanjia.plan.Plans.act;
import static dev.guanjia.plan.Plans.annual;
import static dev.guanjia.plan.Plans.drafted;
import static dev.guanjia.plan.Plans.fen;
import static dev.guanjia.plan.Plans.inForce;
import static dev.guanjia.plan.Plans.item;
import static dev.guanjia.plan.Plans.no;
import static dev.guanjia.plan.Plans.yes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.decision.Decision;
import dev.guanjia.duty.Evidence;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.plan.PlanResult.Outcome;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanSummaryTest {

    private static final WorkPlan PLAN =
            inForce(
                    annual(),
                    item("survey", "2026-06-30"),
                    item("arrears", "2026-12-31", PlanTarget.whole(fen(13_743_000))));
    private static final PlanResult SURVEY = done("survey", Optional.empty());
    private static final PlanResult ARREARS = done("arrears", Optional.of(fen(13_000_000)));

    @Test
    void whatWasReachedIsSetAgainstWhatWasPlanned() {
        PlanResult open =
                new PlanResult(
                        new PlanItemId("arrears"),
                        Outcome.NOT_DONE,
                        Optional.of(fen(13_000_000)),
                        List.of(),
                        "8栋欠费转入下年");
        WorkPlan ended = yes(sumUp(SURVEY, open));
        PlanSummary summary = yes(PlanSummary.of(ended));
        assertThat(summary.doneRate()).isEqualTo(Rational.of(1, 2));
        assertThat(summary.lines())
                .extracting(PlanSummary.Line::variance)
                .containsExactly(Optional.empty(), Optional.of(fen(-743_000)));
    }

    @Test
    void everyItemHasOneResult() {
        assertThat(no(sumUp(SURVEY))).containsExactly("plan-result-missing");
        assertThat(no(sumUp(SURVEY, ARREARS, SURVEY))).containsExactly("plan-result-unknown");
        assertThat(no(sumUp(SURVEY, ARREARS, done("other", Optional.empty()))))
                .containsExactly("plan-result-unknown");
    }

    @Test
    void doneNeedsAProofAndNotDoneAReason() {
        PlanResult unproved =
                new PlanResult(
                        new PlanItemId("survey"), Outcome.DONE, Optional.empty(), List.of(), "");
        assertThat(no(sumUp(unproved, ARREARS))).containsExactly("plan-result-unproved");
        PlanResult silent =
                new PlanResult(
                        new PlanItemId("survey"),
                        Outcome.NOT_DONE,
                        Optional.empty(),
                        List.of(),
                        "");
        assertThat(no(sumUp(silent, ARREARS))).containsExactly("plan-result-unexplained");
    }

    @Test
    void anAmountPlannedHasAnAmountReachedInTheSameCurrency() {
        assertThat(no(sumUp(SURVEY, done("arrears", Optional.empty()))))
                .containsExactly("plan-actual-missing");
        Money dollars = new Money(Currency.getInstance("USD"), 1);
        assertThat(no(sumUp(SURVEY, done("arrears", Optional.of(dollars)))))
                .containsExactly("plan-amount-currency");
    }

    @Test
    void whatHasNotBegunOrIsNotApprovedIsNotSummedUp() {
        WorkPlan draft = drafted(annual(), item("survey", "2026-06-30"));
        assertThat(no(draft.sumUp(List.of(SURVEY), act(SUPERVISOR, "2026-12-30"), TERMS)))
                .containsExactly("plan-wrong-state");
        assertThat(no(PlanSummary.of(draft))).containsExactly("plan-wrong-state");
        PlanHead next =
                new PlanHead(
                        new PlanId("pl_2027"),
                        PlanKind.DEPARTMENT,
                        "x",
                        Plans.SERVICE,
                        PlanPeriod.parse("2027"),
                        Optional.empty(),
                        annual().posts());
        WorkPlan early = inForce(next, item("survey", "2027-06-30"));
        assertThat(no(early.sumUp(List.of(SURVEY), act(SUPERVISOR, "2026-12-31"), TERMS)))
                .containsExactly("plan-period-not-begun");
    }

    private static Decision<WorkPlan> sumUp(PlanResult... results) {
        return PLAN.sumUp(List.of(results), act(SUPERVISOR, "2026-12-31"), TERMS);
    }

    private static PlanResult done(String item, Optional<Money> actual) {
        return new PlanResult(
                new PlanItemId(item),
                Outcome.DONE,
                actual,
                List.of(new Evidence("R-SURVEY", "2026-17")),
                "");
    }
}
