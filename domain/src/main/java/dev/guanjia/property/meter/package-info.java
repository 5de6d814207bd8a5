/**
 * What is used, measured: {@link dev.guanjia.property.meter.Meter meters} and their {@link
 * dev.guanjia.property.meter.MeterHistory readings}, which never run backwards.
 *
 * <p>Depends on: decision, money, property.
 */
package dev.guanjia.property.meter;
