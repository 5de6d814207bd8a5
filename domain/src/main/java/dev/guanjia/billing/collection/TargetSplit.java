package dev.guanjia.billing.collection;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The targets of a plan, fee by fee and group by group (收缴目标分解). The target of a fee is set once
 * for the whole; below that it is cut by what each group's lists say is owed, to the largest
 * remainder, so that the groups under one add up to it exactly. Source: requirements 03
 * P-COLLECT-TARGET, 04 section 4.3.
 *
 * @param tree the groups
 * @param targets one per group and fee, by fee, then from the top down
 */
public record TargetSplit(GroupTree tree, List<GroupTarget> targets) {

    /** The groups under one add up to it. */
    public TargetSplit {
        targets = List.copyOf(targets);
        for (GroupTarget whole : targets) {
            List<GroupTarget> parts = under(tree, targets, whole);
            if (!parts.isEmpty() && !sum(parts, whole).equals(whole.target())) {
                throw new IllegalArgumentException(parts + " do not add up to " + whole);
            }
        }
    }

    /**
     * Splits the targets.
     *
     * @param tree the groups
     * @param arrears what the lists of the lowest groups say
     * @param goals one per fee
     * @return the split; or refused because of each row that is out of place, there twice, negative
     *     or of another currency, and each fee without a goal or without arrears
     */
    public static Decision<TargetSplit> of(
            GroupTree tree, List<ListedArrears> arrears, List<CollectionGoal> goals) {
        List<Refusal> faults = SplitRules.faults(tree, arrears, goals);
        if (!faults.isEmpty()) {
            return Decision.refuse(faults);
        }
        List<GroupTarget> targets = new ArrayList<>();
        for (CollectionGoal goal : goals) {
            Listed listed = new Listed(tree, arrears, goal.item());
            Money due = listed.due(tree.top().id());
            listed.split(tree.top().id(), goal.target(due), targets);
        }
        return Decision.accept(new TargetSplit(tree, targets));
    }

    /**
     * What a group has to collect of a fee.
     *
     * @param group who
     * @param item which fee
     * @return its target, or empty if the plan has no such group or fee
     */
    public Optional<GroupTarget> target(CollectionGroupId group, FeeItemId item) {
        return targets.stream()
                .filter(target -> target.group().equals(group) && target.item().equals(item))
                .findFirst();
    }

    /**
     * What a group has to collect of all fees together.
     *
     * @param group a group of the plan
     * @return the sum of its targets
     */
    public Money total(CollectionGroupId group) {
        return targets.stream()
                .filter(target -> target.group().equals(group))
                .map(GroupTarget::target)
                .reduce(Money.zero(currency()), Money::plus);
    }

    /**
     * The currency of the plan.
     *
     * @return that of all its amounts
     */
    public Currency currency() {
        return targets.get(0).due().currency();
    }

    private static List<GroupTarget> under(
            GroupTree tree, List<GroupTarget> targets, GroupTarget whole) {
        List<CollectionGroupId> below =
                tree.below(whole.group()).stream().map(CollectionGroup::id).toList();
        return targets.stream()
                .filter(part -> part.item().equals(whole.item()) && below.contains(part.group()))
                .toList();
    }

    private static Money sum(List<GroupTarget> parts, GroupTarget whole) {
        return parts.stream()
                .map(GroupTarget::target)
                .reduce(Money.zero(whole.due().currency()), Money::plus);
    }

    /** The lists of one fee. */
    private record Listed(GroupTree tree, List<ListedArrears> arrears, FeeItemId item) {

        Money due(CollectionGroupId group) {
            Money sum = Money.zero(arrears.get(0).due().currency());
            for (ListedArrears row : arrears) {
                if (row.group().equals(group) && row.item().equals(item)) {
                    sum = sum.plus(row.due());
                }
            }
            for (CollectionGroup below : tree.below(group)) {
                sum = sum.plus(due(below.id()));
            }
            return sum;
        }

        void split(CollectionGroupId group, Money target, List<GroupTarget> into) {
            Money due = due(group);
            into.add(new GroupTarget(group, item, due, target));
            List<CollectionGroup> below = tree.below(group);
            List<Money> shares =
                    shares(target, below.stream().map(part -> due(part.id())).toList());
            for (int i = 0; i < below.size(); i++) {
                split(below.get(i).id(), shares.get(i), into);
            }
        }

        /** Where nobody owes anything, nobody has to collect anything. */
        private static List<Money> shares(Money target, List<Money> owed) {
            return owed.stream().allMatch(Money::isZero)
                    ? owed
                    : target.allocate(owed.stream().map(Money::minorUnits).toList());
        }
    }
}
