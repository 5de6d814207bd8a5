package dev.guanjia.workorder.lifecycle;

import static dev.guanjia.workorder.lifecycle.ActionEffect.ASSIGNS;
import static dev.guanjia.workorder.lifecycle.ActionEffect.CALLS_BACK;
import static dev.guanjia.workorder.lifecycle.ActionEffect.CHECKS;
import static dev.guanjia.workorder.lifecycle.ActionEffect.NEEDS_REASON;
import static dev.guanjia.workorder.lifecycle.ActionEffect.PAUSES;
import static dev.guanjia.workorder.lifecycle.ActionEffect.RELEASES;
import static dev.guanjia.workorder.lifecycle.ActionEffect.RESUMES;
import static dev.guanjia.workorder.lifecycle.ActionEffect.RULES;
import static dev.guanjia.workorder.lifecycle.ActionEffect.TAKES;
import static dev.guanjia.workorder.lifecycle.ActionEffect.WORKS;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be attempted on a work order, and what it does to it. Where it is legal and which posts
 * may is a row of {@link Lifecycle}.
 */
public enum WorkOrderAction {
    /** Rule that a complaint is valid, or that an incident is real. */
    VALIDATE(null, RULES),
    /** Rule that a complaint is not valid, an alarm false or a matter not ours, saying why. */
    REJECT(WorkOrderOutcome.INVALID, RULES, NEEDS_REASON),
    /** Find out what it is and pass it on. Source: 03 P-INTAKE R2. */
    TRIAGE(null),
    /** Give the matter to somebody. */
    ASSIGN(null, ASSIGNS),
    /** Begin to handle a matter, or begin again. */
    START(null, WORKS),
    /** Report a matter solved. */
    RESOLVE(WorkOrderOutcome.HANDLED, WORKS),
    /** Answer at once. */
    ANSWER(WorkOrderOutcome.HANDLED, TAKES, WORKS),
    /** 指派: send somebody. */
    DISPATCH(null, ASSIGNS),
    /** 轮训: send whose turn it is. */
    DISPATCH_BY_ROTA(null, ASSIGNS),
    /** 抢单: offer it to whoever takes it. */
    POOL(null, RELEASES),
    /** Take it out of the pool. */
    TAKE(null, TAKES, WORKS),
    /** Take the work on. */
    ACCEPT(null, WORKS),
    /** Give the work back, saying why. */
    RETURN(null, RELEASES, NEEDS_REASON),
    /** Give the work to somebody else, saying why. */
    TRANSFER(null, ASSIGNS, NEEDS_REASON),
    /** Put it off, saying why; the clock stops. */
    SUSPEND(null, PAUSES, NEEDS_REASON),
    /** Go on; the clock runs. */
    RESUME(null, RESUMES),
    /** Say what it will cost. */
    QUOTE(null, WORKS),
    /** The owner agrees to the price. */
    CONSENT(null, CHECKS),
    /** The owner does not agree to the price. */
    DECLINE(WorkOrderOutcome.CANCELLED, CHECKS, NEEDS_REASON),
    /** The quote ended unanswered; the work may be quoted again. */
    EXPIRE(null),
    /** Be at the place, or be there again. */
    ARRIVE(null, WORKS),
    /** Hand out materials for it. */
    ISSUE_MATERIALS(null),
    /** Report the work done. */
    FINISH(WorkOrderOutcome.HANDLED, WORKS),
    /** An incident spreads no further. */
    CONTAIN(null, WORKS),
    /** Tell the superiors of an incident. */
    REPORT_UP(null),
    /** The customer accepts the work. */
    CUSTOMER_ACCEPTS(null, CHECKS),
    /** The customer does not accept the work, saying why. */
    CUSTOMER_REFUSES(WorkOrderOutcome.OPEN, CHECKS, NEEDS_REASON),
    /** Enter the price into the customer's account. */
    CHARGE(null),
    /** The work was looked at and is good. */
    CHECK_PASSED(null, CHECKS),
    /** The work was looked at and has to be redone, saying why. */
    CHECK_FAILED(WorkOrderOutcome.OPEN, CHECKS, NEEDS_REASON),
    /** The customer says that it is done. */
    CALL_BACK_SATISFIED(null, CALLS_BACK),
    /** The customer says that it is not done. */
    CALL_BACK_UNSATISFIED(WorkOrderOutcome.OPEN, CALLS_BACK),
    /** File it. */
    CLOSE(null),
    /** The requester takes it back, saying why. */
    CANCEL(WorkOrderOutcome.CANCELLED, NEEDS_REASON),
    /** Give it up, saying why. */
    CLOSE_ADMINISTRATIVELY(WorkOrderOutcome.ADMINISTRATIVE, NEEDS_REASON);

    private final @Nullable WorkOrderOutcome outcome;

    @SuppressWarnings("ImmutableEnumChecker") // the list cannot change
    private final List<ActionEffect> effects;

    WorkOrderAction(@Nullable WorkOrderOutcome outcome, ActionEffect... effects) {
        this.outcome = outcome;
        this.effects = List.of(effects);
    }

    /**
     * Whether it does or asks for something.
     *
     * @param effect what
     * @return true if so
     */
    public boolean has(ActionEffect effect) {
        return effects.contains(effect);
    }

    /**
     * What the order has come to by it.
     *
     * @return {@code OPEN} when it begins again; empty when the outcome stays as it is
     */
    public Optional<WorkOrderOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }
}
