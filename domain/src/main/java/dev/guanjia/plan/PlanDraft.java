package dev.guanjia.plan;

import dev.guanjia.decision.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Items about to become a plan's: every reason against them. */
record PlanDraft(PlanHead head, List<PlanItem> items, PlanTerms terms) {

    List<Refusal> faults() {
        List<Refusal> faults = new ArrayList<>();
        if (items.isEmpty()) {
            faults.add(PlanRefusal.WITHOUT_ITEMS.because("plan", head.id().value()));
        }
        faults.addAll(twice(items));
        postsUnknown(faults);
        for (PlanItem item : items) {
            faults.addAll(outsidePeriod(head, item));
            terms.nodeDates().refusal(item.id().value(), item.node()).ifPresent(faults::add);
        }
        return faults;
    }

    static List<Refusal> twice(List<PlanItem> items) {
        Set<PlanItemId> seen = new TreeSet<>();
        return items.stream()
                .filter(item -> !seen.add(item.id()))
                .map(item -> PlanRefusal.ITEM_TWICE.because("item", item.id().value()))
                .toList();
    }

    static List<Refusal> outsidePeriod(PlanHead head, PlanItem item) {
        List<Refusal> faults = new ArrayList<>();
        if (!head.period().days().contains(item.node())) {
            faults.add(
                    PlanRefusal.NODE_OUTSIDE_PERIOD.because(
                            "item", item.id().value(),
                            "node", item.node().toString(),
                            "period", head.period().toString()));
        }
        item.target().map(PlanTarget::parts).orElse(List.of()).stream()
                .map(PlanPart::period)
                .filter(part -> !head.period().contains(part))
                .distinct()
                .map(
                        part ->
                                PlanRefusal.PART_OUTSIDE_PERIOD.because(
                                        "item", item.id().value(),
                                        "part", part.toString(),
                                        "period", head.period().toString()))
                .forEach(faults::add);
        return faults;
    }

    private void postsUnknown(List<Refusal> faults) {
        PlanPosts posts = head.posts();
        Stream.concat(Stream.of(posts.preparer(), posts.reviewer()), posts.approver().stream())
                .filter(post -> !terms.staffing().knows(post, head.period().days().start()))
                .map(post -> PlanRefusal.POST_UNKNOWN.because("item", "-", "post", post.value()))
                .forEach(faults::add);
        items.stream()
                .filter(item -> !terms.staffing().knows(item.owner(), item.node()))
                .map(
                        item ->
                                PlanRefusal.POST_UNKNOWN.because(
                                        "item", item.id().value(), "post", item.owner().value()))
                .forEach(faults::add);
    }
}
