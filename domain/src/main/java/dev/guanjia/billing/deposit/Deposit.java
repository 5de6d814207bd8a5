package dev.guanjia.billing.deposit;

import dev.guanjia.billing.BillingRefusal;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Money held for somebody else (押金), a liability until it is paid back. Source: requirements 03
 * P-DEPOSIT; 06.
 *
 * @param taken how it came in
 * @param events what was done to it, in order
 */
public record Deposit(DepositTaken taken, List<DepositEvent> events) {

    /** The events follow one another, and never take out more than came in. */
    public Deposit {
        events = List.copyOf(events);
        state(events);
        if (!taken.amount().isPositive() || left(taken, events).isNegative()) {
            throw new IllegalArgumentException("deposit " + taken + " cannot come to " + events);
        }
    }

    /**
     * Where it stands.
     *
     * @return the state after the last event
     */
    public DepositState state() {
        return state(events);
    }

    /**
     * What is still held.
     *
     * @return received less deducted less refunded, zero or more
     */
    public Money balance() {
        return left(taken, events);
    }

    /**
     * Decides on a deduction.
     *
     * @param deduction how much, why, and with which consent
     * @param by who
     * @param on the day
     * @return the deposit after it; or refused because it is not where this starts, dated too
     *     early, of another currency, nothing, more than is left, without a reason or consent
     */
    public Decision<Deposit> deduct(DepositDeduction deduction, Actor by, LocalDate on) {
        List<Refusal> reasons = starting(DepositAction.DEDUCT, on);
        Money amount = deduction.amount();
        overBalance(amount).ifPresent(reasons::add);
        if (!amount.isPositive()) {
            reasons.add(DepositRefusal.DEPOSIT_NOT_POSITIVE.because("amount", amount.toString()));
        }
        if (deduction.reason().isBlank()) {
            reasons.add(because(DepositRefusal.DEDUCTION_WITHOUT_REASON));
        }
        if (deduction.consent().isBlank()) {
            reasons.add(because(DepositRefusal.DEDUCTION_WITHOUT_CONSENT));
        }
        return decide(
                reasons,
                new DepositEvent(
                        DepositAction.DEDUCT,
                        by,
                        on,
                        amount,
                        deduction.reason(),
                        deduction.consent()));
    }

    /**
     * Decides on the check of customer service.
     *
     * @param by who, other than who took it [P]
     * @param on the day
     * @return the deposit, checked; or refused because it is not where this starts, dated too
     *     early, or by who took it
     */
    public Decision<Deposit> check(Actor by, LocalDate on) {
        List<Refusal> reasons = starting(DepositAction.CHECK, on);
        samePerson(DepositAction.CHECK, by, taken.by()).ifPresent(reasons::add);
        return decide(reasons, event(DepositAction.CHECK, by, on, ""));
    }

    /**
     * Decides on the payout.
     *
     * @param amount how much
     * @param by who, other than who checked it
     * @param on the day
     * @return the deposit, refunded; or refused because it is not signed, dated too early, by who
     *     checked it, or not the amount that was signed
     */
    public Decision<Deposit> refund(Money amount, Actor by, LocalDate on) {
        List<Refusal> reasons = starting(DepositAction.REFUND, on);
        checker()
                .flatMap(checker -> samePerson(DepositAction.REFUND, by, checker))
                .ifPresent(reasons::add);
        if (!amount.equals(balance())) {
            reasons.add(
                    DepositRefusal.DEPOSIT_REFUND_NOT_AS_SIGNED.because(
                            "deposit", taken.id().value(),
                            "amount", amount.toString(),
                            "signed", balance().toString()));
        }
        return decide(reasons, new DepositEvent(DepositAction.REFUND, by, on, amount, "", ""));
    }

    /** Takes over a step of its sheet. */
    Decision<Deposit> follow(DepositAction action, Actor by, LocalDate on, String sheet) {
        return decide(starting(action, on), event(action, by, on, sheet));
    }

    /** The reasons against an action in this state on a day. */
    List<Refusal> starting(DepositAction action, LocalDate on) {
        List<Refusal> reasons = new ArrayList<>();
        if (DepositLifecycle.next(state(), action).isEmpty()) {
            reasons.add(
                    DepositRefusal.DEPOSIT_WRONG_STATE.because(
                            "deposit", taken.id().value(),
                            "state", state().name(),
                            "action", action.name(),
                            "legal", DepositLifecycle.legal(state())));
        }
        LocalDate last = events.isEmpty() ? taken.on() : events.get(events.size() - 1).on();
        tooEarly(on, last).ifPresent(reasons::add);
        return reasons;
    }

    /** The reason, if a day is before the earliest. */
    static Optional<Refusal> tooEarly(LocalDate day, LocalDate earliest) {
        return day.isBefore(earliest)
                ? Optional.of(
                        DepositRefusal.DEPOSIT_STEP_TOO_EARLY.because(
                                "day", day.toString(), "earliest", earliest.toString()))
                : Optional.empty();
    }

    /** The reason, if two steps are by one person. */
    static Optional<Refusal> samePerson(DepositAction action, Actor by, Actor before) {
        return by.staff().equals(before.staff())
                ? Optional.of(
                        DepositRefusal.DEPOSIT_SAME_PERSON.because(
                                "action", action.name(), "staff", by.staff().value()))
                : Optional.empty();
    }

    private Optional<Actor> checker() {
        return events.stream()
                .filter(event -> event.action() == DepositAction.CHECK)
                .map(DepositEvent::by)
                .findFirst();
    }

    private Optional<Refusal> overBalance(Money amount) {
        if (!amount.currency().equals(taken.amount().currency())) {
            return Optional.of(
                    BillingRefusal.currencyMismatch(taken.amount().currency(), amount.currency()));
        }
        return amount.compareTo(balance()) <= 0
                ? Optional.empty()
                : Optional.of(
                        DepositRefusal.DEDUCTION_OVER_BALANCE.because(
                                "amount", amount.toString(), "balance", balance().toString()));
    }

    private DepositEvent event(DepositAction action, Actor by, LocalDate on, String paper) {
        return new DepositEvent(action, by, on, Money.zero(taken.amount().currency()), "", paper);
    }

    private Refusal because(DepositRefusal code) {
        return code.because("deposit", taken.id().value());
    }

    private Decision<Deposit> decide(List<Refusal> reasons, DepositEvent event) {
        if (!reasons.isEmpty()) {
            return Decision.refuse(reasons);
        }
        List<DepositEvent> after = new ArrayList<>(events);
        after.add(event);
        return Decision.accept(new Deposit(taken, after));
    }

    private static DepositState state(List<DepositEvent> events) {
        DepositState state = DepositState.RECEIVED;
        for (DepositEvent event : events) {
            state =
                    DepositLifecycle.next(state, event.action())
                            .orElseThrow(
                                    () -> new IllegalArgumentException("out of order: " + events));
        }
        return state;
    }

    private static Money left(DepositTaken taken, List<DepositEvent> events) {
        return events.stream().map(DepositEvent::amount).reduce(taken.amount(), Money::minus);
    }
}
