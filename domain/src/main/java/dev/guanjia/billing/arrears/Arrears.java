package dev.guanjia.billing.arrears;

import dev.guanjia.billing.settlement.OpenCharge;
import dev.guanjia.money.Money;
import dev.guanjia.property.Payer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is owed on a day (欠费). Source: requirements 05 S20; 03 P-DUN, P-DEFER.
 *
 * @param asOf the day, included
 * @param currency of every charge
 * @param owed what is open, by unit, payer and age, whatever order it was given in
 */
public record Arrears(LocalDate asOf, Currency currency, List<Owed> owed) {

    private static final Comparator<Owed> ORDER =
            Comparator.comparing((Owed item) -> item.charge().key().unit())
                    .thenComparing(Owed::payer)
                    .thenComparing(Owed::charge, OpenCharge.OLDEST_FIRST);

    /** Sorts; a charge in another currency is not among them. */
    public Arrears {
        owed = owed.stream().sorted(ORDER).toList();
        for (Owed item : owed) {
            if (!item.charge().open().currency().equals(currency)) {
                throw new IllegalArgumentException(item.charge() + " is not in " + currency);
            }
        }
    }

    /**
     * The arrears list: what is past its due day, deferred or not.
     *
     * @return by unit, payer and age
     */
    public List<Owed> list() {
        return owed.stream().filter(item -> item.standing(asOf) != Standing.NOT_DUE).toList();
    }

    /**
     * What one payer owes.
     *
     * @param payer who
     * @return the arrears of the same day, without those of others
     */
    public Arrears of(Payer payer) {
        return new Arrears(
                asOf, currency, owed.stream().filter(item -> item.payer().equals(payer)).toList());
    }

    /**
     * All that is owed.
     *
     * @return the sum of what is open
     */
    public Money balance() {
        return sum(item -> true);
    }

    /**
     * What is owed and stands so.
     *
     * @param standing how
     * @return the sum
     */
    public Money balance(Standing standing) {
        return sum(item -> item.standing(asOf) == standing);
    }

    /**
     * Sorts what is owed by age.
     *
     * @param buckets the ages
     * @return the ageing; what is deferred counts as not overdue
     */
    public Ageing age(AgeBuckets buckets) {
        List<Ageing.Line> lines = buckets.all().stream().map(this::line).toList();
        return new Ageing(lines, balance(Standing.DEFERRED));
    }

    private Ageing.Line line(AgeBucket bucket) {
        Predicate<Owed> inside = item -> bucket.contains(item.daysOverdue(asOf));
        int count = (int) owed.stream().filter(inside).count();
        return new Ageing.Line(bucket, count, sum(inside));
    }

    private Money sum(Predicate<Owed> which) {
        return owed.stream()
                .filter(which)
                .map(item -> item.charge().open())
                .reduce(Money.zero(currency), Money::plus);
    }
}
