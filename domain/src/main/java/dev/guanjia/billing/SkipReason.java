package dev.guanjia.billing;

/** Why a unit is not charged for a fee item in a run. Unknown is not zero: it is said. */
public enum SkipReason {
    /** No price is in force on the days. */
    NO_TARIFF,
    /** The fee is metered and the unit has no meter. */
    NO_METER,
    /** No meter has a reading, up to the end of the period, that was not billed yet. */
    NO_READING,
    /**
     * The payer changes within a period, and on the last day before, where the earlier payer's days
     * end, a meter was not read: who used what is not guessed. A reading for that day, estimated if
     * need be, lets the run of the period charge both.
     */
    NO_HANDOVER_READING,
    /**
     * Meters measured something before the period that no bill may be for any more: it was used by
     * an earlier payer, or lies before what a charge that stands bills, and the days are charged
     * already or cannot be. Once the charge of those days is reversed, the next run charges it; the
     * period itself is charged, too, unless its payer would pay for another.
     */
    EARLIER_USE_OPEN,
    /** The meters were billed up to a later, higher reading already. */
    READING_BELOW_PREVIOUS,
    /** The amount rounds to nothing; what was used stays for the next run. */
    NOTHING_TO_CHARGE,
    /** The amount is more than can be paid; what was used stays for the next run. */
    AMOUNT_TOO_LARGE,
    /** Nothing is known of the unit on any day of the period. */
    NO_HISTORY,
    /** No pool of the fee item was cut for the unit. */
    NO_SHARE,
    /** No formula of the fee item gives anything for the unit. */
    NO_FORMULA
}
