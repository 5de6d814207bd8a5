package dev.guanjia.organisation.segregation;

import dev.guanjia.organisation.Assignments;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What every person has and keeps over time, found by person and by key without a search.
 *
 * <p>Shape: building it is linear in the number of holdings but for the sorting of names; a
 * question looks at the holdings of one person or of one key only.
 */
public final class Holdings {

    private static final Comparator<Holding> ORDER =
            Comparator.comparing(Holding::from)
                    .thenComparing(Holding::staff)
                    .thenComparing(Holding::key)
                    .thenComparing(Holding::way);

    private final SortedMap<StaffId, List<Holding>> byStaff = new TreeMap<>();
    private final Map<String, List<Holding>> byKey = new HashMap<>();

    private Holdings(List<Holding> rows) {
        for (Holding row : rows) {
            byStaff.computeIfAbsent(row.staff(), staff -> new ArrayList<>()).add(row);
            byKey.computeIfAbsent(row.key().value(), key -> new ArrayList<>()).add(row);
        }
    }

    /**
     * Collects what persons have.
     *
     * @param assignments who holds which post when
     * @param others things kept and authority delegated
     * @return all of it
     */
    public static Holdings of(Assignments assignments, List<Holding> others) {
        Stream<Holding> posts = assignments.rows().stream().map(Holding::ofPost);
        return new Holdings(Stream.concat(posts, others.stream()).sorted(ORDER).toList());
    }

    /**
     * Everybody who ever had anything.
     *
     * @return in order of ids
     */
    public List<StaffId> staff() {
        return List.copyOf(byStaff.keySet());
    }

    /**
     * What a person ever had.
     *
     * @param staff the person
     * @return earliest first
     */
    public List<Holding> of(StaffId staff) {
        return Collections.unmodifiableList(byStaff.getOrDefault(staff, List.of()));
    }

    /**
     * What a person has on a day.
     *
     * @param staff the person
     * @param day the day
     * @return earliest first
     */
    public List<Holding> of(StaffId staff, LocalDate day) {
        return byStaff.getOrDefault(staff, List.of()).stream()
                .filter(row -> row.covers(day))
                .toList();
    }

    /**
     * Who acts in a post: by assignment, or standing in.
     *
     * @param post the post
     * @param day the day
     * @return longest in the post first, then by id; empty when it is vacant
     */
    public List<StaffId> holders(PostKey post, LocalDate day) {
        return byKey.getOrDefault(post.value(), List.of()).stream()
                .filter(row -> row.isInPost() && row.covers(day))
                .map(Holding::staff)
                .toList();
    }

    /**
     * Whether a person acts in a post: by assignment, or standing in.
     *
     * @param staff the person
     * @param post the post
     * @param day the day
     * @return true if so
     */
    public boolean isHeld(StaffId staff, PostKey post, LocalDate day) {
        return byStaff.getOrDefault(staff, List.of()).stream()
                .anyMatch(
                        row ->
                                row.isInPost()
                                        && row.key().value().equals(post.value())
                                        && row.covers(day));
    }
}
