/**
 * What the company looks after and who owns it: communities, buildings, {@link
 * dev.guanjia.property.Unit units} with their floor area, owners, and meters whose {@link
 * dev.guanjia.property.MeterHistory readings} never run backwards.
 *
 * <p>Depends on: decision, money, calendar.
 */
package dev.guanjia.property;
