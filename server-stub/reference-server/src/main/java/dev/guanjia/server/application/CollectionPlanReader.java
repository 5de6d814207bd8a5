package dev.guanjia.server.application;

import dev.guanjia.billing.collection.CollectionGoal;
import dev.guanjia.billing.collection.CollectionGroupId;
import dev.guanjia.billing.collection.CollectionPlan;
import dev.guanjia.billing.collection.CollectionPlanId;
import dev.guanjia.billing.collection.GroupTarget;
import dev.guanjia.billing.collection.GroupTree;
import dev.guanjia.billing.collection.ListedArrears;
import dev.guanjia.billing.collection.PlanProgress;
import dev.guanjia.billing.collection.TargetSplit;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.server.application.CollectionPlanDesk.Planned;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.CollectionGroupStore;
import dev.guanjia.server.store.CollectionGroupStore.GroupRow;
import dev.guanjia.server.store.CollectionListingStore;
import dev.guanjia.server.store.CollectionPlanStore.PlanRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts collection plans together: their rows, and what follows from them. */
@Component
class CollectionPlanReader {

    private final CollectionGroupStore groups;
    private final CollectionListingStore lists;

    CollectionPlanReader(CollectionGroupStore groups, CollectionListingStore lists) {
        this.groups = groups;
        this.lists = lists;
    }

    /** The plans of some rows, in their order. */
    List<Planned> planned(String tenant, List<PlanRow> rows) {
        List<String> ids = rows.stream().map(PlanRow::id).toList();
        Map<String, List<GroupRow>> groupsOf = groups.groups(tenant, ids);
        Map<String, List<CollectionGoal>> goalsOf = groups.goals(tenant, ids);
        Map<String, List<ListedArrears>> arrearsOf = lists.arrears(tenant, ids);
        return rows.stream()
                .map(
                        row ->
                                planned(
                                        row,
                                        groupsOf.getOrDefault(row.id(), List.of()),
                                        goalsOf.getOrDefault(row.id(), List.of()),
                                        arrearsOf.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static Planned planned(
            PlanRow row,
            List<GroupRow> groups,
            List<CollectionGoal> goals,
            List<ListedArrears> arrears) {
        GroupTree tree = new GroupTree(groups.stream().map(GroupRow::group).toList());
        TargetSplit split =
                Refused.unlessAccepted(
                        TargetSplit.of(tree, arrears, goals), CollectionPlanInput.POINTERS);
        CollectionPlan plan =
                new CollectionPlan(
                        new CollectionPlanId(row.id()),
                        row.head().days(),
                        split,
                        new StaffId(row.authorId()),
                        row.state(),
                        row.ending());
        return new Planned(row, groups, goals, plan);
    }

    /** How far every group is with every fee at the end of a day. */
    List<PlanProgress> progress(String tenant, CollectionPlan plan, LocalDate on) {
        List<ListedArrears> paid = lists.collected(tenant, plan.id().value(), plan.counted(on));
        return plan.split().targets().stream()
                .map(
                        target ->
                                plan.progress(
                                        target, on, collected(plan.split().tree(), paid, target)))
                .toList();
    }

    private static Money collected(GroupTree tree, List<ListedArrears> paid, GroupTarget target) {
        return paid.stream()
                .filter(row -> row.item().equals(target.item()))
                .filter(row -> isUnder(tree, row.group(), target.group()))
                .map(ListedArrears::due)
                .reduce(Money.zero(target.due().currency()), Money::plus);
    }

    private static boolean isUnder(GroupTree tree, CollectionGroupId low, CollectionGroupId high) {
        return low.equals(high)
                || tree.below(high).stream().anyMatch(part -> isUnder(tree, low, part.id()));
    }
}
