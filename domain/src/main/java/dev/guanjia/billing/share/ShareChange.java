package dev.guanjia.billing.share;

import dev.guanjia.money.Money;
import dev.guanjia.property.UnitId;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a new apportionment changes for one unit: what was charged is reversed and charged anew.
 *
 * @param reversed the share that no longer stands; null when there was none
 * @param charged the share that stands now; null when there is none
 */
public record ShareChange(@Nullable Share reversed, @Nullable Share charged) {

    /** A change is of one unit, and changes something. */
    public ShareChange {
        if (reversed == null && charged == null) {
            throw new IllegalArgumentException("nothing is reversed and nothing charged");
        }
        if (reversed != null && charged != null && !reversed.unit().equals(charged.unit())) {
            throw new IllegalArgumentException("two units: " + reversed + ", " + charged);
        }
    }

    /**
     * Whose share it is.
     *
     * @return the unit
     */
    public UnitId unit() {
        return any().unit();
    }

    /**
     * What the unit owes more, or less when negative.
     *
     * @return charged less reversed
     */
    public Money difference() {
        return amount(charged).minus(amount(reversed));
    }

    private Money amount(@Nullable Share share) {
        Currency currency = any().pool().currency();
        return share == null ? Money.zero(currency) : share.amount();
    }

    private Share any() {
        return Optional.ofNullable(charged).or(() -> Optional.ofNullable(reversed)).orElseThrow();
    }
}
