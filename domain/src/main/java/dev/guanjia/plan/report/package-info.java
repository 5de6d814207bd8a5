/**
 * Reports up the line: who owes which report to whom and until when, and whether it was handed in
 * and read. Read {@link dev.guanjia.plan.report.ReportCalendar ReportCalendar} and {@link
 * dev.guanjia.plan.report.Report Report} first.
 *
 * <p>Depends on: calendar, catalogue, decision, organisation, plan.
 */
package dev.guanjia.plan.report;
