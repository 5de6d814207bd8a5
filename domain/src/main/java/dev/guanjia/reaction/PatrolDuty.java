package dev.guanjia.reaction;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.duty.OccurrenceKey;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.security.patrol.PatrolPlan;
import dev.guanjia.security.patrol.PatrolRound;
import dev.guanjia.security.patrol.ShiftConformity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A finished patrol round, and what it means for the duty that its plan fulfils: each area that it
 * covered in a shift is covered for the occurrence of that shift. Source: requirements 02
 * D-003-OML-04, 03 P-PATROL.
 *
 * @param round the round
 * @param post the post in which it was walked; whose occurrence it counts for
 */
public record PatrolDuty(PatrolRound round, PostKey post) {

    /** A walk that goes on covers nothing yet. */
    public PatrolDuty {
        if (round.finishedAt().isEmpty()) {
            throw new IllegalArgumentException("not finished: " + round.id());
        }
    }

    /**
     * That an area was covered.
     *
     * @param occurrence for which occurrence
     * @param area which area
     * @param at when
     */
    public record Cover(OccurrenceKey occurrence, String area, Instant at) {}

    /**
     * That somebody entered by hand that they covered an area.
     *
     * @param area which area
     * @param by who
     * @param at when
     */
    public record Entry(String area, StaffId by, Instant at) {}

    /**
     * What the round covered in the shift of a day.
     *
     * @param plan the plan that it was walked by, with the shift as it is on that day
     * @param day the day on which the shift begins
     * @param zone where the company is
     * @return one per area whose checkpoints were all reached, the last of them in the shift; by
     *     area
     */
    public List<Cover> covers(PatrolPlan plan, LocalDate day, ZoneId zone) {
        OccurrenceKey occurrence =
                new OccurrenceKey(plan.duty(), post, Cadence.SHIFT, day, plan.shift().id());
        return plan.conformity(day, zone, List.of(round)).visits().entrySet().stream()
                .flatMap(
                        visited ->
                                visited.getValue().stream()
                                        .map(ShiftConformity.Visit::at)
                                        .map(at -> new Cover(occurrence, visited.getKey(), at)))
                .toList();
    }

    /**
     * Leaves out what the walker entered by hand.
     *
     * @param covers what the round covered
     * @param entered what was entered by hand for the same occurrence
     * @return what is still to be entered
     */
    public List<Cover> without(List<Cover> covers, List<Entry> entered) {
        return covers.stream()
                .filter(cover -> entered.stream().noneMatch(entry -> isSame(cover, entry)))
                .toList();
    }

    /**
     * Whether an entry by hand says what the round says: the walker covered an area of the route
     * while walking it.
     *
     * @param entry an entry of an occurrence that the round counts for
     * @return true from the beginning of the round to its end, both included
     */
    public boolean says(Entry entry) {
        return entry.by().equals(round.by())
                && round.covered(entry.area()).isPresent()
                && !entry.at().isBefore(round.startedAt())
                && round.finishedAt().stream().noneMatch(entry.at()::isAfter);
    }

    private boolean isSame(Cover cover, Entry entry) {
        return cover.area().equals(entry.area()) && says(entry);
    }
}
