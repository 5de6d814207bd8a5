package dev.guanjia.description;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.calendar.DeadlineRule;
import dev.guanjia.catalogue.Label;
import dev.guanjia.duty.Duty;
import dev.guanjia.duty.DutyId;
import dev.guanjia.duty.HeldDuty;
import dev.guanjia.organisation.PostKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                duty.timing().codes(),
                duty.evidence(),
                duty.approvers());
    }

    /**
     * Tells a duty as a company has it: for its own posts, and for the keys of the row that are
     * none of them, so that a post that shares a department's duties finds them.
     *
     * @param held the duty
     * @return one per approver, because each performer has its own
     */
    public static List<DescribedDuty> from(HeldDuty held) {
        Map<Optional<PostKey>, List<PostKey>> byApprover = new LinkedHashMap<>();
        held.approvers()
                .forEach(
                        (post, approver) ->
                                byApprover
                                        .computeIfAbsent(approver, any -> new ArrayList<>())
                                        .add(post));
        List<DescribedDuty> told = new ArrayList<>();
        byApprover.forEach(
                (approver, posts) -> {
                    posts.addAll(told.isEmpty() ? otherKeys(held) : List.of());
                    told.add(from(held.duty()).with(posts, approver.stream().toList()));
                });
        return told;
    }

    private static List<PostKey> otherKeys(HeldDuty held) {
        return held.duty().posts().stream()
                .filter(key -> !held.posts().contains(key))
                .filter(key -> !held.duty().isOnlyApprover(key))
                .toList();
    }

    private DescribedDuty with(List<PostKey> performing, List<PostKey> confirming) {
        return new DescribedDuty(id, label, performing, cadences, deadlines, evidence, confirming);
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
     * Whether its deadline names a day or a moment, not only a word such as {@code promptly}.
     *
     * @return true if one of its deadlines does
     */
    public boolean isDated() {
        return deadlines.stream().anyMatch(DeadlineRule::isDated);
    }

    boolean isDoneByAny(List<PostKey> keys) {
        return posts.stream().anyMatch(keys::contains);
    }

    boolean isConfirmedBy(PostKey post) {
        return approvers.contains(post) && !posts.equals(List.of(post));
    }
}
