package dev.guanjia.duty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.Post;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.Responsibility;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Escalation goes strictly up and ends, whoever is there. */
class DutyEscalationProperties {

    private static final List<DutyOccurrence> MARCH =
            Company.calendar().occurrences(DateRange.of(YearMonth.of(2026, 3)));
    private static final List<PostKey> POSTS = Company.POSTS.all().stream().map(Post::key).toList();

    @Property(tries = 300)
    void everyLevelIsHigherThanTheOneBeforeAndTheLastIsReached(
            @ForAll @IntRange(max = 10_000) int index,
            @ForAll Set<@IntRange(max = 7) Integer> vacant) {
        DutyOccurrence occurrence = MARCH.get(index % MARCH.size());
        Responsibility company =
                Company.without(vacant.stream().map(POSTS::get).toArray(PostKey[]::new));
        Instant late = occurrence.due().end().orElseThrow();
        DutyRecord record = DutyRecord.due(occurrence);
        List<PostKey> levels = new ArrayList<>();
        for (Optional<DutyRecord> next = up(record, late, company); next.isPresent(); ) {
            record = next.get();
            levels.add(record.escalations().get(levels.size()).to());
            assertThat(levels).hasSizeLessThanOrEqualTo(POSTS.size());
            next = up(record, late, company);
        }
        List<PostKey> line = Company.POSTS.superiors(occurrence.key().post());
        assertThat(levels).doesNotHaveDuplicates().doesNotContain(occurrence.key().post());
        List<Integer> heights = levels.stream().map(line::indexOf).filter(at -> at >= 0).toList();
        assertThat(heights).isSorted();
        assertThat(levels.size() - heights.size())
                .as("the leader alone is off the line")
                .isIn(0, 1);
    }

    /** Somebody who may brings it up, if there is anywhere to go. */
    private static Optional<DutyRecord> up(
            DutyRecord record, Instant late, Responsibility company) {
        return POSTS.stream()
                .map(post -> new Actor(Company.staff(post), post, "v1"))
                .flatMap(
                        actor ->
                                record
                                        .escalate(actor, late, "", company)
                                        .fold(Optional::of, no -> Optional.<DutyRecord>empty())
                                        .stream())
                .findFirst();
    }
}
