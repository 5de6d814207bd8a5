package dev.guanjia.billing.settlement;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Money of a payment was given back: first what was kept, then what settled charges, the last
 * settled first; those charges are open again.
 *
 * @param before how the payment stood
 * @param refund the approved refund
 * @param method how the money left
 * @param on the day
 */
public record RefundPaid(SettledPayment before, Refund refund, PaymentMethod method, LocalDate on) {

    /**
     * How the payment stands now.
     *
     * @return less of it is kept or settles charges
     */
    public SettledPayment after() {
        Money amount = refund.proposal().amount();
        return new SettledPayment(
                before.taken(),
                cut(true),
                before.refunded().plus(amount),
                before.paidOut(),
                on,
                before.reversal());
    }

    /**
     * What had been kept for charges to come and is no longer.
     *
     * @return zero or more
     */
    public Money kept() {
        return refund.proposal().amount().min(before.left());
    }

    /**
     * The charges that are open again.
     *
     * @return what no longer is settled, in the order in which it was settled
     */
    public List<Allocation> reopened() {
        return cut(false);
    }

    /** What was paid out with a refund of its charge went already. */
    private List<Allocation> cut(boolean kept) {
        Map<ChargeId, Money> out = new HashMap<>(before.paidOut());
        Money zero = Money.zero(before.left().currency());
        Money over = refund.proposal().amount().minus(before.left());
        List<Allocation> parts = new ArrayList<>();
        for (int i = before.standing().size() - 1; i >= 0; i--) {
            Allocation part = before.standing().get(i);
            Money held = out.getOrDefault(part.charge(), zero).min(part.amount());
            out.computeIfPresent(part.charge(), (charge, rest) -> rest.minus(held));
            Money gone = over.isPositive() ? over.min(part.amount().minus(held)) : zero;
            Money share = kept ? part.amount().minus(gone) : gone;
            if (share.isPositive()) {
                parts.add(0, new Allocation(part.charge(), part.key(), share));
            }
            over = over.minus(gone);
        }
        return List.copyOf(parts);
    }
}
