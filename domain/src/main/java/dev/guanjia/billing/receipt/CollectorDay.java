package dev.guanjia.billing.receipt;

import dev.guanjia.billing.settlement.Payment;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
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
 * What a collector took on a day, counted and handed over (日清日结). Source: requirements 03 P-REMIT,
 * P-CASH-DAILY; 06.
 *
 * <p>A closed day never changes. A payment that is reversed stays in the day on which it was taken;
 * its reversal counts in the day of the same collector on which it is decided, as a negative taking
 * by the same method. So the money of all days together is the money of all payments that stand,
 * and a day of today accounts for cash that is given back or entered anew for another unit.
 *
 * @param collector who took it
 * @param day the day
 * @param currency of the takings
 * @param takings what was taken and taken back, each payment once at most either way
 * @param count the cash counted; null until the day is closed
 * @param handOver where the cash went; null until then, and only once closed
 */
public record CollectorDay(
        StaffId collector,
        LocalDate day,
        Currency currency,
        List<Taking> takings,
        @Nullable Count count,
        @Nullable HandOver handOver) {

    /** Where the takings of a day stand. */
    public enum State {
        /** Payments are taken. */
        OPEN,
        /** The cash was counted. */
        CLOSED,
        /** The cash was handed over. */
        HANDED_OVER
    }

    /**
     * Cash counted.
     *
     * @param counted how much, zero or more
     * @param explanation why it is not what was taken; may be blank where it is
     */
    public record Count(Money counted, String explanation) {}

    /**
     * Cash handed over.
     *
     * @param cash how much
     * @param receiver who took it over
     * @param on the day
     * @param approval the reference of the approval of a late one; may be blank on the same day
     */
    public record HandOver(Money cash, Actor receiver, LocalDate on, String approval) {}

    /** Each payment stands once, and nothing uncounted is handed over. */
    public CollectorDay {
        takings = List.copyOf(takings);
        boolean sound =
                takings.stream()
                        .map(Taking::amount)
                        .allMatch(sum -> !sum.isZero() && sum.currency().equals(currency));
        long payments =
                takings.stream()
                        .map(one -> List.of(one.payment(), one.amount().isNegative()))
                        .distinct()
                        .count();
        if (!sound || payments < takings.size() || (handOver != null && count == null)) {
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
     * Decides on a payment taken.
     *
     * @param payment one that was accepted
     * @return the day with it; or refused because it is cash and the day is closed, or the payment
     *     is of another day or stands here already
     * @throws IllegalArgumentException if the payment is in another currency
     */
    public Decision<CollectorDay> take(Payment payment) {
        return with(new Taking(payment.id(), payment.method(), payment.amount()), payment.paidOn());
    }

    /**
     * Decides on the reversal of a payment that this collector took on this day or before.
     *
     * @param payment one that is reversed
     * @param on the day on which the reversal is decided
     * @return the day with the payment taken back; or refused because it is cash and the day is
     *     closed, the reversal is of another day or stands here already
     * @throws IllegalArgumentException if the payment is in another currency
     */
    public Decision<CollectorDay> takeBack(Payment payment, LocalDate on) {
        return with(new Taking(payment.id(), payment.method(), payment.amount().negated()), on);
    }

    /** Cash is counted when the day is closed; what the bank tells later of it is not. */
    private Decision<CollectorDay> with(Taking taking, LocalDate on) {
        List<Refusal> reasons =
                taking.method() == PaymentMethod.CASH ? closed() : new ArrayList<>();
        String id = taking.payment().value();
        if (!on.equals(day)) {
            reasons.add(
                    because(ReceiptRefusal.TAKINGS_OTHER_DAY, "payment", id, "on", on.toString()));
        }
        if (takings.stream().anyMatch(taking::isTwin)) {
            reasons.add(because(ReceiptRefusal.TAKINGS_TWICE, "payment", id));
        }
        List<Taking> all = new ArrayList<>(takings);
        all.add(taking);
        return reasons.isEmpty()
                ? Decision.accept(new CollectorDay(collector, day, currency, all, count, handOver))
                : Decision.refuse(reasons);
    }

    /**
     * Decides on closing the day.
     *
     * @param given the cash counted
     * @return the day, closed, a difference on record; or refused because it is closed already, the
     *     count is negative, or a difference is not explained
     * @throws IllegalArgumentException if the cash is in another currency
     */
    public Decision<CollectorDay> close(Count given) {
        List<Refusal> reasons = closed();
        String counted = given.counted().toString();
        Money difference = given.counted().minus(cash());
        if (given.counted().isNegative()) {
            reasons.add(because(ReceiptRefusal.TAKINGS_COUNT_NEGATIVE, "counted", counted));
        }
        if (!difference.isZero() && given.explanation().isBlank()) {
            reasons.add(
                    because(
                            ReceiptRefusal.TAKINGS_DIFFERENCE_UNEXPLAINED,
                            "counted",
                            counted,
                            "cash",
                            cash().toString(),
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
     *     collector would receive it, it is not all that was counted, it is dated before the day,
     *     or after it without an approval
     * @throws IllegalArgumentException if the cash is in another currency
     */
    public Decision<CollectorDay> handOver(HandOver given) {
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
     * @return the sums, in the order of the methods; a method by which nothing was paid is left out
     */
    public SortedMap<PaymentMethod, Money> byMethod() {
        SortedMap<PaymentMethod, Money> sums = new TreeMap<>();
        takings.forEach(one -> sums.merge(one.method(), one.amount(), Money::plus));
        return sums;
    }

    /**
     * All that was taken.
     *
     * @return the sum over all methods; below zero where more was taken back than taken
     */
    public Money total() {
        return byMethod().values().stream().reduce(Money.zero(currency), Money::plus);
    }

    /**
     * What was taken in cash.
     *
     * @return below zero where more was taken back than taken
     */
    public Money cash() {
        return byMethod().getOrDefault(PaymentMethod.CASH, Money.zero(currency));
    }

    /**
     * What was counted less what was taken in cash.
     *
     * @return below zero when cash is missing; empty until the day is closed
     */
    public Optional<Money> difference() {
        return Optional.ofNullable(count).map(given -> given.counted().minus(cash()));
    }

    private List<Refusal> closed() {
        List<Refusal> reasons = new ArrayList<>();
        if (state() != State.OPEN) {
            reasons.add(because(ReceiptRefusal.TAKINGS_CLOSED, "collector", collector.value()));
        }
        return reasons;
    }

    private Optional<Refusal> spent(HandOver given) {
        return Optional.ofNullable(count)
                .map(Count::counted)
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

    private Optional<Refusal> untimely(HandOver given) {
        String on = given.on().toString();
        if (given.on().isBefore(day)) {
            return Optional.of(because(ReceiptRefusal.TAKINGS_TOO_EARLY, "on", on));
        }
        return given.on().isAfter(day) && given.approval().isBlank()
                ? Optional.of(because(ReceiptRefusal.TAKINGS_LATE, "on", on))
                : Optional.empty();
    }

    private Refusal because(ReceiptRefusal code, String... facts) {
        List<String> all = new ArrayList<>(List.of(facts));
        all.add("day");
        all.add(day.toString());
        return code.because(all.toArray(String[]::new));
    }
}
