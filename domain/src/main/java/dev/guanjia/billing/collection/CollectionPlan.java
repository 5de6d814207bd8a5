package dev.guanjia.billing.collection;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.StaffId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to be collected by whom, within some days (收费计划). Source: requirements 03 P-COLLECT-PLAN,
 * P-COLLECT-TARGET; 06.
 *
 * @param id which one
 * @param days one or more
 * @param split who has to collect what
 * @param author who drew it up
 * @param state where it stands
 */
public record CollectionPlan(
        CollectionPlanId id,
        DateRange days,
        TargetSplit split,
        StaffId author,
        CollectionPlanState state) {

    /** A plan has a day. */
    public CollectionPlan {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("plan without a day: " + id);
        }
    }

    /**
     * Decides on the next step.
     *
     * @param action what is attempted
     * @param actor who does it
     * @param on the day
     * @return the plan after it; or refused because it does not start here, is approved by its
     *     author, started before the first day or evaluated before the last is over
     */
    public Decision<CollectionPlan> take(CollectionPlanAction action, Actor actor, LocalDate on) {
        Optional<CollectionPlanState> next = CollectionPlanLifecycle.next(state, action);
        List<Refusal> reasons = new ArrayList<>();
        if (next.isEmpty()) {
            reasons.add(wrongState(action));
        }
        if (action == CollectionPlanAction.APPROVE && actor.staff().equals(author)) {
            reasons.add(
                    CollectionRefusal.COLLECTION_PLAN_SELF_APPROVED.because(
                            "plan", id.value(), "staff", author.value()));
        }
        if (on.isBefore(earliest(action))) {
            reasons.add(tooEarly(action, on));
        }
        return next.filter(state -> reasons.isEmpty())
                .map(state -> Decision.accept(new CollectionPlan(id, days, split, author, state)))
                .orElseGet(() -> Decision.refuse(reasons));
    }

    private LocalDate earliest(CollectionPlanAction action) {
        return switch (action) {
            case APPROVE -> LocalDate.MIN;
            case START -> days.start();
            case EVALUATE -> days.last();
        };
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
