package dev.guanjia.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Time is a set of instants, however it is cut into spans. */
class TimeSpanProperties {

    private static final int END = 60;

    @Provide
    Arbitrary<List<TimeSpan>> reports() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(1, 19))
                .as((from, length) -> span(from, from + length))
                .list()
                .ofMaxSize(8);
    }

    @Property
    void theUnionIsTheSecondsThatAnyReportHolds(@ForAll("reports") List<TimeSpan> reports) {
        long held =
                IntStream.range(0, END)
                        .mapToObj(second -> span(second, second + 1))
                        .filter(second -> reports.stream().anyMatch(holds(second)))
                        .count();
        List<TimeSpan> union = TimeSpan.union(reports);
        assertThat(TimeSpan.total(union)).isEqualTo(Duration.ofSeconds(held));
        assertThat(TimeSpan.total(union)).isLessThanOrEqualTo(TimeSpan.total(reports));
        for (int i = 1; i < union.size(); i++) {
            assertThat(union.get(i).start()).isAfter(union.get(i - 1).end());
        }
        assertThat(TimeSpan.union(union)).isEqualTo(union);
    }

    @Property
    void theUnionDoesNotDependOnOrderOrOnSplitting(
            @ForAll("reports") List<TimeSpan> reports, @ForAll Random random) {
        List<TimeSpan> other = new ArrayList<>();
        for (TimeSpan report : reports) {
            long length = Duration.between(report.start(), report.end()).toSeconds();
            long cut = random.nextInt((int) length + 1);
            Instant middle = report.start().plusSeconds(cut);
            if (cut > 0) {
                other.add(new TimeSpan(report.start(), middle));
            }
            if (cut < length) {
                other.add(new TimeSpan(middle, report.end()));
            }
        }
        Collections.shuffle(other, random);
        assertThat(TimeSpan.union(other)).isEqualTo(TimeSpan.union(reports));
    }

    @Property
    void whatIsCommonAndWhatIsNotMakeTheWhole(
            @ForAll("reports") List<TimeSpan> some, @ForAll("reports") List<TimeSpan> others) {
        List<TimeSpan> one = TimeSpan.union(some);
        List<TimeSpan> two = TimeSpan.union(others);
        List<TimeSpan> both = new ArrayList<>(one);
        both.addAll(two);
        Duration shared = TimeSpan.total(TimeSpan.common(one, two));
        assertThat(TimeSpan.total(TimeSpan.union(both)).plus(shared))
                .isEqualTo(TimeSpan.total(both));
    }

    @Property
    void whatIsCoveredAndWhatIsOpenMakeTheWhole(@ForAll("reports") List<TimeSpan> covers) {
        TimeSpan whole = span(10, 50);
        List<TimeSpan> gaps = whole.gaps(covers);
        List<TimeSpan> held = TimeSpan.common(TimeSpan.union(covers), List.of(whole));
        assertThat(TimeSpan.total(gaps).plus(TimeSpan.total(held)))
                .isEqualTo(Duration.ofSeconds(40));
        for (int second = 10; second < 50; second++) {
            Instant at = Instant.ofEpochSecond(second);
            assertThat(gaps.stream().anyMatch(gap -> gap.contains(at)))
                    .isNotEqualTo(covers.stream().anyMatch(cover -> cover.contains(at)));
        }
    }

    private static java.util.function.Predicate<TimeSpan> holds(TimeSpan second) {
        return report -> report.within(second).isPresent();
    }

    private static TimeSpan span(int from, int to) {
        return new TimeSpan(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to));
    }
}
