package dev.guanjia.plan;

/**
 * What a company's plans are judged by.
 *
 * @param staffing who acts for which post
 * @param nodeDates on which days node dates may fall
 */
public record PlanTerms(Staffing staffing, NodeDatePolicy nodeDates) {}
