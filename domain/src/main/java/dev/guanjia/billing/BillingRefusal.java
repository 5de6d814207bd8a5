package dev.guanjia.billing;

import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import dev.guanjia.money.Money;
import java.util.Currency;

/** Why billing and settlement say no, most important first. */
public enum BillingRefusal implements RefusalCode {
    /** The bill run is not where this action starts; no step is skipped or done twice. */
    BILL_RUN_WRONG_STATE("bill-run-wrong-state"),
    /** The calculation has not reached every unit. */
    BILL_RUN_INCOMPLETE("bill-run-incomplete"),
    /** Not every charge of the run stands in the accounts; facts {@code done}, {@code total}. */
    BILL_RUN_HALF_ENTERED("bill-run-half-entered"),
    /** A charge is reversed once; facts {@code charge}, {@code on}. */
    CHARGE_REVERSED_ALREADY("charge-reversed-already"),
    /** Its days are charged by another; facts {@code charge}, {@code successor}. */
    CHARGE_REPLACED("charge-replaced"),
    /** Only days whose charge was reversed are charged again; facts {@code charge}. */
    CHARGE_NOT_REVERSED("charge-not-reversed"),
    /** No run calculates it, so none can again; facts {@code charge}, {@code item}. */
    CHARGE_NOT_CALCULATED("charge-not-calculated"),
    /** Paid work is given back by a refund; facts {@code charge}, {@code order}. */
    CHARGE_OF_ORDER("charge-of-order"),
    /** Nothing can be charged for its days; facts {@code charge}, {@code reason}. */
    REPLACEMENT_EMPTY("replacement-empty"),
    /** A run has charged its days since; facts {@code charge}, {@code period}. */
    DAYS_CHARGED_AGAIN("days-charged-again"),
    /** It does not bind yet: its run is cancelled instead; facts {@code charge}. */
    CHARGE_NOT_BOUND("charge-not-bound"),
    /** A reversal says why; facts {@code charge}. */
    REVERSAL_WITHOUT_REASON("reversal-without-reason"),
    /** The waiver is not where this action starts. */
    WAIVER_WRONG_STATE("waiver-wrong-state"),
    /** Two amounts that must be in one currency are not. */
    CURRENCY_MISMATCH("currency-mismatch"),
    /** Nobody pays nothing or less. */
    PAYMENT_NOT_POSITIVE("payment-not-positive"),
    /** A waiver must give up something. */
    WAIVER_NOT_POSITIVE("waiver-not-positive"),
    /** A waiver cannot give up more than is owed. */
    WAIVER_OVER_OPEN("waiver-over-open"),
    /** A waiver says why. */
    WAIVER_WITHOUT_REASON("waiver-without-reason"),
    /** A signature answers a proposal that has been made. */
    WAIVER_SIGNED_BEFORE_PROPOSED("waiver-signed-before-proposed"),
    /** A no answers a proposal that has been made. */
    WAIVER_REJECTED_BEFORE_PROPOSED("waiver-rejected-before-proposed");

    private final String key;

    BillingRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }

    /**
     * Says that currencies do not mix.
     *
     * @param expected the one that is needed
     * @param found the one that was given
     * @return the refusal
     */
    public static Refusal currencyMismatch(Currency expected, Currency found) {
        return CURRENCY_MISMATCH.because(
                "expected", expected.getCurrencyCode(), "found", found.getCurrencyCode());
    }

    /**
     * Gives the reason an amount and nothing else.
     *
     * @param amount the amount in question
     * @return the refusal
     */
    public Refusal because(Money amount) {
        return because("amount", amount.toString());
    }
}
