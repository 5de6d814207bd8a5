package dev.guanjia.workorder.callback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.money.Rational;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.company.DepartmentKey;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.callback.CallBack.Result;
import dev.guanjia.workorder.callback.CallBackRule.Mode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;

/** Samples, callers and rates, whatever comes. */
class CallBackProperties {

    private static final Instant DONE = Instant.parse("2026-03-06T08:00:00Z");

    @Provide
    Arbitrary<WorkOrderId> orders() {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(40)
                .map(WorkOrderId::new);
    }

    @Property
    void aLargerSampleHoldsTheSmaller(
            @ForAll("orders") WorkOrderId order,
            @ForAll long seed,
            @ForAll @IntRange(max = 100) int one,
            @ForAll @IntRange(max = 100) int other) {
        boolean small = sample(Math.min(one, other)).requires(order, false, seed);
        boolean large = sample(Math.max(one, other)).requires(order, false, seed);
        Statistics.collect(small + " " + large);
        assertThat(large || !small).isTrue();
        assertThat(sample(100).requires(order, false, seed)).isTrue();
        assertThat(sample(0).requires(order, false, seed)).isFalse();
    }

    @Property(tries = 50)
    void aSampleIsDrawnAgainAndDoesNotDependOnTheOrderOfOrders(
            @ForAll long seed, @ForAll @IntRange(max = 100) int percent, @ForAll Random random) {
        List<String> ids = IntStream.range(0, 50).mapToObj(i -> "wo_" + i).toList();
        List<String> shuffled = new ArrayList<>(ids);
        Collections.shuffle(shuffled, random);
        assertThat(drawn(shuffled, percent, seed)).isEqualTo(drawn(ids, percent, seed));
    }

    @Property(tries = 30)
    void aSampleIsAboutAsLargeAsItsShare(
            @ForAll long seed, @ForAll @IntRange(max = 100) int percent) {
        List<String> ids = IntStream.range(0, 1_000).mapToObj(i -> "wo_" + i).toList();
        assertThat(drawn(ids, percent, seed).size())
                .isBetween(percent * 10 - 100, percent * 10 + 100);
    }

    @Property
    void theCallerIsNeverOfADepartmentThatDidTheWork(
            @ForAll @Size(min = 6, max = 6) List<@IntRange(max = 7) Integer> departments,
            @ForAll @Size(min = 1, max = 3) Set<@IntRange(max = 5) Integer> workers,
            @ForAll @IntRange(max = 5) int caller) {
        PostKey post = new PostKey("CS_SUPERVISOR");
        Callers.Company company =
                new Callers.Company(
                        List::of,
                        staff ->
                                bits(
                                        departments.get(
                                                Integer.parseInt(staff.value().substring(3)))));
        boolean allowed =
                new Callers(List.of(post), false)
                        .check(
                                new Actor(staff(caller), post, "v1"),
                                workers.stream().map(CallBackProperties::staff).toList(),
                                company)
                        .fold(actor -> true, refused -> false);
        int doing = workers.stream().mapToInt(departments::get).reduce(0, (a, b) -> a | b);
        boolean known =
                departments.get(caller) > 0
                        && workers.stream().allMatch(worker -> departments.get(worker) > 0);
        Statistics.collect(allowed);
        assertThat(allowed)
                .isEqualTo(
                        known
                                && !workers.contains(caller)
                                && (doing & departments.get(caller)) == 0);
    }

    @Property
    void ratesLieBetweenZeroAndOne(
            @ForAll @Size(max = 20) List<@Size(max = 8) List<Result>> results,
            @ForAll boolean required) {
        List<CallBackFile> files = new ArrayList<>();
        for (List<Result> calls : results) {
            files.add(file("wo_" + files.size(), required, calls));
        }
        for (CallBackRate rate :
                List.of(
                        CallBackRate.calledBack(files),
                        CallBackRate.satisfied(files),
                        CallBackRate.satisfiedAtOnce(files))) {
            assertThat(rate.rate().isEmpty()).isEqualTo(rate.whole().isEmpty());
            rate.rate()
                    .ifPresent(value -> assertThat(value).isBetween(Rational.ZERO, Rational.ONE));
        }
        assertThat(CallBackRate.satisfiedAtOnce(files).part().size())
                .isLessThanOrEqualTo(CallBackRate.satisfied(files).part().size());
    }

    /** Enters what can be entered; what is refused changes nothing. */
    private static CallBackFile file(String order, boolean required, List<Result> results) {
        CallBackFile file = new CallBackFile(new WorkOrderId(order), required, List.of());
        for (int i = 0; i < results.size(); i++) {
            CallBackFile before = file;
            List<String> reasons =
                    results.get(i) == Result.UNSATISFIED ? List.of("LATE") : List.of();
            Actor caller = new Actor(staff(0), new PostKey("CS_SUPERVISOR"), "v1");
            CallBack call =
                    new CallBack(
                            CallBack.Way.VISIT,
                            caller,
                            DONE.plusSeconds(i),
                            results.get(i),
                            reasons);
            file = file.enter(call, DONE).fold(after -> after, refused -> before);
            boolean satisfied = before.latest().filter(r -> r == Result.SATISFIED).isPresent();
            assertThat(file == before).isEqualTo(satisfied);
        }
        return file;
    }

    private static Set<String> drawn(List<String> ids, int percent, long seed) {
        Set<String> drawn = new TreeSet<>();
        ids.stream()
                .filter(id -> sample(percent).requires(new WorkOrderId(id), true, seed))
                .forEach(drawn::add);
        return drawn;
    }

    private static CallBackRule sample(int percent) {
        return new CallBackRule(Mode.SAMPLE, Rational.of(percent, 100));
    }

    private static StaffId staff(int number) {
        return new StaffId("sf_" + number);
    }

    private static Set<DepartmentKey> bits(int bits) {
        Set<DepartmentKey> keys = new TreeSet<>();
        for (int i = 0; i < 3; i++) {
            if ((bits >> i & 1) == 1) {
                keys.add(new DepartmentKey("DEPT_" + i));
            }
        }
        return keys;
    }
}
