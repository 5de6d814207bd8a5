package dev.guanjia.billing.collection;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.StaffId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be collected by whom, within some days (收费计划). Source: requirements 03 P-COLLECT-PLAN,
 * P-COLLECT-TARGET; 06.
 *
 * @param id which one
 * @param days one or more
 * @param split who has to collect what
 * @param author who drew it up
 * @param state where it stands
 * @param ending how it was given up; null unless it was
 */
public record CollectionPlan(
        CollectionPlanId id,
        DateRange days,
        TargetSplit split,
        StaffId author,
        CollectionPlanState state,
        @Nullable CollectionPlanStep ending) {

    /** A plan has a day, and only what was given up has an ending. */
    public CollectionPlan {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("plan without a day: " + id);
        }
        if (state.isGivenUp() != (ending != null)) {
            throw new IllegalArgumentException(id + " is " + state + ", ended by " + ending);
        }
    }

    /**
     * Decides on the next step. A no of the author takes the draft back.
     *
     * @param wanted what is attempted, by whom, when
     * @return the plan after it; or refused because it does not start here, is approved by its
     *     author, started before the first day, evaluated before the last is over or given up
     *     without a reason
     */
    public Decision<CollectionPlan> take(CollectionPlanStep wanted) {
        boolean own = wanted.by().staff().equals(author);
        CollectionPlanAction action = wanted.action().by(own);
        Optional<CollectionPlanState> next = CollectionPlanLifecycle.next(state, action);
        List<Refusal> reasons = new ArrayList<>();
        if (next.isEmpty()) {
            reasons.add(wrongState(action));
        }
        if (action == CollectionPlanAction.APPROVE && own) {
            reasons.add(
                    CollectionRefusal.COLLECTION_PLAN_SELF_APPROVED.because(
                            "plan", id.value(), "staff", author.value()));
        }
        if (wanted.on().isBefore(earliest(action))) {
            reasons.add(tooEarly(action, wanted.on()));
        }
        if (action.isGivingUp() && wanted.reason().isBlank()) {
            reasons.add(
                    CollectionRefusal.COLLECTION_PLAN_WITHOUT_REASON.because(
                            "plan", id.value(), "action", action.name()));
        }
        return next.filter(state -> reasons.isEmpty())
                .map(state -> Decision.accept(after(wanted, action, state)))
                .orElseGet(() -> Decision.refuse(reasons));
    }

    private CollectionPlan after(
            CollectionPlanStep wanted, CollectionPlanAction action, CollectionPlanState next) {
        CollectionPlanStep step =
                new CollectionPlanStep(action, wanted.by(), wanted.on(), wanted.reason());
        return new CollectionPlan(id, days, split, author, next, action.isGivingUp() ? step : null);
    }

    private LocalDate earliest(CollectionPlanAction action) {
        return switch (action) {
            case APPROVE, REJECT, WITHDRAW -> LocalDate.MIN;
            case START -> days.start();
            case EVALUATE -> days.last();
            case CANCEL -> state == CollectionPlanState.RUNNING ? days.start() : LocalDate.MIN;
        };
    }

    /**
     * How far a target is on a day. What comes in after the plan was given up does not count for
     * it, and nothing is forecast of it from then on; the targets stay as they were.
     *
     * @param target one of the plan's
     * @param asOf the day that is looked at
     * @param collected what had come in of it by the end of {@link #counted}
     * @return the progress
     */
    public PlanProgress progress(GroupTarget target, LocalDate asOf, Money collected) {
        boolean goesOn = ending == null || asOf.isBefore(ending.on());
        return new PlanProgress(
                target, new PlanProgress.Days(days, counted(asOf), goesOn), collected);
    }

    /**
     * The last day that counts.
     *
     * @param asOf the day that is looked at
     * @return that day, or the day on which the plan was given up where that is earlier
     */
    public LocalDate counted(LocalDate asOf) {
        return ending == null || asOf.isBefore(ending.on()) ? asOf : ending.on();
    }

    private Refusal wrongState(CollectionPlanAction action) {
        return CollectionRefusal.COLLECTION_PLAN_WRONG_STATE.because(
                "plan",
                id.value(),
                "state",
                state.name(),
                "action",
                action.name(),
                "legal",
                CollectionPlanLifecycle.legal(state));
    }

    private Refusal tooEarly(CollectionPlanAction action, LocalDate on) {
        return CollectionRefusal.COLLECTION_PLAN_TOO_EARLY.because(
                "plan",
                id.value(),
                "action",
                action.name(),
                "day",
                on.toString(),
                "earliest",
                earliest(action).toString());
    }
}
