package dev.guanjia.workorder.paid;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A job that an owner may have to pay for, from the quote to the charge and the refund (有偿维修、特约服务).
 * Source: 03 P-PAID-REPAIR, P-SPECIAL-SERVICE; 05 S10 B 4.
 *
 * <p>Shape: what was consented to is what is charged. Work that costs more needs another quote and
 * consent first; so does a smaller charge.
 *
 * @param terms who bears the cost, and the guarantee
 * @param state where it stands
 * @param quote the latest quote
 * @param consent the owner's consent to that quote; null before
 * @param done what was done, at the prices of the quote's day; empty before
 * @param since when it came to the state
 * @param refunds in the order they were given
 */
public record PaidWork(
        PaidTerms terms,
        PaidState state,
        Quote quote,
        @Nullable OwnerWord consent,
        List<PaidLine> done,
        Instant since,
        List<Refund> refunds) {

    /** Copies; nothing is done without consent, nor beyond it. */
    public PaidWork {
        done = List.copyOf(done);
        refunds = List.copyOf(refunds);
        boolean isDone =
                switch (state) {
                    case QUOTED, CONSENTED, DECLINED, EXPIRED -> false;
                    case DONE, REJECTED, ACCEPTED -> true;
                };
        boolean isConsented = isDone || state == PaidState.CONSENTED;
        if (isConsented == (consent == null) || isDone == done.isEmpty()) {
            throw new IllegalArgumentException(state + " with " + consent + " and " + done);
        }
        if (isDone && PaidLine.total(done).compareTo(quote.total()) > 0) {
            throw new IllegalArgumentException("done beyond " + quote.total() + ": " + done);
        }
    }

    /**
     * Begins.
     *
     * @param terms who bears the cost, and the guarantee
     * @param quote the first quote
     * @return paid work, quoted
     */
    public static PaidWork of(PaidTerms terms, Quote quote) {
        return new PaidWork(terms, PaidState.QUOTED, quote, null, List.of(), quote.at(), List.of());
    }

    /**
     * Quotes again; an earlier consent no longer counts.
     *
     * @param next the new quote, for the same unit
     * @return the work afterwards, or refused with {@code WRONG_STATE}, {@code TIME_RUNS_BACKWARDS}
     *     or {@code OTHER_UNIT}
     */
    public Decision<PaidWork> quote(Quote next) {
        List<Refusal> reasons = new ArrayList<>(notNow(PaidAction.QUOTE, next.at()));
        if (!next.unit().equals(quote.unit())) {
            reasons.add(
                    PaidRefusal.OTHER_UNIT.because(
                            "unit", next.unit().value(), "expected", quote.unit().value()));
        }
        return decide(
                reasons,
                () ->
                        new PaidWork(
                                terms,
                                PaidState.QUOTED,
                                next,
                                null,
                                List.of(),
                                next.at(),
                                refunds));
    }

    /**
     * The owner agrees to the quote.
     *
     * @param word who, when and how
     * @param total the amount they agreed to
     * @return the work afterwards, or refused with {@code WRONG_STATE}, {@code
     *     TIME_RUNS_BACKWARDS}, {@code NOT_THE_OWNER}, {@code QUOTE_ENDED} or {@code OTHER_AMOUNT}
     */
    public Decision<PaidWork> consent(OwnerWord word, Money total) {
        List<Refusal> reasons = new ArrayList<>(against(PaidAction.CONSENT, word));
        if (!word.at().isBefore(quote.until())) {
            reasons.add(ending(PaidRefusal.QUOTE_ENDED, word.at()));
        }
        if (!total.equals(quote.total())) {
            reasons.add(
                    PaidRefusal.OTHER_AMOUNT.because(
                            "consented", total.toString(), "quoted", quote.total().toString()));
        }
        return decide(reasons, () -> moved(PaidAction.CONSENT, word, done, word.at()));
    }

    /**
     * The owner declines the quote, or accepts or rejects the work.
     *
     * @param action {@code DECLINE}, {@code ACCEPT} or {@code REJECT}
     * @param word who, when and how
     * @return the work afterwards, or refused with {@code WRONG_STATE}, {@code TIME_RUNS_BACKWARDS}
     *     or {@code NOT_THE_OWNER}
     * @throws IllegalArgumentException for another action
     */
    public Decision<PaidWork> answer(PaidAction action, OwnerWord word) {
        switch (action) {
            case DECLINE, ACCEPT, REJECT -> {}
            case QUOTE, CONSENT, EXPIRE, FINISH ->
                    throw new IllegalArgumentException(action + " is no answer of an owner");
        }
        return decide(against(action, word), () -> moved(action, consent, done, word.at()));
    }

    /**
     * Lets a quote end that nobody answered.
     *
     * @param at when
     * @return the work afterwards, or refused with {@code WRONG_STATE}, {@code TIME_RUNS_BACKWARDS}
     *     or {@code QUOTE_NOT_ENDED}
     */
    public Decision<PaidWork> expire(Instant at) {
        List<Refusal> reasons = new ArrayList<>(notNow(PaidAction.EXPIRE, at));
        if (reasons.isEmpty() && at.isBefore(quote.until())) {
            reasons.add(ending(PaidRefusal.QUOTE_NOT_ENDED, at));
        }
        return decide(reasons, () -> moved(PaidAction.EXPIRE, null, done, at));
    }

    /**
     * The worker says what was done.
     *
     * @param lines what was done, priced as the quote
     * @param at when
     * @return the work afterwards, or refused with {@code WRONG_STATE}, {@code
     *     TIME_RUNS_BACKWARDS}, {@code NO_LINES}, {@code OTHER_CURRENCY} or {@code OVER_CONSENT}
     */
    public Decision<PaidWork> finish(List<PaidLine> lines, Instant at) {
        List<Refusal> reasons = new ArrayList<>(notNow(PaidAction.FINISH, at));
        if (reasons.isEmpty()) {
            beyond(lines).ifPresent(reasons::add);
        }
        return decide(reasons, () -> moved(PaidAction.FINISH, consent, lines, at));
    }

    /**
     * What billing is to charge, once the owner has accepted.
     *
     * @return the charge, the same however often it is asked for; or refused with {@code
     *     NOT_CHARGEABLE}, {@code WRONG_STATE} or {@code NOTHING_TO_CHARGE}
     */
    public Decision<PaidCharge> charge() {
        if (terms.cover() != PaidTerms.Cover.PAID) {
            return no(PaidRefusal.NOT_CHARGEABLE.because("cover", terms.cover().name()));
        }
        if (state != PaidState.ACCEPTED) {
            return no(wrongState("CHARGE"));
        }
        return quote.total().isZero()
                ? no(PaidRefusal.NOTHING_TO_CHARGE.because("total", quote.total().toString()))
                : Decision.accept(new PaidCharge(quote.unit(), quote.total(), quote.lines()));
    }

    /**
     * Gives money back because the owner did not accept the work, or it failed within the
     * guarantee.
     *
     * @param refund how much and why, by whom and when
     * @param charged what was charged for this work, in advance or after acceptance
     * @return the work afterwards, or refused with every reason
     */
    public Decision<PaidWork> refund(Refund refund, Money charged) {
        List<Refusal> reasons = new Refunding(this, charged).against(refund);
        List<Refund> all = new ArrayList<>(refunds);
        all.add(refund);
        return decide(reasons, () -> new PaidWork(terms, state, quote, consent, done, since, all));
    }

    /**
     * When the guarantee ends.
     *
     * @return the instant, excluded; empty before the work is accepted
     */
    public Optional<Instant> guaranteedUntil() {
        return state == PaidState.ACCEPTED
                ? Optional.of(since.plus(Duration.ofDays(terms.guaranteeDays())))
                : Optional.empty();
    }

    private Optional<Refusal> beyond(List<PaidLine> lines) {
        if (lines.isEmpty()) {
            return Optional.of(PaidRefusal.NO_LINES.because());
        }
        Money consented = quote.total();
        for (PaidLine line : lines) {
            if (!line.price().currency().equals(consented.currency())) {
                return Optional.of(PaidRefusal.otherCurrency(consented, line.price()));
            }
        }
        Money actual = PaidLine.total(lines);
        return actual.compareTo(consented) <= 0
                ? Optional.empty()
                : Optional.of(
                        PaidRefusal.OVER_CONSENT.because(
                                "actual", actual.toString(), "consented", consented.toString()));
    }

    private List<Refusal> against(PaidAction action, OwnerWord word) {
        List<Refusal> reasons = new ArrayList<>(notNow(action, word.at()));
        if (!word.owner().equals(quote.owner())) {
            reasons.add(
                    PaidRefusal.NOT_THE_OWNER.because(
                            "owner", word.owner().value(), "asked", quote.owner().value()));
        }
        return reasons;
    }

    private List<Refusal> notNow(PaidAction action, Instant at) {
        if (PaidState.TABLE.next(state, action).isEmpty()) {
            return List.of(wrongState(action.name()));
        }
        return at.isBefore(since) ? List.of(PaidRefusal.timeRunsBackwards(at, since)) : List.of();
    }

    private Refusal wrongState(String action) {
        return PaidRefusal.WRONG_STATE.because(
                "state", state.name(),
                "action", action,
                "legal", PaidState.TABLE.legal(state));
    }

    private Refusal ending(PaidRefusal code, Instant at) {
        return code.because("at", at.toString(), "until", quote.until().toString());
    }

    private PaidWork moved(
            PaidAction action, @Nullable OwnerWord word, List<PaidLine> lines, Instant at) {
        PaidState next = PaidState.TABLE.next(state, action).orElseThrow();
        return new PaidWork(terms, next, quote, word, lines, at, refunds);
    }

    private Decision<PaidWork> decide(List<Refusal> reasons, Supplier<PaidWork> outcome) {
        return reasons.isEmpty() ? Decision.accept(outcome.get()) : Decision.refuse(reasons);
    }

    private static <T> Decision<T> no(Refusal reason) {
        return Decision.refuse(List.of(reason));
    }
}
