package dev.guanjia.plan;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.plan.PlanEvent.Act;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A work plan and its life: drawn up, handed in, reviewed or sent back, in force, summed up.
 * Source: requirements 03 P-PLAN; 05 S04; AUT-04, AUT-11.
 *
 * @param head what the plan is
 * @param items what it sets out to do, at least one; node dates and parts inside its period
 * @param events what happened, in order of time; every step is a row of {@link PlanLifecycle}
 * @param results one per item once it is summed up, none before
 */
public record WorkPlan(
        PlanHead head, List<PlanItem> items, List<PlanEvent> events, List<PlanResult> results) {

    /** A plan that could not have come about cannot exist. */
    public WorkPlan {
        items = List.copyOf(items);
        events = List.copyOf(events);
        results = List.copyOf(results);
        List<Refusal> faults = new ArrayList<>(PlanDraft.twice(items));
        for (PlanItem item : items) {
            faults.addAll(PlanDraft.outsidePeriod(head, item));
        }
        if (items.isEmpty() || !faults.isEmpty()) {
            throw new IllegalArgumentException("plan " + head.id() + " cannot be: " + faults);
        }
        for (int i = 1; i < events.size(); i++) {
            if (events.get(i).act().at().isBefore(events.get(i - 1).act().at())) {
                throw new IllegalArgumentException("events run backwards: " + events.get(i));
            }
        }
        boolean summedUp = replay(head, events) == PlanState.SUMMED_UP;
        faults.addAll(summedUp ? new PlanResults(items, results).faults() : List.of());
        if (!faults.isEmpty() || (!summedUp && !results.isEmpty())) {
            throw new IllegalArgumentException(head.id() + " with " + results + ": " + faults);
        }
    }

    /**
     * Draws up a plan.
     *
     * @param head what it is
     * @param items what it sets out to do
     * @param terms what the company's plans are judged by
     * @return the draft, or refused with every reason that applies of {@code WITHOUT_ITEMS}, {@code
     *     ITEM_TWICE}, {@code POST_UNKNOWN}, {@code NODE_OUTSIDE_PERIOD}, {@code
     *     PART_OUTSIDE_PERIOD}, {@code NODE_BEYOND_CALENDAR}, {@code NODE_NOT_WORKING_DAY}
     */
    public static Decision<WorkPlan> draft(PlanHead head, List<PlanItem> items, PlanTerms terms) {
        List<Refusal> faults = new PlanDraft(head, items, terms).faults();
        return faults.isEmpty()
                ? Decision.accept(new WorkPlan(head, items, List.of(), List.of()))
                : Decision.refuse(faults);
    }

    /**
     * Changes the items of a draft, or of a plan that was sent back.
     *
     * @param changed all items, which replace those before
     * @param act by whom and when
     * @param terms what the company's plans are judged by
     * @return the draft, or refused as a step and as {@link #draft} is
     */
    public Decision<WorkPlan> revise(List<PlanItem> changed, Act act, PlanTerms terms) {
        List<Refusal> faults = new ArrayList<>(faults(PlanAction.REVISE, act, terms));
        faults.addAll(new PlanDraft(head, changed, terms).faults());
        return faults.isEmpty()
                ? Decision.accept(new WorkPlan(head, changed, and(PlanAction.REVISE, act), results))
                : Decision.refuse(faults);
    }

    /**
     * Hands the plan in.
     *
     * @param parent the plan it carries out, as it stands now; empty at the top
     * @param act by whom and when
     * @param terms what the company's plans are judged by
     * @return the plan afterwards, or refused as a step, or because the parent is not shown, not in
     *     force or shorter, or its amounts are not taken over exactly
     */
    public Decision<WorkPlan> submit(Optional<WorkPlan> parent, Act act, PlanTerms terms) {
        List<Refusal> faults = new ArrayList<>(faults(PlanAction.SUBMIT, act, terms));
        faults.addAll(new PlanDecomposition(head, items, parent).faults());
        return decide(PlanAction.SUBMIT, act, faults);
    }

    /**
     * Finds the plan good. A department's plan is in force with that, the company's awaits
     * approval.
     *
     * @param act by whom and when; another person than handed it in
     * @param terms what the company's plans are judged by
     * @return the plan afterwards, or refused as a step, or with {@code NODE_PASSED}
     */
    public Decision<WorkPlan> review(Act act, PlanTerms terms) {
        return decide(PlanAction.REVIEW, act, faults(PlanAction.REVIEW, act, terms));
    }

    /**
     * Approves what was reviewed, which puts it in force.
     *
     * @param act by whom and when; another person than handed it in
     * @param terms what the company's plans are judged by
     * @return the plan afterwards, or refused as a step, or with {@code NODE_PASSED}
     */
    public Decision<WorkPlan> approve(Act act, PlanTerms terms) {
        return decide(PlanAction.APPROVE, act, faults(PlanAction.APPROVE, act, terms));
    }

    /**
     * Sends the plan back to be changed.
     *
     * @param act by whom and when, and why
     * @param terms what the company's plans are judged by
     * @return the plan afterwards, or refused as a step, or with {@code REASON_MISSING}
     */
    public Decision<WorkPlan> giveBack(Act act, PlanTerms terms) {
        return decide(PlanAction.RETURN, act, faults(PlanAction.RETURN, act, terms));
    }

    /**
     * Says what became of every item.
     *
     * @param outcome one result per item
     * @param act by whom and when, in the period or later
     * @param terms what the company's plans are judged by
     * @return the plan afterwards, or refused as a step, or with {@code PERIOD_NOT_BEGUN} or what
     *     is wrong with the results
     */
    public Decision<WorkPlan> sumUp(List<PlanResult> outcome, Act act, PlanTerms terms) {
        List<Refusal> faults = new ArrayList<>(faults(PlanAction.SUM_UP, act, terms));
        LocalDate start = head.period().days().start();
        LocalDate day = terms.staffing().day(act.at());
        if (day.isBefore(start)) {
            faults.add(
                    PlanRefusal.PERIOD_NOT_BEGUN.because(
                            "plan", head.id().value(),
                            "start", start.toString(),
                            "day", day.toString()));
        }
        faults.addAll(new PlanResults(items, outcome).faults());
        return faults.isEmpty()
                ? Decision.accept(new WorkPlan(head, items, and(PlanAction.SUM_UP, act), outcome))
                : Decision.refuse(faults);
    }

    /**
     * Where the plan stands after everything that happened.
     *
     * @return the state
     */
    public PlanState state() {
        return replay(head, events);
    }

    /**
     * Looks up an item.
     *
     * @param id an id
     * @return the item, or empty when the plan has none of that id
     */
    public Optional<PlanItem> item(PlanItemId id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /**
     * Since when the plan is to be carried out.
     *
     * @return when it was reviewed or approved for good, or empty while it is not
     */
    public Optional<Instant> inForceSince() {
        PlanState state = PlanState.DRAFT;
        for (PlanEvent event : events) {
            state = next(head, state, event);
            if (state == PlanState.IN_FORCE) {
                return Optional.of(event.act().at());
            }
        }
        return Optional.empty();
    }

    Optional<PlanEvent> lastEvent() {
        return events.isEmpty() ? Optional.empty() : Optional.of(events.get(events.size() - 1));
    }

    Optional<StaffId> submittedBy() {
        return events.stream()
                .filter(event -> event.action() == PlanAction.SUBMIT)
                .map(event -> event.act().actor().staff())
                .reduce((earlier, later) -> later);
    }

    private List<Refusal> faults(PlanAction action, Act act, PlanTerms terms) {
        return new PlanJudgement(this, new PlanEvent(action, act), terms.staffing()).faults();
    }

    private Decision<WorkPlan> decide(PlanAction action, Act act, List<Refusal> faults) {
        return faults.isEmpty()
                ? Decision.accept(new WorkPlan(head, items, and(action, act), results))
                : Decision.refuse(faults);
    }

    private List<PlanEvent> and(PlanAction action, Act act) {
        List<PlanEvent> all = new ArrayList<>(events);
        all.add(new PlanEvent(action, act));
        return all;
    }

    private static PlanState replay(PlanHead head, List<PlanEvent> events) {
        PlanState state = PlanState.DRAFT;
        for (PlanEvent event : events) {
            state = next(head, state, event);
        }
        return state;
    }

    private static PlanState next(PlanHead head, PlanState from, PlanEvent event) {
        return PlanLifecycle.of(head.kind())
                .find(from, event.action())
                .map(PlanTransition::to)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        event.action() + " is not allowed in " + from));
    }
}
