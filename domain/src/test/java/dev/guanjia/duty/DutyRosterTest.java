package dev.guanjia.duty;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.Responsibility;
import dev.guanjia.organisation.company.DepartmentKey;
import dev.guanjia.organisation.company.Organisation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DutyRosterTest {

    private static final LocalDate FROM = LocalDate.of(2026, 3, 10);
    private static final LocalDate TO = LocalDate.of(2026, 5, 20);
    private static final PostKey SECOND = new PostKey("CASHIER_2");
    private static final Organisation COMPANY = ChangingCompany.withSecondCashier(FROM, TO);
    private static final Responsibility ALL = ChangingCompany.responsibility(COMPANY);
    private static final DutyCalendar CALENDAR = calendar(COMPANY);
    private static final DateRange YEAR =
            new DateRange(Company.OPENED, Company.OPENED.plusYears(1));

    @Test
    void aPostHasItsDutiesFromItsFirstDayToItsLast() {
        List<LocalDate> daily =
                ofSecond(CALENDAR)
                        .filter(due -> due.key().cadence() == Cadence.DAILY)
                        .map(due -> due.key().start())
                        .distinct()
                        .toList();
        assertThat(daily).isEqualTo(FROM.datesUntil(TO).toList());
    }

    @Test
    void aPeriodThatHadBegunBeforeThePostIsNoneOfItsOwn() {
        assertThat(ofSecond(CALENDAR).filter(due -> due.key().cadence() == Cadence.MONTHLY))
                .isNotEmpty()
                .extracting(due -> due.key().start().toString())
                .containsOnly("2026-04-01", "2026-05-01");
    }

    @Test
    void whatBeganBeforeAPostWasRetiredStaysDueFromItsSuperior() {
        DutyOccurrence begun = begunInMay();
        assertThat(begun.due().lastDay()).contains(LocalDate.of(2026, 5, 31));
        assertThat(begun.responsible()).hasToString("sf_PROPERTY_MANAGER (PROPERTY_MANAGER)");
        assertThat(CALENDAR.occurrences(DateRange.ofClosed(TO, TO.plusMonths(3))))
                .noneMatch(due -> due.key().post().equals(SECOND));
    }

    @Test
    void theSuperiorDoesWhatAPostThatIsGoneLeftUndone() {
        DutyRecord record = DutyRecord.due(begunInMay());
        Instant late = Instant.parse("2026-06-02T02:00:00Z");
        List<Evidence> evidence =
                record.occurrence().duty().evidence().stream()
                        .map(name -> new Evidence(name, "1"))
                        .toList();
        assertThat(codes(record.perform(Company.actor(SECOND), late, evidence, ALL)))
                .containsExactly("duty-not-responsible");
        assertThat(codes(record.escalate(Company.actor(Company.MANAGER), late, "", ALL)))
                .containsExactly("duty-no-higher-post");
        assertThat(codes(record.waive(Company.actor(Company.MANAGER), late, "closed", ALL)))
                .containsExactly("duty-self-waiver");
        DutyRecord done =
                accepted(record.perform(Company.actor(Company.MANAGER), late, evidence, ALL));
        assertThat(done.state()).isEqualTo(DutyState.PERFORMED);
    }

    @Test
    void anEscalationGoesUpTheLineOfItsOwnDay() {
        Organisation moved =
                accepted(
                        ChangingCompany.FOUNDED.movePost(
                                new PostKey("CASHIER"),
                                Company.SUPERVISOR,
                                Optional.empty(),
                                LocalDate.of(2026, 3, 15)));
        DutyOccurrence daily =
                calendar(moved).stream(DateRange.ofClosed(FROM, FROM))
                        .filter(due -> due.key().post().equals(new PostKey("CASHIER")))
                        .filter(due -> due.key().cadence() == Cadence.DAILY)
                        .filter(due -> due.due().end().isPresent())
                        .findFirst()
                        .orElseThrow();
        assertThat(raised(daily, moved, "2026-03-12")).isNotEqualTo(Company.SUPERVISOR);
        assertThat(raised(daily, moved, "2026-03-15")).isEqualTo(Company.SUPERVISOR);
    }

    @Test
    void whatHappensCallsForThoseWhoAreThereThatDay() {
        HeldDuty duty =
                CALENDAR.duties().on(FROM).of(SECOND).stream()
                        .filter(held -> held.duty().timing().cadences().contains(Cadence.EVENT))
                        .findFirst()
                        .orElseThrow();
        assertThat(called(duty, "2026-03-09T15:59:59Z")).doesNotContain(SECOND).isNotEmpty();
        assertThat(called(duty, "2026-03-09T16:00:00Z")).contains(SECOND);
        assertThat(called(duty, "2026-05-19T16:00:00Z")).doesNotContain(SECOND).isNotEmpty();
    }

    @Test
    void theDutiesOfADepartmentEndWithIt() {
        LocalDate opened = LocalDate.of(2026, 4, 1);
        LocalDate closed = LocalDate.of(2026, 6, 1);
        Organisation company =
                accepted(
                        accepted(
                                        ChangingCompany.FOUNDED.addDepartment(
                                                ChangingCompany.department("OWN", "DEPT_FINANCE"),
                                                opened))
                                .retireDepartment(new DepartmentKey("OWN"), closed));
        DutyRoster roster = Company.DUTIES.heldBy(company);
        int before = roster.on(opened.minusDays(1)).of(Company.MANAGER).size();
        assertThat(roster.on(opened).of(Company.MANAGER).size()).isGreaterThan(before);
        assertThat(roster.on(closed.minusDays(1)).of(Company.MANAGER))
                .isEqualTo(roster.on(opened).of(Company.MANAGER));
        assertThat(roster.on(closed).of(Company.MANAGER)).hasSize(before);
    }

    @Test
    void nothingIsDueBeforeTheCompanyBegins() {
        DateRange around =
                DateRange.ofClosed(Company.OPENED.minusMonths(1), Company.OPENED.plusDays(2));
        DateRange since = DateRange.ofClosed(Company.OPENED, Company.OPENED.plusDays(2));
        assertThat(CALENDAR.occurrences(around))
                .isNotEmpty()
                .isEqualTo(CALENDAR.occurrences(since));
        assertThat(CALENDAR.unconfigured(Company.OPENED.minusDays(1))).isEmpty();
    }

    @Test
    void theDutiesBetweenTwoChangesAreWorkedOutOnce() {
        DutyRoster roster = Company.DUTIES.heldBy(COMPANY);
        assertThat(roster.on(FROM)).isSameAs(roster.on(TO.minusDays(1)));
        assertThat(roster.on(FROM)).isNotEqualTo(roster.on(TO));
        assertThat(roster.stretches(YEAR))
                .containsExactly(
                        new DateRange(YEAR.start(), FROM),
                        new DateRange(FROM, TO),
                        new DateRange(TO, YEAR.end()));
        assertThat(roster.stretches(new DateRange(FROM, TO)))
                .containsExactly(new DateRange(FROM, TO));
    }

    private static DutyOccurrence begunInMay() {
        return ofSecond(CALENDAR)
                .filter(due -> due.key().start().equals(LocalDate.of(2026, 5, 1)))
                .filter(due -> due.key().cadence() == Cadence.MONTHLY)
                .filter(due -> due.due().lastDay().filter(last -> !last.isBefore(TO)).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<DutyOccurrence> ofSecond(DutyCalendar calendar) {
        return calendar.stream(YEAR).filter(due -> due.key().post().equals(SECOND));
    }

    private static PostKey raised(DutyOccurrence due, Organisation company, String day) {
        return accepted(
                        DutyRecord.due(due)
                                .escalate(
                                        Company.actor(new PostKey("CASHIER")),
                                        Instant.parse(day + "T04:00:00Z"),
                                        "",
                                        ChangingCompany.responsibility(company)))
                .escalations()
                .get(0)
                .to();
    }

    private static List<PostKey> called(HeldDuty duty, String at) {
        DutyCalendar.Fact fact = new DutyCalendar.Fact("1", duty.duty().id(), Instant.parse(at));
        return CALENDAR.calledFor(fact).stream().map(due -> due.key().post()).toList();
    }

    private static DutyCalendar calendar(Organisation company) {
        return ChangingCompany.calendar(company, DutyTimes.plain(Company.SHANGHAI));
    }
}
