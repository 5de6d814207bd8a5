package dev.guanjia.plan;

import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One step of a plan: every reason against it that does not depend on what the step carries. */
record PlanJudgement(WorkPlan plan, PlanEvent step, Staffing staffing) {

    List<Refusal> faults() {
        Optional<PlanTransition> move =
                PlanLifecycle.of(plan.head().kind()).find(plan.state(), step.action());
        List<Refusal> faults = new ArrayList<>();
        if (move.isEmpty()) {
            faults.add(wrongState());
        }
        runsBackwards().ifPresent(faults::add);
        List<Refusal> notHeld = staffing.notHeld(step.act().actor(), step.act().at());
        faults.addAll(notHeld);
        if (move.isPresent() && notHeld.isEmpty()) {
            faults.addAll(notEntitled(move.get().by()));
        }
        if (step.action() == PlanAction.RETURN && step.act().note().isBlank()) {
            faults.add(
                    PlanRefusal.REASON_MISSING.because(
                            "plan", id(), "action", step.action().name()));
        }
        if (move.isPresent() && move.get().to() == PlanState.IN_FORCE) {
            faults.addAll(nodesPassed());
        }
        return faults;
    }

    private String id() {
        return plan.head().id().value();
    }

    private Refusal wrongState() {
        return PlanRefusal.WRONG_STATE.because(
                "plan", id(),
                "state", plan.state().name(),
                "action", step.action().name(),
                "legal", PlanLifecycle.of(plan.head().kind()).legal(plan.state()));
    }

    private Optional<Refusal> runsBackwards() {
        return plan.lastEvent()
                .filter(last -> step.act().at().isBefore(last.act().at()))
                .map(
                        last ->
                                PlanRefusal.TIME_RUNS_BACKWARDS.because(
                                        "plan", id(),
                                        "at", step.act().at().toString(),
                                        "last", last.act().at().toString()));
    }

    private List<Refusal> notEntitled(PlanRole by) {
        List<Refusal> faults = new ArrayList<>();
        Actor actor = step.act().actor();
        Optional<StaffId> submitter =
                by == PlanRole.PREPARER ? Optional.empty() : plan.submittedBy();
        Optional<PostKey> expected = expected(plan.head().posts().in(by), submitter);
        if (!expected.equals(Optional.of(actor.post()))) {
            faults.add(
                    PlanRefusal.NOT_ENTITLED.because(
                            "plan", id(),
                            "action", step.action().name(),
                            "post", actor.post().value(),
                            "expected", expected.map(PostKey::value).orElse("-")));
        }
        if (submitter.equals(Optional.of(actor.staff()))) {
            faults.add(
                    PlanRefusal.SELF_REVIEW.because("plan", id(), "staff", actor.staff().value()));
        }
        return faults;
    }

    private Optional<PostKey> expected(PostKey post, Optional<StaffId> submitter) {
        return submitter.isEmpty()
                ? Optional.of(staffing.actingFor(post, step.act().at()))
                : staffing.actingFor(post, submitter.get(), step.act().at());
    }

    /** What is carried out only once it is approved cannot have been due before. */
    private List<Refusal> nodesPassed() {
        LocalDate day = staffing.day(step.act().at());
        return plan.items().stream()
                .filter(item -> item.node().isBefore(day))
                .map(
                        item ->
                                PlanRefusal.NODE_PASSED.because(
                                        "item", item.id().value(),
                                        "node", item.node().toString(),
                                        "day", day.toString()))
                .toList();
    }
}
