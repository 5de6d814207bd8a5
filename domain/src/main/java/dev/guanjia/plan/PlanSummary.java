package dev.guanjia.plan;

import dev.guanjia.decision.Decision;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import java.util.List;
import java.util.Optional;

/**
 * A plan summed up: planned against actual, item by item.
 *
 * @param plan a plan that is summed up
 * @param lines one per item, in the plan's order
 */
public record PlanSummary(WorkPlan plan, List<Line> lines) {

    /** Copies the lines. */
    public PlanSummary {
        lines = List.copyOf(lines);
    }

    /**
     * Reads a plan.
     *
     * @param plan the plan
     * @return its summary, or refused with {@code WRONG_STATE} before it is summed up
     */
    public static Decision<PlanSummary> of(WorkPlan plan) {
        if (plan.state() != PlanState.SUMMED_UP) {
            return Decision.refuse(
                    List.of(
                            PlanRefusal.WRONG_STATE.because(
                                    "plan", plan.head().id().value(),
                                    "state", plan.state().name(),
                                    "action", "SUMMARY",
                                    "legal",
                                            PlanLifecycle.of(plan.head().kind())
                                                    .legal(plan.state()))));
        }
        PlanResults results = new PlanResults(plan.items(), plan.results());
        List<Line> lines =
                plan.items().stream().map(item -> new Line(item, results.of(item))).toList();
        return Decision.accept(new PlanSummary(plan, lines));
    }

    /**
     * How much of the plan was done.
     *
     * @return items done over items planned, exact, between zero and one
     */
    public Rational doneRate() {
        long done =
                lines.stream()
                        .filter(line -> line.result().outcome() == PlanResult.Outcome.DONE)
                        .count();
        return Rational.of(done, lines.size());
    }

    /**
     * An item and what became of it.
     *
     * @param item what was planned
     * @param result what became of it
     */
    public record Line(PlanItem item, PlanResult result) {

        /**
         * How far the actual amount is from the planned one. Source: 05 S04.
         *
         * @return actual less planned, negative when less was reached; empty where the item has no
         *     amount
         */
        public Optional<Money> variance() {
            return item.amount()
                    .flatMap(planned -> result.actual().map(actual -> actual.minus(planned)));
        }
    }
}
