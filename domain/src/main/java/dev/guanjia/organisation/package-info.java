/**
 * Who may do what: posts and their holders, which commands a post may give, and who may sign how
 * much. Read {@link dev.guanjia.organisation.Post Post}, {@link
 * dev.guanjia.organisation.Assignments Assignments} and {@link dev.guanjia.organisation.Authority
 * Authority} first. Chains of approval are in {@code authority}, incompatible duties in {@code
 * segregation}.
 *
 * <p>Depends on: calendar, catalogue, decision, money.
 */
package dev.guanjia.organisation;
