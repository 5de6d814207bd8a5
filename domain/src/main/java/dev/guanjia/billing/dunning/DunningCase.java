package dev.guanjia.billing.dunning;

import dev.guanjia.billing.arrears.Arrears;
import dev.guanjia.billing.arrears.Standing;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Money;
import dev.guanjia.property.Payer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A debtor on the way to pay (催缴). Source: requirements 03 P-DUN; 06 A-40 (all may record
 * contacts).
 *
 * @param id which case
 * @param payer who owes
 * @param state where it stands
 * @param log every contact, in the order recorded
 * @param promise the promise that holds; null outside an agreement
 */
public record DunningCase(
        DunningCaseId id,
        Payer payer,
        DunningState state,
        List<Contact> log,
        @Nullable Promise promise) {

    /** An agreement has its promise, and nothing else has one. */
    public DunningCase {
        log = List.copyOf(log);
        if ((state == DunningState.AGREED) != (promise != null)) {
            throw new IllegalArgumentException(id + " is " + state + " with promise " + promise);
        }
    }

    /**
     * Opens a case.
     *
     * @param id which
     * @param payer who owes
     * @return the case, nothing done yet
     */
    public static DunningCase open(DunningCaseId id, Payer payer) {
        return new DunningCase(id, payer, DunningState.OWED, List.of(), null);
    }

    /**
     * What is to be done next.
     *
     * @param arrears what is owed on the day; only this payer's charges that are overdue and not
     *     deferred count
     * @param payments of the payer, in any order
     * @param levels the ladder
     * @return the step and its reason
     */
    public NextStep next(Arrears arrears, List<Promise.Paid> payments, DunningLevels levels) {
        LocalDate asOf = arrears.asOf();
        Arrears own = arrears.of(payer);
        long days = own.owed().stream().mapToLong(item -> item.daysOverdue(asOf)).max().orElse(0);
        DunningLevel level = levels.after(taken()).orElse(null);
        NextStep.Reason reason =
                resting(days, own.balance(Standing.DEFERRED))
                        .or(() -> promised(asOf, payments))
                        .orElseGet(() -> climbing(level, days));
        return new NextStep(reason, level, days, own.balance(Standing.OVERDUE));
    }

    /**
     * Decides on a step.
     *
     * @param contact the step as it goes to the log
     * @param facts what it is judged by
     * @param levels the ladder, of which no level is skipped unless its row allows it
     * @return the case after it; or refused because the step does not start here, skips a level,
     *     has no note, is an agreement without a promise, finds a promise broken or kept that is
     *     not, or closes a case of which something is overdue or put off
     */
    public Decision<DunningCase> take(Contact contact, StepFacts facts, DunningLevels levels) {
        List<Refusal> reasons = faults(contact, levels);
        fault(contact.action(), facts).ifPresent(reasons::add);
        if (!reasons.isEmpty()) {
            return Decision.refuse(reasons);
        }
        DunningState to = DunningLifecycle.next(state, contact.action()).orElseThrow();
        List<Contact> longer = new ArrayList<>(log);
        longer.add(contact);
        Promise made = contact.action() == DunningAction.TALK ? promise : facts.promised();
        Promise kept = to == DunningState.AGREED ? made : null;
        return Decision.accept(new DunningCase(id, payer, to, longer, kept));
    }

    private List<Refusal> faults(Contact contact, DunningLevels levels) {
        DunningAction action = contact.action();
        List<Refusal> reasons = new ArrayList<>();
        if (DunningLifecycle.next(state, action).isEmpty()) {
            reasons.add(wrongState(action));
        }
        levels.skippedBy(action, taken()).ifPresent(level -> reasons.add(skipped(action, level)));
        if (contact.note().isBlank()) {
            reasons.add(DunningRefusal.DUNNING_NOTE_MISSING.because("case", id.value()));
        }
        return reasons;
    }

    private Optional<Refusal> fault(DunningAction action, StepFacts facts) {
        boolean isFaulty =
                switch (action) {
                    case AGREE -> facts.promised() == null;
                    case BREAK -> isNot(Promise.Standing.BROKEN, facts);
                    case KEEP -> isNot(Promise.Standing.KEPT, facts);
                    case CLOSE -> facts.late().isPositive();
                    case NOTIFY, TALK, CALL, VISIT, DISPUTE, SETTLE, SUE -> false;
                };
        return isFaulty ? Optional.of(faultOf(action, facts)) : Optional.empty();
    }

    private boolean isNot(Promise.Standing standing, StepFacts facts) {
        return promise != null && promise.standing(facts.asOf(), facts.payments()) != standing;
    }

    private Refusal faultOf(DunningAction action, StepFacts facts) {
        if (action == DunningAction.AGREE) {
            return DunningRefusal.DUNNING_PROMISE_MISSING.because("case", id.value());
        }
        if (action == DunningAction.CLOSE || promise == null) {
            return DunningRefusal.DUNNING_STILL_OWED.because(
                    "case", id.value(), "open", facts.late().toString());
        }
        return DunningRefusal.DUNNING_PROMISE_STANDING.because(
                "case", id.value(),
                "standing", promise.standing(facts.asOf(), facts.payments()).name(),
                "action", action.name());
    }

    private Optional<NextStep.Reason> resting(long days, Money deferred) {
        if (state == DunningState.CLOSED) {
            return Optional.of(NextStep.Reason.CLOSED);
        }
        if (state == DunningState.DISPUTED) {
            return Optional.of(NextStep.Reason.DISPUTED);
        }
        if (days > 0 || promise != null) {
            return Optional.empty();
        }
        return Optional.of(
                deferred.isPositive() ? NextStep.Reason.DEFERRED : NextStep.Reason.NOTHING_OVERDUE);
    }

    private Optional<NextStep.Reason> promised(LocalDate asOf, List<Promise.Paid> payments) {
        if (promise == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (promise.standing(asOf, payments)) {
                    case PENDING -> NextStep.Reason.PROMISE_PENDING;
                    case KEPT -> NextStep.Reason.PROMISE_KEPT;
                    case BROKEN -> NextStep.Reason.PROMISE_BROKEN;
                });
    }

    private static NextStep.Reason climbing(@Nullable DunningLevel level, long days) {
        if (level == null) {
            return NextStep.Reason.ALL_TAKEN;
        }
        return days < level.daysOverdue() ? NextStep.Reason.TOO_EARLY : NextStep.Reason.DUE;
    }

    private Set<DunningAction> taken() {
        Set<DunningAction> taken = EnumSet.noneOf(DunningAction.class);
        log.forEach(contact -> taken.add(contact.action()));
        return taken;
    }

    private Refusal skipped(DunningAction action, DunningLevel level) {
        return DunningRefusal.DUNNING_LEVEL_SKIPPED.because(
                "case", id.value(), "action", action.name(), "level", level.key());
    }

    private Refusal wrongState(DunningAction action) {
        return DunningRefusal.DUNNING_WRONG_STATE.because(
                "case", id.value(),
                "state", state.name(),
                "action", action.name(),
                "legal", DunningLifecycle.legal(state));
    }
}
