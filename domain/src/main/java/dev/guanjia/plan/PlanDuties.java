package dev.guanjia.plan;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.decision.Decision;
import dev.guanjia.duty.DutyOccurrence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The items of plans as duties, and their place beside those of the catalogue. */
public final class PlanDuties {

    private PlanDuties() {}

    /**
     * The duties that a plan gives. The reviewer confirms them, unless the item is the reviewer's.
     *
     * @param plan the plan
     * @param staffing who answers for a post
     * @return one occurrence per item, by node date; or refused with {@code NOT_IN_FORCE}: what is
     *     not approved is not carried out
     */
    public static Decision<List<DutyOccurrence>> of(WorkPlan plan, Staffing staffing) {
        Optional<Instant> since = plan.inForceSince();
        if (since.isEmpty()) {
            return Decision.refuse(
                    List.of(
                            PlanRefusal.NOT_IN_FORCE.because(
                                    "plan", plan.head().id().value(),
                                    "state", plan.state().name())));
        }
        LocalDate approved = staffing.day(since.get());
        LocalDate begins = plan.head().period().days().start();
        LocalDate from = approved.isAfter(begins) ? approved : begins;
        return Decision.accept(
                plan.items().stream()
                        .sorted(Comparator.comparing(PlanItem::node).thenComparing(PlanItem::id))
                        .map(item -> duty(plan.head(), item, from).occurrence(staffing))
                        .toList());
    }

    /**
     * Lists occurrences beside those of the duty calendar, in its order.
     *
     * @param catalogue what the duty calendar gives for the range
     * @param given what plans and meetings give, of any time
     * @param range the days in which a period has to start, as for the duty calendar
     * @return all of the range, in key order
     */
    public static List<DutyOccurrence> beside(
            List<DutyOccurrence> catalogue, List<DutyOccurrence> given, DateRange range) {
        return Stream.concat(
                        catalogue.stream(),
                        given.stream().filter(one -> range.contains(one.period().start())))
                .sorted(Comparator.comparing(DutyOccurrence::key))
                .toList();
    }

    private static NodeDuty duty(PlanHead head, PlanItem item, LocalDate from) {
        return new NodeDuty(
                item.id().duty(),
                item.text(),
                item.owner(),
                Optional.of(head.posts().reviewer()).filter(post -> !post.equals(item.owner())),
                DateRange.ofClosed(from, item.node()),
                item.evidence(),
                head.id().value());
    }
}
