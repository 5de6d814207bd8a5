package dev.guanjia.plan;

import dev.guanjia.decision.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Results about to be a plan's: every reason against them. */
record PlanResults(List<PlanItem> items, List<PlanResult> results) {

    List<Refusal> faults() {
        List<Refusal> faults = new ArrayList<>();
        Set<PlanItemId> expected = new TreeSet<>(items.stream().map(PlanItem::id).toList());
        for (PlanResult result : results) {
            if (!expected.remove(result.item())) {
                faults.add(PlanRefusal.RESULT_UNKNOWN.because("item", result.item().value()));
            }
        }
        expected.forEach(
                item -> faults.add(PlanRefusal.RESULT_MISSING.because("item", item.value())));
        if (faults.isEmpty()) {
            items.forEach(item -> faults.addAll(faults(item, of(item))));
        }
        return faults;
    }

    /** The result of an item, of which there is exactly one. */
    PlanResult of(PlanItem item) {
        return results.stream()
                .filter(result -> result.item().equals(item.id()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Refusal> faults(PlanItem item, PlanResult result) {
        List<Refusal> faults = new ArrayList<>();
        String id = item.id().value();
        outcomeFault(item, result).ifPresent(faults::add);
        item.amount()
                .filter(planned -> result.actual().isEmpty())
                .map(
                        planned ->
                                PlanRefusal.ACTUAL_MISSING.because(
                                        "item", id, "planned", planned.toString()))
                .ifPresent(faults::add);
        item.amount()
                .flatMap(
                        planned ->
                                result.actual()
                                        .filter(
                                                actual ->
                                                        !actual.currency()
                                                                .equals(planned.currency()))
                                        .map(actual -> PlanRefusal.currency(id, planned, actual)))
                .ifPresent(faults::add);
        return faults;
    }

    private static Optional<Refusal> outcomeFault(PlanItem item, PlanResult result) {
        String id = item.id().value();
        return switch (result.outcome()) {
            case DONE ->
                    result.proves(item)
                            ? Optional.empty()
                            : Optional.of(
                                    PlanRefusal.RESULT_UNPROVED.because(
                                            "item",
                                            id,
                                            "expected",
                                            String.join(", ", item.evidence())));
            case NOT_DONE ->
                    result.note().isBlank()
                            ? Optional.of(PlanRefusal.RESULT_UNEXPLAINED.because("item", id))
                            : Optional.empty();
        };
    }
}
