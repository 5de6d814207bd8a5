package dev.guanjia.organisation;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A company's limits over time. Rows are added, never changed: what held on a past day stays known.
 *
 * @param rows ordered by kind, post and first day; one row per kind, post and first day
 */
public record AuthorityLimits(List<AuthorityLimit> rows) {

    private static final Comparator<AuthorityLimit> ORDER =
            Comparator.comparing(AuthorityLimit::kind)
                    .thenComparing(AuthorityLimit::post)
                    .thenComparing(AuthorityLimit::from);

    /** Two rows for one day would leave open which holds. */
    public AuthorityLimits {
        rows = rows.stream().sorted(ORDER).toList();
        for (int i = 1; i < rows.size(); i++) {
            if (ORDER.compare(rows.get(i - 1), rows.get(i)) == 0) {
                throw new IllegalArgumentException("limit stands twice: " + rows.get(i));
            }
        }
    }

    /**
     * No limits: only the company leader signs.
     *
     * @return empty limits
     */
    public static AuthorityLimits none() {
        return new AuthorityLimits(List.of());
    }

    /**
     * Sets a limit from a day on.
     *
     * @param added the limit
     * @return all limits, or refused with {@code AUTHORITY_LIMIT_EXISTS}
     */
    public Decision<AuthorityLimits> add(AuthorityLimit added) {
        if (rows.stream().anyMatch(row -> ORDER.compare(row, added) == 0)) {
            Refusal exists =
                    OrganisationRefusal.AUTHORITY_LIMIT_EXISTS.because(
                            "kind", added.kind().value(),
                            "post", added.post().value(),
                            "from", added.from().toString());
            return Decision.refuse(List.of(exists));
        }
        List<AuthorityLimit> all = new ArrayList<>(rows);
        all.add(added);
        return Decision.accept(new AuthorityLimits(all));
    }

    /**
     * The limit of a post on a day.
     *
     * @param kind what is signed
     * @param post who signs
     * @param day the day
     * @return the latest row at or before the day, or empty before the first
     */
    public Optional<AuthorityLimit> inForce(AuthorityKind kind, PostKey post, LocalDate day) {
        return Optional.of(firstAfter(kind, post, day) - 1)
                .filter(index -> index >= 0)
                .map(rows::get)
                .filter(row -> row.kind().equals(kind) && row.post().equals(post));
    }

    /**
     * The posts that have, or had, a limit of a kind.
     *
     * @param kind what is signed
     * @return in key order; empty when no row is of that kind
     */
    public SortedSet<PostKey> posts(AuthorityKind kind) {
        SortedSet<PostKey> posts = new TreeSet<>();
        rows.stream().filter(row -> row.kind().equals(kind)).forEach(row -> posts.add(row.post()));
        return posts;
    }

    /** Halves the ordered rows: a company with many limits is asked as fast as one with few. */
    private int firstAfter(AuthorityKind kind, PostKey post, LocalDate day) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean after = compare(rows.get(middle), kind, post, day) > 0;
            low = after ? low : middle + 1;
            high = after ? middle : high;
        }
        return low;
    }

    private static int compare(
            AuthorityLimit row, AuthorityKind kind, PostKey post, LocalDate day) {
        int byKind = row.kind().compareTo(kind);
        int byPost = byKind == 0 ? row.post().compareTo(post) : byKind;
        return byPost == 0 ? row.from().compareTo(day) : byPost;
    }
}
