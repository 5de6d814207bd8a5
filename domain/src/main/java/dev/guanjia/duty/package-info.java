/**
 * The duty catalogue and who is due when. {@link dev.guanjia.duty.DutyCatalogue DutyCatalogue}
 * holds the rows, {@link dev.guanjia.duty.DutyCalendar DutyCalendar} makes occurrences of them,
 * {@link dev.guanjia.duty.DutyRecord DutyRecord} is the life of one.
 *
 * <p>Depends on: calendar, catalogue, decision, organisation.
 */
package dev.guanjia.duty;
