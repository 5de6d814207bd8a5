package dev.guanjia.plan;

import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a plan carries out its parent: the amounts of its items are, to the last fen, the parts that
 * the parent gives its department for its period.
 */
record PlanDecomposition(PlanHead head, List<PlanItem> items, Optional<WorkPlan> parent) {

    List<Refusal> faults() {
        if (head.parent().isEmpty()) {
            return itemsWithoutParent();
        }
        PlanId expected = head.parent().get();
        Optional<WorkPlan> found = parent.filter(plan -> plan.head().id().equals(expected));
        return found.map(this::against)
                .orElseGet(
                        () ->
                                List.of(
                                        PlanRefusal.PARENT_MISSING.because(
                                                "plan", head.id().value(),
                                                "parent", expected.value())));
    }

    private List<Refusal> itemsWithoutParent() {
        return items.stream()
                .filter(item -> item.under().isPresent())
                .map(item -> unknown(item, item.under().get()))
                .toList();
    }

    private List<Refusal> against(WorkPlan plan) {
        List<Refusal> faults = new ArrayList<>();
        if (plan.state() != PlanState.IN_FORCE) {
            faults.add(
                    PlanRefusal.PARENT_NOT_IN_FORCE.because(
                            "plan", head.id().value(),
                            "parent", plan.head().id().value(),
                            "state", plan.state().name()));
        }
        if (!plan.head().period().contains(head.period())) {
            faults.add(
                    PlanRefusal.OUTSIDE_PARENT.because(
                            "period", head.period().toString(),
                            "parent", plan.head().period().toString()));
        }
        items.forEach(item -> linkFault(plan, item).ifPresent(faults::add));
        plan.items().forEach(above -> faults.addAll(partFaults(above)));
        return faults;
    }

    private Optional<Refusal> linkFault(WorkPlan plan, PlanItem item) {
        return item.under()
                .filter(under -> plan.item(under).isEmpty())
                .map(under -> unknown(item, under));
    }

    private static Refusal unknown(PlanItem item, PlanItemId under) {
        return PlanRefusal.PARENT_ITEM_UNKNOWN.because(
                "item", item.id().value(), "under", under.value());
    }

    /** An item without an amount leaves its children free; one with an amount binds them. */
    private List<Refusal> partFaults(PlanItem above) {
        return above.target().map(target -> partFaults(above, target)).orElse(List.of());
    }

    private List<Refusal> partFaults(PlanItem above, PlanTarget target) {
        List<PlanItem> below =
                items.stream()
                        .filter(item -> item.under().equals(Optional.of(above.id())))
                        .filter(item -> item.amount().isPresent())
                        .toList();
        Optional<PlanPart> part =
                target.parts().stream().filter(candidate -> candidate.isFor(head)).findFirst();
        if (part.isEmpty()) {
            return below.stream().map(this::notForeseen).toList();
        }
        return sumFaults(above, part.get().amount(), below);
    }

    private Refusal notForeseen(PlanItem item) {
        return PlanRefusal.PART_NOT_FORESEEN.because(
                "item", item.id().value(), "part", head.department() + "/" + head.period());
    }

    private static List<Refusal> sumFaults(PlanItem above, Money planned, List<PlanItem> below) {
        List<Refusal> faults = new ArrayList<>();
        Money found = Money.zero(planned.currency());
        for (PlanItem item : below) {
            Money amount = item.amount().orElseThrow();
            if (amount.currency().equals(planned.currency())) {
                found = found.plus(amount);
            } else {
                faults.add(PlanRefusal.currency(item.id().value(), planned, amount));
            }
        }
        if (faults.isEmpty() && !found.equals(planned)) {
            faults.add(
                    PlanRefusal.PART_NOT_MET.because(
                            "item", above.id().value(),
                            "planned", planned.toString(),
                            "found", found.toString()));
        }
        return faults;
    }
}
