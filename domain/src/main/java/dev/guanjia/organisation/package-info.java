/**
 * Who may do what: posts and their holders, who answers for a post, which commands a post may give,
 * and who may sign how much. Read {@link dev.guanjia.organisation.Post Post}, {@link
 * dev.guanjia.organisation.Responsibility Responsibility} and {@link
 * dev.guanjia.organisation.Authority Authority} first. The company's tree is in {@code company},
 * qualifications in {@code staff}, chains of approval in {@code authority}, incompatible duties in
 * {@code segregation}.
 *
 * <p>Depends on: catalogue, decision, money.
 */
package dev.guanjia.organisation;
