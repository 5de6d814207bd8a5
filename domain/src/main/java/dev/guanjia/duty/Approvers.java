package dev.guanjia.duty;

import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.company.HolderResolution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds who confirms what a post of a company did. */
final class Approvers {

    private static final int NOWHERE = Integer.MAX_VALUE;

    private final HolderResolution company;
    private final Map<PostKey, List<PostKey>> lines = new HashMap<>();

    Approvers(HolderResolution company) {
        this.company = company;
    }

    /** Who would confirm themselves hands the decision to the next higher post (06 A-87). */
    Optional<PostKey> of(Duty duty, PostKey post) {
        return duty.approvers().stream()
                .flatMap(key -> nearest(company.posts(key, post), post).stream())
                .findFirst()
                .flatMap(found -> found.equals(post) ? superior(post) : Optional.of(found));
    }

    private Optional<PostKey> superior(PostKey post) {
        return line(post).stream().skip(1).findFirst();
    }

    /** Of several that bear a key, e.g. one per community: who meets the post soonest going up. */
    private Optional<PostKey> nearest(List<PostKey> candidates, PostKey post) {
        return candidates.size() < 2
                ? candidates.stream().findFirst()
                : candidates.stream().min(Comparator.comparingInt(found -> steps(post, found)));
    }

    private int steps(PostKey post, PostKey candidate) {
        List<PostKey> line = line(candidate);
        int up = 0;
        for (PostKey above : line(post)) {
            if (line.contains(above)) {
                return up;
            }
            up++;
        }
        return NOWHERE;
    }

    private List<PostKey> line(PostKey post) {
        return lines.computeIfAbsent(post, this::upFrom);
    }

    private List<PostKey> upFrom(PostKey post) {
        List<PostKey> line = new ArrayList<>(List.of(post));
        line.addAll(company.company().superiors(post));
        return line;
    }
}
