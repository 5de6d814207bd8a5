package dev.guanjia.billing.collection;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.decision.Refusal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.TreeSet;

/** What the rows of a plan must keep to. */
final class SplitRules {

    private final GroupTree tree;
    private final List<ListedArrears> arrears;
    private final List<Refusal> faults = new ArrayList<>();

    private SplitRules(GroupTree tree, List<ListedArrears> arrears) {
        this.tree = tree;
        this.arrears = arrears;
    }

    static List<Refusal> faults(
            GroupTree tree, List<ListedArrears> arrears, List<CollectionGoal> goals) {
        SplitRules rules = new SplitRules(tree, arrears);
        for (int row = 0; row < arrears.size(); row++) {
            rules.row(row);
        }
        rules.goals(goals.stream().map(CollectionGoal::item).toList());
        return rules.faults;
    }

    private void row(int index) {
        ListedArrears row = arrears.get(index);
        if (!tree.isLast(row.group())) {
            faults.add(because(CollectionRefusal.ARREARS_OUT_OF_PLACE, row));
        }
        boolean again =
                arrears.subList(0, index).stream()
                        .anyMatch(
                                other ->
                                        other.group().equals(row.group())
                                                && other.item().equals(row.item()));
        if (again) {
            faults.add(because(CollectionRefusal.ARREARS_TWICE, row));
        }
        if (row.due().isNegative()) {
            faults.add(
                    CollectionRefusal.ARREARS_NEGATIVE.because(
                            "group", row.group().value(),
                            "item", row.item().value(),
                            "due", row.due().toString()));
        }
        Currency first = arrears.get(0).due().currency();
        if (!row.due().currency().equals(first)) {
            faults.add(
                    CollectionRefusal.ARREARS_CURRENCY.because(
                            "group", row.group().value(),
                            "item", row.item().value(),
                            "due", row.due().toString(),
                            "currency", first.getCurrencyCode()));
        }
    }

    private void goals(List<FeeItemId> wanted) {
        TreeSet<FeeItemId> seen = new TreeSet<>();
        for (FeeItemId item : wanted) {
            if (!seen.add(item)) {
                faults.add(CollectionRefusal.GOAL_TWICE.because("item", item.value()));
            }
        }
        TreeSet<FeeItemId> listed = new TreeSet<>();
        arrears.forEach(row -> listed.add(row.item()));
        TreeSet<FeeItemId> both = new TreeSet<>(List.copyOf(seen));
        both.retainAll(listed);
        seen.addAll(listed);
        seen.removeAll(both);
        for (FeeItemId item : seen) {
            faults.add(CollectionRefusal.GOAL_WITHOUT_ARREARS.because("item", item.value()));
        }
        if (wanted.isEmpty() && arrears.isEmpty()) {
            faults.add(CollectionRefusal.GOAL_WITHOUT_ARREARS.because("item", "-"));
        }
    }

    private static Refusal because(CollectionRefusal code, ListedArrears row) {
        return code.because("group", row.group().value(), "item", row.item().value());
    }
}
