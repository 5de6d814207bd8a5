package dev.guanjia.billing.receipt;

import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.StaffId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The cash and other money that went through a collector's hands on a day, counted and handed over
 * (日清日结). Source: requirements 03 P-REMIT, P-CASH-DAILY; 06.
 *
 * <p>What is paid out is a negative taking by the method by which it leaves, on the day on which it
 * does. A closed day never changes: a payment that is reversed stays in the day on which it was
 * taken, and counts against the same collector on the day on which the reversal is decided. So the
 * cash of all days together is the cash that came in less the cash that went out.
 *
 * @param collector who took it
 * @param day the day
 * @param currency of the takings
 * @param takings what was taken and paid out, each document once at most either way
 * @param count the cash counted; null until the day is closed
 * @param handOver where the cash went; null until then, and only once closed
 */
public record CollectorDay(
        StaffId collector,
        LocalDate day,
        Currency currency,
        List<Taking> takings,
        @Nullable CashCount count,
        @Nullable CashHandOver handOver) {

    /** Where the takings of a day stand. */
    public enum State {
        /** Payments are taken. */
        OPEN,
        /** The cash was counted. */
        CLOSED,
        /** The cash was handed over. */
        HANDED_OVER
    }

    /** Each document stands once, and nothing uncounted is handed over. */
    public CollectorDay {
        takings = List.copyOf(takings);
        boolean isOneCurrency =
                takings.stream().allMatch(one -> one.amount().currency().equals(currency));
        long documents =
                takings.stream().map(one -> List.of(one.kind(), one.document())).distinct().count();
        if (!isOneCurrency || documents < takings.size() || (handOver != null && count == null)) {
            throw new IllegalArgumentException("takings of " + collector + " on " + day);
        }
    }

    /**
     * A day that begins.
     *
     * @param collector who takes payments
     * @param day the day
     * @param currency of the takings
     * @return nothing is taken yet
     */
    public static CollectorDay open(StaffId collector, LocalDate day, Currency currency) {
        return new CollectorDay(collector, day, currency, List.of(), null, null);
    }

    /**
     * The day with takings.
     *
     * @param all what was taken and paid out
     * @return the day with these in place of its own
     */
    public CollectorDay with(List<Taking> all) {
        return new CollectorDay(collector, day, currency, all, count, handOver);
    }

    /**
     * Tells where the takings stand.
     *
     * @return open, closed or handed over
     */
    public State state() {
        if (handOver != null) {
            return State.HANDED_OVER;
        }
        return count == null ? State.OPEN : State.CLOSED;
    }

    /**
     * Decides on money that came or went. Cash is counted when the day is closed; what the bank
     * tells later of it is not.
     *
     * @param taking what came or went
     * @param on the day on which it did
     * @return the day with it; or refused because it is cash and the day is closed, or it is of
     *     another day or stands here already
     * @throws IllegalArgumentException if it is in another currency
     */
    public Decision<CollectorDay> take(Taking taking, LocalDate on) {
        List<Refusal> reasons =
                taking.method() == PaymentMethod.CASH ? closed() : new ArrayList<>();
        String id = taking.document();
        if (!on.equals(day)) {
            reasons.add(
                    because(ReceiptRefusal.TAKINGS_OTHER_DAY, "payment", id, "on", on.toString()));
        }
        if (takings.stream().anyMatch(taking::isTwin)) {
            reasons.add(because(ReceiptRefusal.TAKINGS_TWICE, "payment", id));
        }
        List<Taking> all = new ArrayList<>(takings);
        all.add(taking);
        return reasons.isEmpty() ? Decision.accept(with(all)) : Decision.refuse(reasons);
    }

    /**
     * Decides on closing the day.
     *
     * @param given the cash counted
     * @return the day, closed, a difference on record; or refused because it is closed already, the
     *     count is negative or dated before the day, or a difference is not explained
     * @throws IllegalArgumentException if the cash is in another currency
     */
    public Decision<CollectorDay> close(CashCount given) {
        List<Refusal> reasons = closed();
        String counted = given.counted().toString();
        Money difference = given.difference(cash());
        if (given.counted().isNegative()) {
            reasons.add(because(ReceiptRefusal.TAKINGS_COUNT_NEGATIVE, "counted", counted));
        }
        if (given.on().isBefore(day)) {
            String on = given.on().toString();
            reasons.add(because(ReceiptRefusal.TAKINGS_COUNTED_TOO_EARLY, "on", on));
        }
        if (!difference.isZero() && given.explanation().isBlank()) {
            reasons.add(
                    because(
                            ReceiptRefusal.TAKINGS_DIFFERENCE_UNEXPLAINED,
                            "counted",
                            counted,
                            "cash",
                            given.counted().minus(difference).toString(),
                            "difference",
                            difference.toString()));
        }
        return reasons.isEmpty()
                ? Decision.accept(new CollectorDay(collector, day, currency, takings, given, null))
                : Decision.refuse(reasons);
    }

    /**
     * Decides on handing the cash over.
     *
     * @param given how much, to whom, when
     * @return the day, handed over; or refused because it is not closed or handed over already, the
     *     collector would receive it, it is not all that was counted, it is dated before the count,
     *     or without an approval too late or not known to be in time
     * @throws IllegalArgumentException if the cash is in another currency
     */
    public Decision<CollectorDay> handOver(CashHandOver given) {
        List<Refusal> reasons = new ArrayList<>();
        if (state() != State.CLOSED) {
            reasons.add(
                    because(
                            ReceiptRefusal.TAKINGS_NOT_CLOSED,
                            "collector",
                            collector.value(),
                            "state",
                            state().name()));
        }
        if (given.receiver().staff().equals(collector)) {
            reasons.add(because(ReceiptRefusal.TAKINGS_OWN, "staff", collector.value()));
        }
        spent(given).ifPresent(reasons::add);
        untimely(given).ifPresent(reasons::add);
        return reasons.isEmpty()
                ? Decision.accept(new CollectorDay(collector, day, currency, takings, count, given))
                : Decision.refuse(reasons);
    }

    /**
     * The takings by method.
     *
     * @return the sums, in the order of the methods; a method by which nothing went is left out
     */
    public SortedMap<PaymentMethod, Money> byMethod() {
        return sums(takings);
    }

    /**
     * The takings by kind and method.
     *
     * @return the sums, in the order of the kinds and methods; below zero where money was paid out
     */
    public SortedMap<Taking.Kind, SortedMap<PaymentMethod, Money>> byKind() {
        SortedMap<Taking.Kind, SortedMap<PaymentMethod, Money>> all = new TreeMap<>();
        for (Taking.Kind kind : Taking.Kind.values()) {
            List<Taking> some = takings.stream().filter(one -> one.kind() == kind).toList();
            if (!some.isEmpty()) {
                all.put(kind, sums(some));
            }
        }
        return all;
    }

    private static SortedMap<PaymentMethod, Money> sums(List<Taking> takings) {
        SortedMap<PaymentMethod, Money> sums = new TreeMap<>();
        takings.forEach(one -> sums.merge(one.method(), one.amount(), Money::plus));
        return sums;
    }

    /**
     * All that was taken.
     *
     * @return the sum over all methods; below zero where more was paid out than taken
     */
    public Money total() {
        return byMethod().values().stream().reduce(Money.zero(currency), Money::plus);
    }

    /**
     * What was taken in cash.
     *
     * @return below zero where more was paid out than taken, and the safe gave the rest
     */
    public Money cash() {
        return byMethod().getOrDefault(PaymentMethod.CASH, Money.zero(currency));
    }

    /**
     * What was counted less what should have been there.
     *
     * @return below zero when cash is missing; empty until the day is closed
     */
    public Optional<Money> difference() {
        return Optional.ofNullable(count).map(given -> given.difference(cash()));
    }

    /**
     * Whether the day was counted on the same day and nothing was missing or too much.
     *
     * @return false until it is closed
     */
    public boolean isSettledSameDay() {
        return count != null
                && count.on().equals(day)
                && difference().filter(Money::isZero).isPresent();
    }

    private List<Refusal> closed() {
        List<Refusal> reasons = new ArrayList<>();
        if (state() != State.OPEN) {
            reasons.add(because(ReceiptRefusal.TAKINGS_CLOSED, "collector", collector.value()));
        }
        return reasons;
    }

    private Optional<Refusal> spent(CashHandOver given) {
        return Optional.ofNullable(count)
                .map(CashCount::counted)
                .filter(counted -> given.cash().compareTo(counted) != 0)
                .map(
                        counted ->
                                because(
                                        ReceiptRefusal.TAKINGS_SPENT,
                                        "counted",
                                        counted.toString(),
                                        "handed",
                                        given.cash().toString()));
    }

    private Optional<Refusal> untimely(CashHandOver given) {
        String on = given.on().toString();
        LocalDate first = count == null ? day : count.on();
        if (given.on().isBefore(first)) {
            return Optional.of(because(ReceiptRefusal.TAKINGS_TOO_EARLY, "on", on));
        }
        return given.isLate(day) && given.approval().isBlank()
                ? Optional.of(given.lateness(day))
                : Optional.empty();
    }

    private Refusal because(ReceiptRefusal code, String... facts) {
        List<String> all = new ArrayList<>(List.of(facts));
        all.add("day");
        all.add(day.toString());
        return code.because(all.toArray(String[]::new));
    }
}
