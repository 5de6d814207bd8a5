package dev.guanjia.duty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.calendar.Interval;
import dev.guanjia.decision.Decision;
import dev.guanjia.organisation.Post;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.Responsibility;
import dev.guanjia.organisation.company.DepartmentKey;
import dev.guanjia.organisation.company.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of occurrences in a company that adds, moves and retires posts and departments. */
class DutyRosterProperties {

    /** A day before a month ends, so that horizons cross it. */
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 24);

    private static final DutyTimes TIMES =
            DutyTimes.plain(Company.SHANGHAI)
                    .with(
                            new Rhythms(
                                    Rhythms.NONE.biweekly(),
                                    List.of(
                                            new Rhythms.Every(
                                                    new DutyId("D-000-PM-03"),
                                                    Interval.parse("P3D", FIRST))),
                                    RhythmsTest.shifts(),
                                    Optional.of(FIRST.plusDays(3))));

    /** One command: what, about which post, which other post, how many days after the last. */
    record Step(int what, int post, int other, int days) {}

    @Property(tries = 40)
    void aHorizonIsItsDaysEachAsTheCompanyOfThatDayMakesIt(
            @ForAll("steps") List<Step> steps, @ForAll @IntRange(max = 9) int start) {
        Organisation company = company(steps);
        Responsibility responsibility = ChangingCompany.responsibility(company);
        LocalDate from = FIRST.plusDays(start);
        DateRange range = new DateRange(from, from.plusDays(6));
        List<DutyOccurrence> days = new ArrayList<>();
        for (LocalDate day = from; day.isBefore(range.end()); day = day.plusDays(1)) {
            CompanyDuties held = Company.DUTIES.heldBy(company.resolution(day));
            days.addAll(
                    new DutyCalendar(held, responsibility, TIMES)
                            .occurrences(DateRange.ofClosed(day, day)));
        }
        assertThat(ChangingCompany.calendar(company, TIMES).occurrences(range)).isEqualTo(days);
    }

    @Property(tries = 50)
    void aRangeIsItsPartsOneAfterTheOther(
            @ForAll("steps") List<Step> steps,
            @ForAll @IntRange(max = 20) int one,
            @ForAll @IntRange(max = 20) int two) {
        DutyCalendar calendar = ChangingCompany.calendar(company(steps), TIMES);
        LocalDate middle = FIRST.plusDays(one);
        LocalDate end = middle.plusDays(two);
        List<DutyOccurrence> parts =
                new ArrayList<>(calendar.occurrences(new DateRange(FIRST, middle)));
        parts.addAll(calendar.occurrences(new DateRange(middle, end)));
        assertThat(calendar.occurrences(new DateRange(FIRST, end))).isEqualTo(parts);
    }

    @Property(tries = 50)
    void everyOccurrenceIsNamedOnceInOrderAndIsAnsweredForOnItsLastDay(
            @ForAll("steps") List<Step> steps, @ForAll @IntRange(max = 30) int days) {
        Organisation company = company(steps);
        List<DutyOccurrence> found =
                ChangingCompany.calendar(company, TIMES)
                        .occurrences(new DateRange(FIRST, FIRST.plusDays(days)));
        assertThat(found.stream().map(DutyOccurrence::key).toList())
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.naturalOrder());
        for (DutyOccurrence due : found) {
            LocalDate start = due.key().start();
            assertThat(company.on(start).find(due.key().post())).isPresent();
            PostKey answering = due.responsible().post();
            assertThat(company.on(due.due().lastDay().orElse(start)).find(answering)).isPresent();
            assertThat(due.responsible().staff()).contains(Company.staff(answering));
        }
    }

    private static Organisation company(List<Step> steps) {
        Organisation company = ChangingCompany.FOUNDED;
        LocalDate day = FIRST;
        for (Step step : steps) {
            day = day.plusDays(step.days());
            Organisation before = company;
            company = command(before, step, day).fold(changed -> changed, reasons -> before);
        }
        return company;
    }

    private static Decision<Organisation> command(Organisation company, Step step, LocalDate day) {
        List<Post> posts = company.on(day).all();
        PostKey post = posts.get(step.post() % posts.size()).key();
        PostKey other = posts.get(step.other() % posts.size()).key();
        DepartmentKey unit = new DepartmentKey("OWN_" + step.post() % 2);
        return switch (step.what()) {
            case 0 -> company.retirePost(post, day);
            case 1 -> company.movePost(post, other, Optional.empty(), day);
            case 2 ->
                    company.addDepartment(
                            ChangingCompany.department(
                                    unit.value(),
                                    step.other() % 2 == 0 ? "DEPT_CS" : "DEPT_FINANCE"),
                            day);
            case 3 -> company.retireDepartment(unit, day);
            default -> {
                String key = "OWN_" + step.other();
                yield key.equals(other.value())
                        ? company.retirePost(other, day)
                        : company.addPost(
                                ChangingCompany.post(key, post.value(), other.value()), day);
            }
        };
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 40);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        number,
                        number,
                        Arbitraries.integers().between(0, 6))
                .as(Step::new)
                .list()
                .ofMaxSize(10);
    }
}
