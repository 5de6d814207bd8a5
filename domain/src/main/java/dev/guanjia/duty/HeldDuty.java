package dev.guanjia.duty;

import dev.guanjia.organisation.PostKey;
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

    static HeldDuty of(Duty duty, CompanyDuties.Holders holders) {
        Set<PostKey> posts = new LinkedHashSet<>();
        Set<PostKey> confirming = new LinkedHashSet<>();
        for (PostKey key : duty.posts()) {
            (duty.isOnlyApprover(key) ? confirming : posts).addAll(holders.holders(key));
        }
        posts.removeAll(confirming);
        Map<PostKey, Optional<PostKey>> approvers = new LinkedHashMap<>();
        posts.forEach(post -> approvers.put(post, approver(duty, post, holders)));
        return new HeldDuty(duty, approvers);
    }

    /** Who would confirm themselves hands the decision to the next higher post (06 A-87). */
    private static Optional<PostKey> approver(
            Duty duty, PostKey post, CompanyDuties.Holders holders) {
        return duty.approvers().stream()
                .flatMap(key -> holders.approver(key, post).stream())
                .findFirst()
                .flatMap(found -> found.equals(post) ? holders.superior(post) : Optional.of(found));
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
