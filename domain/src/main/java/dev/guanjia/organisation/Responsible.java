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

    /** How a post came to answer. */
    public enum Way {
        /** It is the post itself, and somebody holds it. */
        HOLDER,
        /** The post is vacant: the nearest superior that is held. */
        SUPERIOR,
        /** The post is vacant and so are its superiors: the company leader's post. */
        LEADER
    }
}
