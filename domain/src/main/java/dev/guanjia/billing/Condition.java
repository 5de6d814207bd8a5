package dev.guanjia.billing;

import dev.guanjia.billing.tariff.Discount;
import dev.guanjia.money.Rational;
import dev.guanjia.property.UnitUse;
import dev.guanjia.property.tenure.UnitStanding;
import dev.guanjia.property.tenure.Vacancy;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the price of a day depends on.
 *
 * @param area floor area in m²
 * @param use whose tariff holds
 * @param vacant whether it stands empty
 * @param prepaid whether the day lies in a year paid ahead
 */
record Condition(Rational area, UnitUse use, boolean vacant, boolean prepaid) {

    static Condition of(UnitStanding standing, boolean prepaid) {
        return new Condition(
                standing.area(), standing.use(), standing.vacancy() == Vacancy.VACANT, prepaid);
    }

    Set<Discount.Reason> reasons() {
        Set<Discount.Reason> reasons = EnumSet.noneOf(Discount.Reason.class);
        if (vacant) {
            reasons.add(Discount.Reason.VACANCY);
        }
        if (prepaid) {
            reasons.add(Discount.Reason.PREPAID_YEAR);
        }
        return reasons;
    }
}
