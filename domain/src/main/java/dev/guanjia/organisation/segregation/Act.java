package dev.guanjia.organisation.segregation;

import dev.guanjia.organisation.StaffId;

/**
 * What somebody did in a case: requested it, collected the money, signed the summary.
 *
 * @param key what was done, e.g. {@code DEPOSIT_COLLECTED}
 * @param by who did it
 */
public record Act(SegregationKey key, StaffId by) {}
