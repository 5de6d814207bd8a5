/**
 * How a debtor is reminded: a {@link dev.guanjia.billing.dunning.DunningCase DunningCase} climbs
 * the {@link dev.guanjia.billing.dunning.DunningLevels DunningLevels}, each {@link
 * dev.guanjia.billing.dunning.Contact Contact} logged; a {@link dev.guanjia.billing.dunning.Promise
 * Promise} and a dispute stop it.
 *
 * <p>Depends on: billing.arrears, catalogue, decision, money, organisation, property.
 */
package dev.guanjia.billing.dunning;
