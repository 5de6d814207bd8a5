/**
 * Shifts: what a shift notes and holds ({@link dev.guanjia.security.shift.ShiftLog ShiftLog}), how
 * it is handed over one by one ({@link dev.guanjia.security.shift.Handover Handover}), and that a
 * manned post is never without its guard ({@link dev.guanjia.security.shift.Watch Watch}).
 *
 * <p>Depends on: calendar, catalogue, decision, money, organisation.
 */
package dev.guanjia.security.shift;
