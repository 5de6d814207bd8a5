package dev.guanjia.workorder.paid;

import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import java.time.Instant;

/**
 * Money given back because the work failed, in whole or in part.
 *
 * @param amount how much, in the currency of the charge
 * @param reason why, in the company's own words
 * @param actor who decided
 * @param at when
 */
public record Refund(Money amount, String reason, Actor actor, Instant at) {}
