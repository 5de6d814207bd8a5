/**
 * What the company looks after and who owns it: communities, buildings, {@link
 * dev.guanjia.property.Unit units} with their floor area, and owners.
 *
 * <p>Depends on: calendar, decision, money.
 */
package dev.guanjia.property;
