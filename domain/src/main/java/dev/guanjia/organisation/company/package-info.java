/**
 * The company as a tree that changes from day to day: departments, posts and lines, started from a
 * model of the requirements. Read {@link dev.guanjia.organisation.company.Organisation
 * Organisation} and {@link dev.guanjia.organisation.company.HolderResolution HolderResolution}
 * first.
 *
 * <p>Depends on: catalogue, decision, organisation.
 */
package dev.guanjia.organisation.company;
