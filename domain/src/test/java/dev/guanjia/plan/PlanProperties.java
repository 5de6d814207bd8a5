package dev.guanjia.plan;

import static dev.guanjia.plan.Plans.ASSISTANT;
import static dev.guanjia.plan.Plans.MANAGER;
import static dev.guanjia.plan.Plans.SUPERVISOR;
import static dev.guanjia.plan.Plans.TERMS;
import static dev.guanjia.plan.Plans.annual;
import static dev.guanjia.plan.Plans.company;
import static dev.guanjia.plan.Plans.drafted;
import static dev.guanjia.plan.Plans.item;
import static dev.guanjia.plan.Plans.no;
import static dev.guanjia.plan.Plans.noon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.decision.Decision;
import dev.guanjia.duty.Evidence;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.plan.PlanEvent.Act;
import dev.guanjia.plan.PlanResult.Outcome;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;

/** What no order of steps, by whomever, can break. */
class PlanProperties {

    /** Two persons hold two posts each, so that they meet themselves in review. */
    private static final StaffId ONE = new StaffId("sf_one");

    private static final StaffId TWO = new StaffId("sf_two");
    private static final PlanTerms SMALL =
            new PlanTerms(
                    Plans.with(
                            List.of(
                                    Plans.holds(ONE, ASSISTANT),
                                    Plans.holds(ONE, SUPERVISOR),
                                    Plans.holds(TWO, SUPERVISOR),
                                    Plans.holds(TWO, MANAGER))),
                    NodeDatePolicy.anyDay());

    record Step(PlanAction action, StaffId staff, PostKey post) {}

    @Property
    void nobodyPutsInForceWhatTheyHandedIn(
            @ForAll PlanKind kind, @ForAll @Size(max = 14) List<@From("steps") Step> steps) {
        WorkPlan plan =
                drafted(kind == PlanKind.COMPANY ? company() : annual(), item("a", "2026-12-31"));
        for (Step step : steps) {
            WorkPlan before = plan;
            Decision<WorkPlan> decision = take(before, step);
            plan = decision.fold(after -> after, reasons -> before);
            boolean legal = PlanLifecycle.of(kind).find(before.state(), step.action()).isPresent();
            assertThat(no(decision).contains("plan-wrong-state")).isEqualTo(!legal);
        }
        if (plan.inForceSince().isPresent()) {
            assertThat(plan.events())
                    .filteredOn(event -> event.action() == PlanAction.REVIEW)
                    .isNotEmpty();
            assertThat(lastDecider(plan)).isNotEqualTo(plan.submittedBy());
        }
        assertThat(no(PlanDuties.of(plan, TERMS.staffing())).isEmpty())
                .isEqualTo(plan.inForceSince().isPresent());
    }

    @Provide
    Arbitrary<Step> steps() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(1, PlanAction.REVISE),
                                Tuple.of(4, PlanAction.SUBMIT),
                                Tuple.of(4, PlanAction.REVIEW),
                                Tuple.of(1, PlanAction.RETURN),
                                Tuple.of(4, PlanAction.APPROVE),
                                Tuple.of(1, PlanAction.SUM_UP)),
                        Arbitraries.of(ONE, TWO),
                        Arbitraries.of(ASSISTANT, SUPERVISOR, MANAGER))
                .as(Step::new);
    }

    private static Optional<StaffId> lastDecider(WorkPlan plan) {
        return plan.events().stream()
                .filter(
                        event ->
                                event.action() == PlanAction.REVIEW
                                        || event.action() == PlanAction.APPROVE)
                .map(event -> event.act().actor().staff())
                .reduce((earlier, later) -> later);
    }

    private static Decision<WorkPlan> take(WorkPlan plan, Step step) {
        Act act = new Act(new Actor(step.staff(), step.post(), "v1"), noon("2026-02-01"), "why");
        return switch (step.action()) {
            case REVISE -> plan.revise(plan.items(), act, SMALL);
            case SUBMIT -> plan.submit(Optional.empty(), act, SMALL);
            case REVIEW -> plan.review(act, SMALL);
            case RETURN -> plan.giveBack(act, SMALL);
            case APPROVE -> plan.approve(act, SMALL);
            case SUM_UP -> plan.sumUp(List.of(done()), act, SMALL);
        };
    }

    private static PlanResult done() {
        return new PlanResult(
                new PlanItemId("a"),
                Outcome.DONE,
                Optional.empty(),
                List.of(new Evidence("R-SURVEY", "17")),
                "");
    }
}
