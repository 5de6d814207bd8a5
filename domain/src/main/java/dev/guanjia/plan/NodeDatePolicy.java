package dev.guanjia.plan;

import dev.guanjia.calendar.WorkCalendar;
import dev.guanjia.decision.Refusal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * On which days a company lets node dates fall.
 *
 * @param workingDays only on the working days of this calendar; empty where any day will do
 */
public record NodeDatePolicy(Optional<WorkCalendar> workingDays) {

    /**
     * Any day, the policy of a company that says nothing.
     *
     * @return the policy
     */
    public static NodeDatePolicy anyDay() {
        return new NodeDatePolicy(Optional.empty());
    }

    /**
     * Working days only.
     *
     * @param calendar says which days those are
     * @return the policy
     */
    public static NodeDatePolicy workingDaysOnly(WorkCalendar calendar) {
        return new NodeDatePolicy(Optional.of(calendar));
    }

    /**
     * Judges a node date. A year whose holidays are not announced is refused, not guessed.
     *
     * @param item what falls due, for the refusal
     * @param node its node date
     * @return {@code NODE_BEYOND_CALENDAR}, {@code NODE_NOT_WORKING_DAY}, or empty if it may stand
     */
    public Optional<Refusal> refusal(String item, LocalDate node) {
        return workingDays.flatMap(calendar -> refusal(calendar, item, node));
    }

    private static Optional<Refusal> refusal(WorkCalendar calendar, String item, LocalDate node) {
        if (!calendar.covered().contains(node)) {
            return Optional.of(
                    PlanRefusal.NODE_BEYOND_CALENDAR.because(
                            "item", item,
                            "node", node.toString(),
                            "covered", calendar.covered().toString()));
        }
        return calendar.isWorkingDay(node)
                ? Optional.empty()
                : Optional.of(
                        PlanRefusal.NODE_NOT_WORKING_DAY.because(
                                "item", item, "node", node.toString()));
    }
}
