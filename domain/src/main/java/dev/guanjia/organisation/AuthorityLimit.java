package dev.guanjia.organisation;

import dev.guanjia.money.Money;
import java.time.LocalDate;

/**
 * How much a post may sign, by a company's own decision.
 *
 * @param kind what is signed
 * @param post who signs
 * @param limit the largest amount, itself allowed; zero takes the authority away, never negative
 * @param from the first day it holds; it holds until a later row of the same kind and post
 * @param demo whether it is made up for a demonstration
 */
public record AuthorityLimit(
        AuthorityKind kind, PostKey post, Money limit, LocalDate from, boolean demo) {

    /** Rejects negative limits. */
    public AuthorityLimit {
        if (limit.isNegative()) {
            throw new IllegalArgumentException("limit is negative: " + limit);
        }
    }
}
