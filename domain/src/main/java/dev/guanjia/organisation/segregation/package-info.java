/**
 * What one person must not combine: pairs of posts, of things kept, and of acts on one case, as
 * rows. Read {@link dev.guanjia.organisation.segregation.SegregationRules SegregationRules} and
 * {@link dev.guanjia.organisation.segregation.Segregation Segregation} first; an {@link
 * dev.guanjia.organisation.segregation.RuleOverride RuleOverride} lifts one pair for one person and
 * a time.
 *
 * <p>Depends on: catalogue, decision, organisation.
 */
package dev.guanjia.organisation.segregation;
