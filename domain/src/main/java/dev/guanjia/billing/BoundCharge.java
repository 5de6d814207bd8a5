package dev.guanjia.billing;

import dev.guanjia.billing.fee.ChargeBasis;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.Actor;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A charge that binds, and what became of it. It stands until it is reversed; its days are charged
 * again at most once, by its successors, and whoever wants to correct them again corrects those.
 *
 * @param charge the charge
 * @param reversal how it was taken back; null while it stands
 * @param successors the charges that replace it, one per payer and stretch of days
 */
public record BoundCharge(
        Charge charge, @Nullable ChargeReversal reversal, List<ChargeId> successors) {

    /** What stands is not replaced. */
    public BoundCharge {
        successors = List.copyOf(successors);
        if (reversal == null && !successors.isEmpty()) {
            throw new IllegalArgumentException(charge.id() + " stands beside " + successors);
        }
        if (reversal != null && !reversal.charge().equals(charge.id())) {
            throw new IllegalArgumentException("not of " + charge.id() + ": " + reversal);
        }
    }

    /**
     * A charge that stands.
     *
     * @param charge the charge
     */
    public BoundCharge(Charge charge) {
        this(charge, null, List.of());
    }

    /**
     * Decides on taking it back.
     *
     * @param reason why
     * @param on the accounting day
     * @param actor who does it
     * @return the reversal; or refused with {@link BillingRefusal#CHARGE_REPLACED} naming the first
     *     successor, {@link BillingRefusal#CHARGE_REVERSED_ALREADY}, {@link
     *     BillingRefusal#CHARGE_OF_ORDER} or {@link BillingRefusal#REVERSAL_WITHOUT_REASON}
     */
    public Decision<ChargeReversal> reverse(String reason, LocalDate on, Actor actor) {
        if (reversal != null) {
            return refuse(successors.isEmpty() ? reversed(reversal) : replaced());
        }
        if (charge.key().order() != null && basis() == ChargeBasis.ORDER) {
            return refuse(
                    BillingRefusal.CHARGE_OF_ORDER.because(
                            "charge", charge.id().value(), "order", charge.key().order()));
        }
        return reason.isBlank()
                ? refuse(of(BillingRefusal.REVERSAL_WITHOUT_REASON))
                : Decision.accept(new ChargeReversal(charge.id(), reason, on, actor));
    }

    /**
     * Decides on what needs the charge as it is, such as money that comes in for it.
     *
     * @return the charge; or refused with {@link BillingRefusal#CHARGE_REVERSED_ALREADY}
     */
    public Decision<BoundCharge> requireStanding() {
        return reversal == null ? Decision.accept(this) : refuse(reversed(reversal));
    }

    /**
     * Decides on charging its days again.
     *
     * @return the charge to be replaced; or refused with {@link
     *     BillingRefusal#CHARGE_NOT_REVERSED}, {@link BillingRefusal#CHARGE_REPLACED} naming the
     *     first successor, or {@link BillingRefusal#CHARGE_NOT_CALCULATED}
     */
    public Decision<Charge> replace() {
        if (reversal == null) {
            return refuse(of(BillingRefusal.CHARGE_NOT_REVERSED));
        }
        if (!successors.isEmpty()) {
            return refuse(replaced());
        }
        return basis().isCalculated()
                ? Decision.accept(charge)
                : refuse(
                        BillingRefusal.CHARGE_NOT_CALCULATED.because(
                                "charge",
                                charge.id().value(),
                                "item",
                                charge.key().feeItem().value()));
    }

    private ChargeBasis basis() {
        return charge.trace().segments().get(0).quantity().basis();
    }

    private Refusal of(BillingRefusal code) {
        return code.because("charge", charge.id().value());
    }

    private Refusal reversed(ChargeReversal before) {
        return BillingRefusal.CHARGE_REVERSED_ALREADY.because(
                "charge", charge.id().value(), "on", before.on().toString());
    }

    private Refusal replaced() {
        return BillingRefusal.CHARGE_REPLACED.because(
                "charge", charge.id().value(), "successor", successors.get(0).value());
    }

    private static <T> Decision<T> refuse(Refusal reason) {
        return Decision.refuse(List.of(reason));
    }
}
