package dev.guanjia.workorder.paid;

import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import dev.guanjia.money.Money;
import java.time.Instant;

/** Why a request about paid work is refused, most important first. Instants are ISO, in UTC. */
public enum PaidRefusal implements RefusalCode {
    /** The action is not legal there. Facts: {@code state, action, legal}. */
    WRONG_STATE("paid-wrong-state"),
    /** Something later has already happened. Facts: {@code at, last}. */
    TIME_RUNS_BACKWARDS("paid-time-runs-backwards"),
    /** Somebody else spoke than was asked. Facts: {@code owner, asked}. */
    NOT_THE_OWNER("paid-not-the-owner"),
    /** The quote is for another unit. Facts: {@code unit, expected}. */
    OTHER_UNIT("paid-other-unit"),
    /** The quote had ended. Facts: {@code at, until}. */
    QUOTE_ENDED("paid-quote-ended"),
    /** The quote has not ended. Facts: {@code at, until}. */
    QUOTE_NOT_ENDED("paid-quote-not-ended"),
    /** The consent was to another amount. Facts: {@code consented, quoted}. */
    OTHER_AMOUNT("paid-other-amount"),
    /** The work cost more than was consented to. Facts: {@code actual, consented}. */
    OVER_CONSENT("paid-over-consent"),
    /** Nothing is listed. No facts. */
    NO_LINES("paid-no-lines"),
    /** The owner does not bear the cost. Facts: {@code cover}. */
    NOT_CHARGEABLE("paid-not-chargeable"),
    /** Everything in the quote is free. Facts: {@code total}. */
    NOTHING_TO_CHARGE("paid-nothing-to-charge"),
    /** Nothing was charged, so nothing is given back. Facts: {@code charged}. */
    NOTHING_CHARGED("paid-nothing-charged"),
    /** The work did not fail, or not within the guarantee. Facts: {@code state, at, until}. */
    REFUND_NOT_DUE("paid-refund-not-due"),
    /** A refund says why. No facts. */
    REFUND_WITHOUT_REASON("paid-refund-without-reason"),
    /** A refund gives something back. Facts: {@code amount}. */
    REFUND_NOT_POSITIVE("paid-refund-not-positive"),
    /** More would be given back than was charged. Facts: {@code amount, refunded, charged}. */
    REFUND_OVER_CHARGE("paid-refund-over-charge"),
    /** The item has no price on that day. Facts: {@code item, day}. */
    PRICE_UNKNOWN("paid-price-unknown"),
    /** Nobody is quoted nothing or less. Facts: {@code item, quantity}. */
    QUANTITY_NOT_POSITIVE("paid-quantity-not-positive"),
    /** The item already has a price on some of those days. Facts: {@code item, from, other}. */
    PRICE_OVERLAPS("paid-price-overlaps"),
    /** Two currencies. Facts: {@code expected, found}. */
    OTHER_CURRENCY("paid-other-currency");

    private final String key;

    PaidRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }

    static Refusal otherCurrency(Money expected, Money found) {
        return OTHER_CURRENCY.because(
                "expected", expected.currency().getCurrencyCode(),
                "found", found.currency().getCurrencyCode());
    }

    static Refusal timeRunsBackwards(Instant at, Instant last) {
        return TIME_RUNS_BACKWARDS.because("at", at.toString(), "last", last.toString());
    }
}
