package dev.guanjia.billing.settlement;

import dev.guanjia.billing.BillingRefusal;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Money;
import dev.guanjia.property.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Money that is handed over for a unit; {@link #take} decides on it.
 *
 * @param id which one
 * @param unit for which unit; what is left is kept there
 * @param amount how much; one that is not positive is refused by {@code take}
 * @param method how
 * @param paidOn the day
 */
public record Payment(
        PaymentId id, UnitId unit, Money amount, PaymentMethod method, LocalDate paidOn) {

    /**
     * Decides on the payment and shares it out, {@link OpenCharge#OLDEST_FIRST oldest first}; what
     * is left is kept as prepayment. Source: requirements 05 S20.
     *
     * @param open the payer's open charges, of this unit or of several, in any order, each once
     * @return what the money settles; or refused because it is not positive or a charge is in
     *     another currency
     */
    public Decision<PaymentTaken> take(List<OpenCharge> open) {
        return take(open, AllocationOrder.oldestFirst());
    }

    /**
     * Decides on the payment and shares it out; what is left is kept as prepayment.
     *
     * @param open the payer's open charges, of this unit or of several, in any order, each once
     * @param order which charges come first
     * @return what the money settles; or refused because it is not positive, a charge is in another
     *     currency, or the payer chose what cannot be
     */
    public Decision<PaymentTaken> take(List<OpenCharge> open, AllocationOrder order) {
        requireOnce(open);
        List<Refusal> reasons = new ArrayList<>();
        foreign(open)
                .map(other -> BillingRefusal.currencyMismatch(other, amount.currency()))
                .ifPresent(reasons::add);
        if (!amount.isPositive()) {
            reasons.add(BillingRefusal.PAYMENT_NOT_POSITIVE.because(amount));
        }
        return reasons.isEmpty() ? share(open, order) : Decision.refuse(reasons);
    }

    private Decision<PaymentTaken> share(List<OpenCharge> open, AllocationOrder order) {
        return order.share(amount, open)
                .fold(parts -> Decision.accept(taken(parts)), Decision::refuse);
    }

    private PaymentTaken taken(List<Allocation> parts) {
        Money left = parts.stream().map(Allocation::amount).reduce(amount, Money::minus);
        return new PaymentTaken(this, parts, left);
    }

    private Optional<Currency> foreign(List<OpenCharge> open) {
        return open.stream()
                .map(charge -> charge.open().currency())
                .filter(currency -> !currency.equals(amount.currency()))
                .findFirst();
    }

    private static void requireOnce(List<OpenCharge> open) {
        if (open.stream().map(OpenCharge::id).distinct().count() < open.size()) {
            throw new IllegalArgumentException("a charge stands twice: " + open);
        }
    }
}
