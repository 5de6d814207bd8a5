package dev.guanjia.billing.arrears;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.money.Money;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * One thing that changed what a payer owes.
 *
 * @param on the business day
 * @param kind what happened
 * @param charge of which charge what is open changed
 * @param reference the payment, waiver or write-off; the charge itself where it was entered
 * @param amount how much, more than zero
 */
public record StatementEntry(
        LocalDate on, Kind kind, ChargeId charge, String reference, Money amount) {

    /** By day, then as the kinds are listed, then by reference and charge. */
    public static final Comparator<StatementEntry> ORDER =
            Comparator.comparing(StatementEntry::on)
                    .thenComparing(StatementEntry::kind)
                    .thenComparing(StatementEntry::reference)
                    .thenComparing(StatementEntry::charge)
                    .thenComparing(entry -> entry.amount().minorUnits());

    /** What happened, in the order it is shown within a day. */
    public enum Kind {
        /** A charge was entered. */
        CHARGED(true),
        /** A charge was taken back. */
        CHARGE_REVERSED(false),
        /** Money came in. */
        PAID(false),
        /** A payment was undone. */
        PAYMENT_REVERSED(true),
        /** Money was paid back. */
        REFUNDED(true),
        /** A part was given up. */
        WAIVED(false),
        /** A bad debt was given up. */
        WRITTEN_OFF(false),
        /** What was given up as a bad debt is owed again, because it is paid after all. */
        RECOVERED(true);

        private final boolean raises;

        Kind(boolean raises) {
            this.raises = raises;
        }

        /**
         * Which way the balance goes.
         *
         * @return true if more is owed afterwards
         */
        public boolean raises() {
            return raises;
        }
    }

    /** The amount is positive; the kind says which way it goes. */
    public StatementEntry {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException(kind + " " + reference + " of " + amount);
        }
    }

    /**
     * What it does to the balance.
     *
     * @return the amount, negative if less is owed afterwards
     */
    public Money effect() {
        return kind.raises() ? amount : amount.negated();
    }
}
