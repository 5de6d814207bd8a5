/**
 * What is used, measured: {@link dev.guanjia.property.meter.Meter meters} and their {@link
 * dev.guanjia.property.meter.MeterHistory readings}, which never run backwards unless a register
 * rolled over or was changed.
 *
 * <p>Depends on: catalogue, decision, money, property.
 */
package dev.guanjia.property.meter;
