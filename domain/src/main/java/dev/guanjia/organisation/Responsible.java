package dev.guanjia.organisation;

import java.util.Optional;

/**
 * Who answers for a post on a day. There is always a post; only when even the company leader's is
 * vacant is there no person.
 *
 * @param post the post that answers
 * @param staff the person in it
 * @param way how the post came to answer
 */
public record Responsible(PostKey post, Optional<StaffId> staff, Way way) {

    /** Only the last resort may be without a person. */
    public Responsible {
        if (staff.isEmpty() && way != Way.LEADER) {
            throw new IllegalArgumentException(post + " answers as " + way + " without a person");
        }
    }

    /**
     * For refusals: the person and the post.
     *
     * @return e.g. {@code sf_1 (CASHIER)}, with {@code -} for nobody
     */
    @Override
    public String toString() {
        return staff.map(StaffId::value).orElse("-") + " (" + post + ")";
    }

    Responsible as(Way other) {
        return new Responsible(post, staff, other);
    }

    /** How a post came to answer. */
    public enum Way {
        /** It is the post itself, and somebody holds it. */
        HOLDER,
        /** It is the post itself; its holder is away, and the person stands in. */
        STAND_IN,
        /** The post is vacant: the person in charge of it, or the deputy's post. */
        DEPUTY,
        /** The post is vacant: another post does its work beside its own (兼任). */
        CONCURRENT,
        /** The post is vacant or not there: the nearest superior that is answered for. */
        SUPERIOR,
        /** Nor is any superior answered for: the company leader's post. */
        LEADER
    }
}
