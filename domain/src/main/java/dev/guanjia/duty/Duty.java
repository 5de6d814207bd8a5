package dev.guanjia.duty;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import dev.guanjia.organisation.PostKey;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What somebody has to do: a row of {@code duties.csv}. Source: requirements 02.
 *
 * @param id its key
 * @param label what it asks
 * @param posts who does it, each once, in row order and at least one: posts, departments or keys
 *     such as {@code ALL_STAFF} that each company resolves into posts of its own
 * @param timing when it comes round
 * @param evidence the records that prove it, any of them; none when nothing need be shown
 * @param approvers who confirms it, the first that a company has; none when a performance needs no
 *     confirmation
 * @param origin since when and from where
 */
public record Duty(
        DutyId id,
        Label label,
        List<PostKey> posts,
        Timing timing,
        List<String> evidence,
        List<PostKey> approvers,
        Origin origin) {

    private static final Pattern RECORD_KEY = Pattern.compile("R-[A-Z]+(-[A-Z]+)*");

    /** A duty has somebody to do it, and nobody who only confirms themselves. */
    public Duty {
        posts = List.copyOf(posts);
        evidence = List.copyOf(evidence);
        approvers = List.copyOf(approvers);
        if (posts.isEmpty() || new TreeSet<>(posts).size() != posts.size()) {
            throw new IllegalArgumentException("needs each post once: " + posts);
        }
        if (!approvers.isEmpty() && posts.equals(approvers)) {
            throw new IllegalArgumentException("approves only itself: " + approvers.get(0));
        }
        for (String proof : evidence) {
            requireRecord(proof);
        }
    }

    static Duty read(Row row, DutyKeys keys) {
        return new Duty(
                row.as("id", DutyId::new),
                row.label(),
                keys.posts(row, "posts"),
                Timing.read(row, keys.words()),
                keys.evidence(row),
                keys.posts(row, "approver"),
                Origin.read(row));
    }

    /**
     * Whether what is shown proves the duty.
     *
     * @param shown the evidence
     * @return true if no evidence is asked for or one of the records asked for is among it
     */
    public boolean isProvedBy(List<Evidence> shown) {
        return evidence.isEmpty()
                || shown.stream().anyMatch(proof -> evidence.contains(proof.record()));
    }

    /**
     * Whether one of several posts only confirms what the others do (SOD-12).
     *
     * @param post a key of {@link #posts}
     * @return true if it approves and is not alone
     */
    public boolean isOnlyApprover(PostKey post) {
        return posts.size() > 1 && approvers.contains(post);
    }

    /** The same row, ended by a later one. */
    Duty until(LocalDate day) {
        return new Duty(id, label, posts, timing, evidence, approvers, origin.until(day));
    }

    private static void requireRecord(String proof) {
        if (proof.isBlank() || (proof.startsWith("R-") && !RECORD_KEY.matcher(proof).matches())) {
            throw new IllegalArgumentException("record must look like R-FEE-CALC: " + proof);
        }
    }
}
