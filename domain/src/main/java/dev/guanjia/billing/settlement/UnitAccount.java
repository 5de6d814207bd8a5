package dev.guanjia.billing.settlement;

import dev.guanjia.money.Money;
import dev.guanjia.property.UnitId;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * What a unit owes, as of the end of a day. Source: requirements 05 S20 (due - paid - waived =
 * open).
 *
 * @param unit which unit
 * @param asOf the day, included
 * @param charged the charges entered, less what was refunded
 * @param paid the payments allocated to charges, less what was paid out again
 * @param waived the waivers posted
 * @param prepayment the payments kept for charges to come
 */
public record UnitAccount(
        UnitId unit, LocalDate asOf, Money charged, Money paid, Money waived, Money prepayment) {

    /** What happened to an account. */
    public enum Kind {
        /** A charge was entered. */
        CHARGED,
        /** Money settled a charge. */
        PAID,
        /** A waiver was posted. */
        WAIVED,
        /** Money was kept for charges to come. */
        PREPAID
    }

    /**
     * One thing that happened.
     *
     * @param kind what
     * @param on the day
     * @param amount how much
     */
    public record Move(Kind kind, LocalDate on, Money amount) {}

    /**
     * Sums up.
     *
     * @param unit which unit
     * @param asOf the last day that counts
     * @param currency of the account
     * @param moves what happened to it, in any order; later days are left out
     * @return the account
     */
    public static UnitAccount of(UnitId unit, LocalDate asOf, Currency currency, List<Move> moves) {
        List<Move> past = moves.stream().filter(move -> !move.on().isAfter(asOf)).toList();
        Money zero = Money.zero(currency);
        return new UnitAccount(
                unit,
                asOf,
                sum(past, Kind.CHARGED, zero),
                sum(past, Kind.PAID, zero),
                sum(past, Kind.WAIVED, zero),
                sum(past, Kind.PREPAID, zero));
    }

    /**
     * What is still owed.
     *
     * @return charged less paid less waived; below zero only while money dated before the charge
     *     that it settles stands alone
     */
    public Money open() {
        return charged.minus(paid).minus(waived);
    }

    private static Money sum(List<Move> moves, Kind kind, Money zero) {
        return moves.stream()
                .filter(move -> move.kind() == kind)
                .map(Move::amount)
                .reduce(zero, Money::plus);
    }
}
