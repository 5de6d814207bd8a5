/**
 * What the company looks after, who owns it and who lives there: communities, buildings, {@link
 * dev.guanjia.property.Unit units} with their floor area, owners, and {@link
 * dev.guanjia.property.Occupant occupants} with the days of their stay.
 *
 * <p>Depends on: calendar, decision, money.
 */
package dev.guanjia.property;
