package dev.guanjia.organisation.authority;

import dev.guanjia.decision.Identifier;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.AuthorityKind;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.segregation.Holding;
import dev.guanjia.organisation.segregation.SegregationKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * That the holder of a post lets another person decide in it for a time. It always ends, is never
 * passed on, and never reaches further than the delegator's own authority on the day it is used.
 *
 * @param id its id
 * @param from the delegator, and the post whose authority is delegated
 * @param to the person who may decide
 * @param kinds what may be decided, at least one
 * @param limit the largest amount, itself allowed; empty: as far as the delegator's authority goes
 * @param first the first day, included
 * @param last the last day, included and not before {@code first}
 */
public record Delegation(
        String id,
        Actor from,
        StaffId to,
        List<AuthorityKind> kinds,
        Optional<Money> limit,
        LocalDate first,
        LocalDate last) {

    /** Sorts the kinds; a delegation of nothing or without an end is none. */
    public Delegation {
        Identifier.require("delegation id", id);
        kinds = kinds.stream().distinct().sorted().toList();
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("delegation names no kind: " + id);
        }
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(
                    "delegation runs backwards: " + first + " to " + last);
        }
        if (limit.filter(Money::isNegative).isPresent()) {
            throw new IllegalArgumentException("limit is negative: " + limit.get());
        }
    }

    /**
     * The post whose authority is delegated.
     *
     * @return the delegator's post
     */
    public PostKey post() {
        return from.post();
    }

    /**
     * Whether it holds on a day.
     *
     * @param day the day
     * @return true from {@code first} to {@code last}, both included
     */
    public boolean isLive(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /**
     * Whether it reaches an amount.
     *
     * @param amount how much is asked for; empty where the kind knows no amount
     * @return true up to the limit, itself included; an amount in another currency is not reached
     */
    public boolean reaches(Optional<Money> amount) {
        return limit.isEmpty()
                || amount.isEmpty()
                || amount.filter(asked -> asked.currency().equals(limit.get().currency()))
                        .filter(asked -> asked.compareTo(limit.get()) <= 0)
                        .isPresent();
    }

    /** What it means for segregation: the delegate has the post for a time. */
    Holding holding() {
        return new Holding(
                to, SegregationKey.from(post()), first, Optional.of(last), Holding.Way.DELEGATION);
    }
}
