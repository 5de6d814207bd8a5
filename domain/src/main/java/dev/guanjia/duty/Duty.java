package dev.guanjia.duty;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a post has to do: a row of {@code duties.csv}. Source: requirements 02.
 *
 * @param id its key
 * @param label what it asks
 * @param posts who does it, each once, in row order; at least one
 * @param timing when it comes round
 * @param evidence the records that prove it, any of them; none when nothing need be shown
 * @param approver who confirms it; empty when a performance needs no confirmation
 * @param origin since when and from where
 */
public record Duty(
        DutyId id,
        Label label,
        List<PostKey> posts,
        Timing timing,
        List<String> evidence,
        Optional<PostKey> approver,
        Origin origin) {

    private static final Pattern RECORD_KEY = Pattern.compile("R-[A-Z]+(-[A-Z]+)*");

    /** A duty has somebody to do it, and nobody who only confirms themselves. */
    public Duty {
        posts = List.copyOf(posts);
        evidence = List.copyOf(evidence);
        if (posts.isEmpty() || new TreeSet<>(posts).size() != posts.size()) {
            throw new IllegalArgumentException("needs each post once: " + posts);
        }
        if (approver.isPresent() && posts.equals(List.of(approver.get()))) {
            throw new IllegalArgumentException("approves only itself: " + approver.get());
        }
        for (String proof : evidence) {
            requireRecord(proof);
        }
    }

    static Duty read(Row row, PostCatalogue posts) {
        Optional<PostKey> approver =
                row.text("approver").isBlank()
                        ? Optional.empty()
                        : Optional.of(row.as("approver", posts::parse));
        return new Duty(
                row.as("id", DutyId::new),
                row.label(),
                row.list("posts").stream().map(posts::parse).toList(),
                Timing.read(row),
                row.list("evidence"),
                approver,
                Origin.read(row));
    }

    /**
     * Who confirms what a post did. A post that shares a duty with its approver does not wait for
     * itself.
     *
     * @param post a post of this duty
     * @return the approver, or empty when the performance stands by itself
     */
    public Optional<PostKey> approverOf(PostKey post) {
        return approver.filter(confirming -> !confirming.equals(post));
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

    private static void requireRecord(String proof) {
        if (proof.isBlank() || (proof.startsWith("R-") && !RECORD_KEY.matcher(proof).matches())) {
            throw new IllegalArgumentException("record must look like R-FEE-CALC: " + proof);
        }
    }
}
