/**
 * The people in the posts: what they are qualified for and until when, who may be sent to work, how
 * many there are against the plan. Read {@link dev.guanjia.organisation.staff.Qualifications
 * Qualifications} and {@link dev.guanjia.organisation.staff.Fitness Fitness} first.
 *
 * <p>Depends on: catalogue, decision, money, organisation, organisation.company.
 */
package dev.guanjia.organisation.staff;
