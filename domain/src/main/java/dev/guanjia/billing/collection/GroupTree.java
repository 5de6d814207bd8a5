package dev.guanjia.billing.collection;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The groups of a plan, one under the other.
 *
 * @param groups each once, one of them at the top, by level and id
 */
public record GroupTree(List<CollectionGroup> groups) {

    private static final Comparator<CollectionGroup> ORDER =
            Comparator.comparing(CollectionGroup::level).thenComparing(CollectionGroup::id);

    /** What {@link #of} would refuse cannot exist. */
    public GroupTree {
        groups = groups.stream().sorted(ORDER).toList();
        List<Refusal> faults = faults(groups);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("not a tree: " + faults);
        }
    }

    /**
     * Decides on a tree.
     *
     * @param groups in any order
     * @return the tree; or refused because a group stands twice, under one that is not there or not
     *     of a higher level (so there are no circles), or none or several stand at the top
     */
    public static Decision<GroupTree> of(List<CollectionGroup> groups) {
        List<Refusal> faults = faults(groups);
        return faults.isEmpty() ? Decision.accept(new GroupTree(groups)) : Decision.refuse(faults);
    }

    /**
     * The group that answers to nobody.
     *
     * @return the group
     */
    public CollectionGroup top() {
        return below(null).get(0);
    }

    /**
     * The groups that answer to one.
     *
     * @param id a group, or null for the top
     * @return by level and id
     */
    public List<CollectionGroup> below(@Nullable CollectionGroupId id) {
        return groups.stream().filter(group -> group.isUnder(id)).toList();
    }

    /** Whether a group is there and has none below it. */
    boolean isLast(CollectionGroupId id) {
        return find(groups, id).isPresent() && below(id).isEmpty();
    }

    private static List<Refusal> faults(List<CollectionGroup> groups) {
        List<Refusal> faults = new ArrayList<>();
        long tops = groups.stream().filter(group -> group.above() == null).count();
        if (tops != 1) {
            faults.add(CollectionRefusal.GROUPS_WITHOUT_TOP.because("count", String.valueOf(tops)));
        }
        List<CollectionGroupId> seen = new ArrayList<>();
        for (CollectionGroup group : groups) {
            if (seen.contains(group.id())) {
                faults.add(CollectionRefusal.GROUP_TWICE.because("group", group.id().value()));
            }
            seen.add(group.id());
            misplaced(groups, group).ifPresent(faults::add);
        }
        return faults;
    }

    private static Optional<Refusal> misplaced(
            List<CollectionGroup> groups, CollectionGroup group) {
        CollectionGroupId above = group.above();
        if (above == null || find(groups, above).filter(group::isLowerThan).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                CollectionRefusal.GROUP_OUT_OF_PLACE.because(
                        "group",
                        group.id().value(),
                        "level",
                        group.level().name(),
                        "above",
                        above.value()));
    }

    private static Optional<CollectionGroup> find(
            List<CollectionGroup> groups, CollectionGroupId id) {
        return groups.stream().filter(group -> group.id().equals(id)).findFirst();
    }
}
