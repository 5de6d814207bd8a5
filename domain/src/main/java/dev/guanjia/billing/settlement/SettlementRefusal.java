package dev.guanjia.billing.settlement;

import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import java.time.LocalDate;
import java.util.Optional;

/** Why a payment, its reversal or its refund is refused, most important first. */
public enum SettlementRefusal implements RefusalCode {
    /** The payer names a charge of which nothing is open. */
    CHOICE_NOT_OPEN("choice-not-open"),
    /** The payer gives a charge nothing or less. */
    CHOICE_NOT_POSITIVE("choice-not-positive"),
    /** The payer gives a charge more than is open of it. */
    CHOICE_OVER_OPEN("choice-over-open"),
    /** At this charge the amounts chosen come to more than was paid. */
    CHOICE_OVER_PAYMENT("choice-over-payment"),
    /** A reversed payment is not reversed or refunded again. */
    PAYMENT_REVERSED("payment-reversed"),
    /** A payment of which something was refunded is not reversed. */
    PAYMENT_REFUNDED("payment-refunded"),
    /** Who proposed a reversal does not approve it. */
    PAYMENT_REVERSAL_OWN("payment-reversal-own"),
    /** The reversal is not where this action starts. */
    PAYMENT_REVERSAL_WRONG_STATE("payment-reversal-wrong-state"),
    /** A reversal or refund says why. */
    SETTLEMENT_WITHOUT_REASON("settlement-without-reason"),
    /** A reversal or refund names the approval it rests on. */
    SETTLEMENT_WITHOUT_APPROVAL("settlement-without-approval"),
    /** What undoes a payment is not dated before what it follows. */
    SETTLEMENT_TOO_EARLY("settlement-too-early"),
    /** A refund is more than zero. */
    PAYMENT_REFUND_NOT_POSITIVE("payment-refund-not-positive"),
    /** A refund is not more than is left of what was paid. */
    PAYMENT_REFUND_OVER_LEFT("payment-refund-over-left"),
    /** Who proposed a refund does not approve it. */
    PAYMENT_REFUND_OWN("payment-refund-own"),
    /** The refund is not where this action starts. */
    PAYMENT_REFUND_WRONG_STATE("payment-refund-wrong-state");

    private final String key;

    SettlementRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }

    static Optional<Refusal> blank(SettlementRefusal code, PaymentId payment, String text) {
        return text.isBlank()
                ? Optional.of(code.because("payment", payment.value()))
                : Optional.empty();
    }

    static Optional<Refusal> early(PaymentId payment, LocalDate after, LocalDate on) {
        return on.isBefore(after)
                ? Optional.of(
                        SETTLEMENT_TOO_EARLY.because(
                                "payment", payment.value(),
                                "after", after.toString(),
                                "on", on.toString()))
                : Optional.empty();
    }
}
