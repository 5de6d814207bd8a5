package dev.guanjia.billing.latecharge;

import dev.guanjia.billing.Quantity;
import dev.guanjia.money.Money;

/**
 * A late charge that was entered and stands.
 *
 * @param days what it charges, by day
 * @param amount what it came to
 */
public record LateCharged(Quantity.Late days, Money amount) {}
