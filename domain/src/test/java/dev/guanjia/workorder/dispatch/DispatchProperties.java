package dev.guanjia.workorder.dispatch;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.workorder.Spoken.codes;
import static dev.guanjia.workorder.dispatch.Jobs.AT;
import static dev.guanjia.workorder.dispatch.Jobs.AT_WORK;
import static dev.guanjia.workorder.dispatch.Jobs.DAY;
import static dev.guanjia.workorder.dispatch.Jobs.ON_CALL;
import static dev.guanjia.workorder.dispatch.Jobs.PAPER;
import static dev.guanjia.workorder.dispatch.Jobs.WIRING;
import static dev.guanjia.workorder.dispatch.Jobs.ZONE;
import static dev.guanjia.workorder.dispatch.Jobs.fitness;
import static dev.guanjia.workorder.dispatch.Jobs.paper;
import static dev.guanjia.workorder.dispatch.Jobs.repair;
import static dev.guanjia.workorder.dispatch.Jobs.worker;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.staff.Fitness;
import dev.guanjia.organisation.staff.Qualification;
import dev.guanjia.workorder.dispatch.Dispatch.Turn;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** Random workers with random papers on random days. */
class DispatchProperties {

    private static final List<List<OnDuty>> TIMES =
            List.of(List.of(AT_WORK), List.of(ON_CALL), List.of());

    /**
     * One worker.
     *
     * @param lastDay of the certificate, in days from the job; none at ten and above
     * @param wired whether the job's own need is met
     * @param times which times
     * @param load how much
     * @param idle hours since last sent; never when negative
     */
    private record Person(int lastDay, boolean wired, int times, int load, int idle) {}

    @Provide
    Arbitrary<List<Person>> people() {
        return Combinators.combine(
                        Arbitraries.integers().between(-3, 12),
                        Arbitraries.of(true, true, false),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(-1, 3))
                .as(Person::new)
                .list()
                .ofMaxSize(8);
    }

    @Property
    void theUncertifiedIsNeverOffered(
            @ForAll("people") List<Person> people, @ForAll boolean emergency) {
        Job job = new Job(repair(WIRING), "A1", AT, ZONE, 1, emergency, null);
        Proposal proposal = Proposal.of(workers(people), job, papers(people));
        for (int i = 0; i < people.size(); i++) {
            Person person = people.get(i);
            boolean certified = person.lastDay() >= 0 && person.lastDay() < 10 && person.wired();
            StaffId staff = Jobs.staff("w" + i);
            if (!certified) {
                assertThat(proposal.eligible()).doesNotContain(staff);
                assertThat(codes(Dispatch.open().assign(staff, proposal, 0))).isNotEmpty();
            }
            boolean there = person.times() == 0 || (person.times() == 1 && emergency);
            assertThat(proposal.eligible().contains(staff))
                    .isEqualTo(certified && there && person.load() < 5);
            Statistics.collect(certified ? "certified" : "uncertified");
        }
        assertThat(proposal.ranked().size() + proposal.excluded().size()).isEqualTo(people.size());
    }

    @Property
    void theOrderOfTheInputDoesNotMatter(
            @ForAll("people") List<Person> people, @ForAll Random random) {
        Job job = new Job(repair(), "A1", AT, ZONE, 1, true, null);
        List<Worker> shuffled = new ArrayList<>(workers(people));
        Collections.shuffle(shuffled, random);
        assertThat(Proposal.of(shuffled, job, papers(people)))
                .isEqualTo(Proposal.of(workers(people), job, papers(people)));
    }

    @Property
    void howeverManyTakeOneHasTheJob(
            @ForAll @IntRange(min = 1, max = 6) int workers, @ForAll Random random) {
        Proposal all = everybody(workers);
        Dispatch job = accepted(Dispatch.open().offer(all, 0));
        List<StaffId> takers = new ArrayList<>(all.eligible());
        Collections.shuffle(takers, random);
        List<StaffId> winners = new ArrayList<>();
        for (StaffId taker : takers) {
            var answer = job.take(taker, all, 1);
            job = answer.fold(after -> after, refused -> null) == null ? job : accepted(answer);
            answer.fold(after -> winners.add(taker), refused -> false);
        }
        assertThat(winners).containsExactly(takers.get(0));
        assertThat(job.worker()).isEqualTo(takers.get(0));
    }

    @Property
    void theRotaGivesEverybodyTheSame(
            @ForAll @IntRange(min = 1, max = 6) int workers,
            @ForAll @IntRange(min = 1, max = 5) int rounds) {
        Proposal all = everybody(workers);
        Rota rota = Rota.of(all.eligible());
        Map<StaffId, Integer> counts = new HashMap<>();
        for (int i = 0; i < workers * rounds; i++) {
            Turn turn = accepted(Dispatch.open().next(rota, all, 0));
            counts.merge(turn.dispatch().worker(), 1, Integer::sum);
            rota = turn.rota();
        }
        assertThat(counts).hasSize(workers).allSatisfy((id, n) -> assertThat(n).isEqualTo(rounds));
        assertThat(rota.turns()).isEqualTo((long) workers * rounds);
    }

    @Property
    void nobodyIsPassedOverWhoCouldBeSentAndWaitedLonger(
            @ForAll("people") List<Person> people, @ForAll @IntRange(min = 1, max = 9) int turns) {
        Job job = new Job(repair(), "A1", AT, ZONE, 1, true, null);
        Proposal now = Proposal.of(workers(people), job, papers(people));
        if (now.ranked().isEmpty()) {
            return;
        }
        Rota rota = Rota.of(workers(people).stream().map(Worker::staff).toList());
        for (int i = 0; i < turns; i++) {
            Turn turn = accepted(Dispatch.open().next(rota, now, 0));
            int place = rota.queue().indexOf(turn.dispatch().worker());
            assertThat(rota.queue().subList(0, place)).doesNotContainAnyElementsOf(now.eligible());
            assertThat(turn.rota().queue().subList(0, place))
                    .isEqualTo(rota.queue().subList(0, place));
            rota = turn.rota();
        }
    }

    private static Proposal everybody(int count) {
        List<Person> people = Collections.nCopies(count, new Person(5, true, 0, 0, 1));
        Job job = new Job(repair(), "A1", AT, ZONE, 1, false, null);
        return Proposal.of(workers(people), job, papers(people));
    }

    private static List<Worker> workers(List<Person> people) {
        return IntStream.range(0, people.size())
                .mapToObj(
                        i -> {
                            Person person = people.get(i);
                            return worker(
                                    "w" + i,
                                    TIMES.get(person.times()),
                                    person.load(),
                                    person.idle() < 0
                                            ? null
                                            : AT.minus(Duration.ofHours(person.idle())));
                        })
                .toList();
    }

    private static Fitness papers(List<Person> people) {
        List<Qualification> rows = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            if (people.get(i).lastDay() < 10) {
                rows.add(paper("w" + i, PAPER, DAY.plus(people.get(i).lastDay(), ChronoUnit.DAYS)));
            }
            if (people.get(i).wired()) {
                rows.add(paper("w" + i, WIRING, DAY));
            }
        }
        return fitness(rows);
    }
}
