/**
 * Every duty and who is due when. {@link dev.guanjia.duty.DutyCatalogue DutyCatalogue} holds the
 * rows and what vendors lay over them, {@link dev.guanjia.duty.DutyRoster DutyRoster} those that a
 * company has from day to day, {@link dev.guanjia.duty.DutyCalendar DutyCalendar} makes occurrences
 * of them as {@link dev.guanjia.duty.DutyTimes DutyTimes} says, {@link dev.guanjia.duty.DutyRecord}
 * is the life of one.
 *
 * <p>Depends on: calendar, catalogue, decision, organisation, organisation.company.
 */
package dev.guanjia.duty;
