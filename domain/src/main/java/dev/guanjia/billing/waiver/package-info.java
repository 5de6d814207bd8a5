/**
 * What is given up of a charge (减免): a {@link dev.guanjia.billing.waiver.WaiverProposal
 * WaiverProposal} with its reason and papers becomes a {@link dev.guanjia.billing.waiver.Waiver
 * Waiver}, which another person signs within the company's authority or refuses, and who asked may
 * take back.
 *
 * <p>Depends on: billing, decision, money, organisation.
 */
package dev.guanjia.billing.waiver;
