package dev.guanjia.asset;

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

/** Time out of service is a set of instants, however it is reported. */
class StretchProperties {

    private static final int END = 60;

    @Provide
    Arbitrary<List<Stretch>> reports() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(1, 19))
                .as((from, length) -> stretch(from, from + length))
                .list()
                .ofMaxSize(8);
    }

    @Property
    void theUnionIsTheSecondsThatAnyReportHolds(@ForAll("reports") List<Stretch> reports) {
        long held =
                IntStream.range(0, END)
                        .mapToObj(second -> stretch(second, second + 1))
                        .filter(second -> reports.stream().anyMatch(holds(second)))
                        .count();
        List<Stretch> union = Stretch.union(reports);
        assertThat(Stretch.total(union)).isEqualTo(Duration.ofSeconds(held));
        assertThat(Stretch.total(union)).isLessThanOrEqualTo(Stretch.total(reports));
        for (int i = 1; i < union.size(); i++) {
            assertThat(union.get(i).from()).isAfter(union.get(i - 1).to());
        }
        assertThat(Stretch.union(union)).isEqualTo(union);
    }

    @Property
    void theUnionDoesNotDependOnOrderOrOnSplitting(
            @ForAll("reports") List<Stretch> reports, @ForAll Random random) {
        List<Stretch> other = new ArrayList<>();
        for (Stretch report : reports) {
            long length = Duration.between(report.from(), report.to()).toSeconds();
            long cut = random.nextInt((int) length + 1);
            Instant middle = report.from().plusSeconds(cut);
            if (cut > 0) {
                other.add(new Stretch(report.from(), middle));
            }
            if (cut < length) {
                other.add(new Stretch(middle, report.to()));
            }
        }
        Collections.shuffle(other, random);
        assertThat(Stretch.union(other)).isEqualTo(Stretch.union(reports));
    }

    @Property
    void whatIsCommonAndWhatIsNotMakeTheWhole(
            @ForAll("reports") List<Stretch> some, @ForAll("reports") List<Stretch> others) {
        List<Stretch> one = Stretch.union(some);
        List<Stretch> two = Stretch.union(others);
        List<Stretch> both = new ArrayList<>(one);
        both.addAll(two);
        Duration shared = Stretch.total(Stretch.common(one, two));
        assertThat(Stretch.total(Stretch.union(both)).plus(shared)).isEqualTo(Stretch.total(both));
    }

    private static java.util.function.Predicate<Stretch> holds(Stretch second) {
        return report -> report.within(second).isPresent();
    }

    private static Stretch stretch(int from, int to) {
        return new Stretch(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to));
    }
}
