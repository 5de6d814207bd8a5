package dev.guanjia.duty;

import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.company.HolderResolution;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A duty as a company has it: by its own posts, and with who confirms what each of them did.
 *
 * @param duty the row
 * @param approvers the posts that perform, in the order of the row, each with the post that
 *     confirms; nobody where the row names none that the company has
 */
public record HeldDuty(Duty duty, Map<PostKey, Optional<PostKey>> approvers) {

    /** Copies; nobody confirms their own performance. */
    public HeldDuty {
        approvers = Collections.unmodifiableMap(new LinkedHashMap<>(approvers));
        approvers.forEach(
                (post, approver) -> {
                    if (approver.equals(Optional.of(post))) {
                        throw new IllegalArgumentException(post + " confirms itself");
                    }
                });
    }

    static HeldDuty of(Duty duty, HolderResolution company, Approvers approvers) {
        Set<PostKey> posts = new LinkedHashSet<>();
        Set<PostKey> confirming = new LinkedHashSet<>();
        for (PostKey key : duty.posts()) {
            (duty.isOnlyApprover(key) ? confirming : posts).addAll(company.posts(key));
        }
        posts.removeAll(confirming);
        Map<PostKey, Optional<PostKey>> each = new LinkedHashMap<>();
        posts.forEach(post -> each.put(post, approvers.of(duty, post)));
        return new HeldDuty(duty, each);
    }

    /**
     * Who performs it.
     *
     * @return posts of the company, in the order of the row
     */
    public List<PostKey> posts() {
        return List.copyOf(approvers.keySet());
    }

    /**
     * Who confirms what a post did.
     *
     * @param post one of {@link #posts}
     * @return the approver, or empty when the performance stands by itself
     */
    public Optional<PostKey> approverOf(PostKey post) {
        return approvers.getOrDefault(post, Optional.empty());
    }
}
