package dev.guanjia.description;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.calendar.DeadlineRule;
import dev.guanjia.catalogue.Label;
import dev.guanjia.duty.Duty;
import dev.guanjia.duty.DutyId;
import dev.guanjia.organisation.PostKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A duty as a job description tells it.
 *
 * @param id its key
 * @param label what it asks
 * @param posts who does it
 * @param cadences how often it comes round, each once
 * @param deadlines the codes of its deadlines, e.g. {@code day-30}; none where none is printed
 * @param evidence the records that prove it, any of them
 * @param approvers who confirms it; none when a performance stands by itself
 */
public record DescribedDuty(
        DutyId id,
        Label label,
        List<PostKey> posts,
        List<Cadence> cadences,
        List<String> deadlines,
        List<String> evidence,
        List<PostKey> approvers) {

    /** Copies; the cadences in the order of their type. */
    public DescribedDuty {
        posts = List.copyOf(posts);
        cadences = cadences.stream().sorted().toList();
        deadlines = List.copyOf(deadlines);
        evidence = List.copyOf(evidence);
        approvers = List.copyOf(approvers);
    }

    /**
     * Tells a duty of the catalogue.
     *
     * @param duty the duty
     * @return what a job description says of it
     */
    public static DescribedDuty from(Duty duty) {
        return new DescribedDuty(
                duty.id(),
                duty.label(),
                duty.posts(),
                duty.timing().cadences(),
                duty.timing().deadline().map(DeadlineRule::toString).stream().toList(),
                duty.evidence(),
                duty.approver().stream().toList());
    }

    /**
     * The cadence under which it stands: the most frequent that the calendar fixes, or else the
     * first of the others.
     *
     * @return the cadence, or empty where the source prints none
     */
    public Optional<Cadence> cadence() {
        return cadences.stream()
                .min(
                        Comparator.comparing((Cadence cadence) -> !cadence.isCalendarBound())
                                .thenComparing(Comparator.naturalOrder()));
    }

    /**
     * Whether a day can be said by which it is due.
     *
     * @return true if it has a deadline or comes round by the calendar
     */
    public boolean isDated() {
        return !deadlines.isEmpty() || cadence().filter(Cadence::isCalendarBound).isPresent();
    }

    boolean isDoneByAny(List<PostKey> keys) {
        return posts.stream().anyMatch(keys::contains);
    }

    boolean isConfirmedBy(PostKey post) {
        return approvers.contains(post) && !posts.equals(List.of(post));
    }
}
