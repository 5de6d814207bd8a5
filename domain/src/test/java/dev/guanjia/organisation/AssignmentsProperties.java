package dev.guanjia.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class AssignmentsProperties {

    private static final LocalDate BASE = LocalDate.of(2026, 1, 1);

    @Property
    void theOrderInWhichAssignmentsBecameKnownDoesNotMatter(
            @ForAll("rows") List<Assignment> rows, @ForAll long seed) {
        List<Assignment> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(new Assignments(shuffled)).isEqualTo(new Assignments(rows));
    }

    @Property
    void whoHoldsAPostAndWhichPostsOneHoldsAgree(
            @ForAll("rows") List<Assignment> rows, @ForAll @IntRange(max = 120) int days) {
        Assignments held = new Assignments(rows);
        LocalDate day = BASE.plusDays(days);
        for (Assignment row : rows) {
            assertThat(held.holders(row.post(), day).contains(row.staff()))
                    .isEqualTo(held.posts(row.staff(), day).contains(row.post()))
                    .isEqualTo(row.covers(day) || coveredByAnother(rows, row, day));
        }
    }

    private static boolean coveredByAnother(List<Assignment> rows, Assignment row, LocalDate day) {
        return rows.stream()
                .anyMatch(
                        other ->
                                other.staff().equals(row.staff())
                                        && other.post().equals(row.post())
                                        && other.covers(day));
    }

    /** Rows that overlap an earlier one are left out, as the company could not have made them. */
    @Provide
    Arbitrary<List<Assignment>> rows() {
        Arbitrary<Assignment> row =
                Combinators.combine(
                                Arbitraries.of("sf_1", "sf_2", "sf_3"),
                                Arbitraries.of("CASHIER", "STEWARD"),
                                Arbitraries.integers().between(0, 100),
                                Arbitraries.integers().between(0, 30).optional())
                        .as(
                                (staff, post, from, length) ->
                                        new Assignment(
                                                new StaffId(staff),
                                                new PostKey(post),
                                                BASE.plusDays(from),
                                                length.map(n -> BASE.plusDays(from + n))));
        return row.list().ofMaxSize(12).map(AssignmentsProperties::withoutOverlaps);
    }

    private static List<Assignment> withoutOverlaps(List<Assignment> rows) {
        List<Assignment> kept = new ArrayList<>();
        for (Assignment row : rows) {
            Optional<Assignment> earlier = kept.stream().filter(row::overlaps).findAny();
            if (earlier.isEmpty()) {
                kept.add(row);
            }
        }
        return kept;
    }
}
