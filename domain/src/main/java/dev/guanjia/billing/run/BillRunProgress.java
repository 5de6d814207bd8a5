package dev.guanjia.billing.run;

import dev.guanjia.billing.BillOutcome;
import dev.guanjia.money.Money;
import java.util.Currency;
import java.util.List;

/**
 * How far a run has come and what it has found.
 *
 * @param unitsTotal how many units it has to calculate
 * @param unitsDone how many it has, at most {@code unitsTotal}
 * @param charged new charges
 * @param unchanged charges that were there before
 * @param skipped unit and fee item pairs without a charge
 * @param total the sum of the new charges
 * @param entered how many of the new charges stand in the accounts, at most {@code charged}
 */
public record BillRunProgress(
        int unitsTotal,
        int unitsDone,
        int charged,
        int unchanged,
        int skipped,
        Money total,
        int entered) {

    /** No count is negative, and no more is done than there is. */
    public BillRunProgress {
        if (unitsDone < 0
                || unitsDone > unitsTotal
                || charged < 0
                || unchanged < 0
                || skipped < 0
                || entered < 0
                || entered > charged) {
            throw new IllegalArgumentException(
                    unitsDone
                            + " of "
                            + unitsTotal
                            + " units, "
                            + charged
                            + " charged, "
                            + unchanged
                            + " unchanged, "
                            + skipped
                            + " skipped, "
                            + entered
                            + " entered");
        }
    }

    /**
     * Before the first unit.
     *
     * @param unitsTotal how many units there are
     * @param currency what the charges will be in
     * @return nothing done yet
     */
    public static BillRunProgress starting(int unitsTotal, Currency currency) {
        return new BillRunProgress(unitsTotal, 0, 0, 0, 0, Money.zero(currency), 0);
    }

    /**
     * After one more unit.
     *
     * @param outcomes what was done for it
     * @return the numbers with that unit
     */
    public BillRunProgress plus(List<BillOutcome> outcomes) {
        BillRunProgress next = with(unitsTotal, unitsDone + 1);
        for (BillOutcome outcome : outcomes) {
            next = outcome.fold(next::withCharged, next::withUnchanged, next::withSkipped);
        }
        return next;
    }

    /**
     * After units that were calculated beside these.
     *
     * @param part what was found of them
     * @return the numbers with theirs; the run has at least as many units as are done
     */
    public BillRunProgress plus(BillRunProgress part) {
        int done = unitsDone + part.unitsDone;
        return new BillRunProgress(
                Math.max(unitsTotal, done),
                done,
                charged + part.charged,
                unchanged + part.unchanged,
                skipped + part.skipped,
                total.plus(part.total),
                entered + part.entered);
    }

    /**
     * Whether the calculation can be finished.
     *
     * @return true when every unit is done
     */
    public boolean isComplete() {
        return unitsDone == unitsTotal;
    }

    /**
     * Whether the entering can be finished.
     *
     * @return true when every new charge is entered
     */
    public boolean isEntered() {
        return entered == charged;
    }

    /**
     * After more units were found than were known of.
     *
     * @param units how many there are
     * @return the numbers with that many to calculate
     */
    public BillRunProgress of(int units) {
        return with(units, unitsDone);
    }

    /**
     * After more charges were entered.
     *
     * @param charges how many
     * @return the numbers with those charges
     */
    public BillRunProgress plusEntered(int charges) {
        return new BillRunProgress(
                unitsTotal, unitsDone, charged, unchanged, skipped, total, entered + charges);
    }

    private BillRunProgress with(int units, int done) {
        return new BillRunProgress(units, done, charged, unchanged, skipped, total, entered);
    }

    private BillRunProgress withCharged(BillOutcome.Charged outcome) {
        Money sum = total.plus(outcome.charge().amount());
        return new BillRunProgress(
                unitsTotal, unitsDone, charged + 1, unchanged, skipped, sum, entered);
    }

    private BillRunProgress withUnchanged(BillOutcome.Unchanged outcome) {
        return new BillRunProgress(
                unitsTotal, unitsDone, charged, unchanged + 1, skipped, total, entered);
    }

    private BillRunProgress withSkipped(BillOutcome.Skipped outcome) {
        return new BillRunProgress(
                unitsTotal, unitsDone, charged, unchanged, skipped + 1, total, entered);
    }
}
