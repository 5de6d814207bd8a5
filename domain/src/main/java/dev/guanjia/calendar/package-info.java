/**
 * Dates without a clock: {@link dev.guanjia.calendar.DateRange DateRange}, the working days of
 * {@link dev.guanjia.calendar.WorkCalendar WorkCalendar}, due times that explain themselves in
 * {@link dev.guanjia.calendar.BusinessHours BusinessHours} and {@link
 * dev.guanjia.calendar.WorkingTime WorkingTime}; how often a duty comes round in {@link
 * dev.guanjia.calendar.Cadence Cadence}, and how a company reads a {@link
 * dev.guanjia.calendar.DeadlineRule DeadlineRule} in {@link dev.guanjia.calendar.DueDays DueDays}.
 *
 * <p>Depends on: catalogue.
 */
package dev.guanjia.calendar;
