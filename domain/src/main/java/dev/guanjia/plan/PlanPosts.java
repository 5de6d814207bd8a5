package dev.guanjia.plan;

import dev.guanjia.organisation.PostKey;
import java.util.Optional;

/**
 * The posts that a plan passes through.
 *
 * @param preparer who draws it up
 * @param reviewer who reviews it, another post
 * @param approver who approves what was reviewed, another post than the preparer's; empty where the
 *     review is the last word
 */
public record PlanPosts(PostKey preparer, PostKey reviewer, Optional<PostKey> approver) {

    /** Nobody reviews or approves their own plan. */
    public PlanPosts {
        if (preparer.equals(reviewer) || approver.equals(Optional.of(preparer))) {
            throw new IllegalArgumentException("plan is reviewed by its own preparer: " + preparer);
        }
    }

    /**
     * The post in a role.
     *
     * @param role the role
     * @return the post
     * @throws IllegalArgumentException if the plan has no approver
     */
    public PostKey in(PlanRole role) {
        return switch (role) {
            case PREPARER -> preparer;
            case REVIEWER -> reviewer;
            case APPROVER ->
                    approver.orElseThrow(
                            () -> new IllegalArgumentException("plan has no approver: " + this));
        };
    }
}
