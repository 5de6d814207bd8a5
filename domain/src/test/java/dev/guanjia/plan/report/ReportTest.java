package dev.guanjia.plan.report;

import static dev.guanjia.plan.Plans.ASSISTANT;
import static dev.guanjia.plan.Plans.MANAGER;
import static dev.guanjia.plan.Plans.SHANGHAI;
import static dev.guanjia.plan.Plans.SUPERVISOR;
import static dev.guanjia.plan.Plans.WORKER;
import static dev.guanjia.plan.Plans.actor;
import static dev.guanjia.plan.Plans.no;
import static dev.guanjia.plan.Plans.noon;
import static dev.guanjia.plan.Plans.reasons;
import static dev.guanjia.plan.Plans.staff;
import static dev.guanjia.plan.Plans.staffing;
import static dev.guanjia.plan.Plans.yes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.decision.Decision;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.plan.Staffing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final LocalDate OPENED = LocalDate.of(2026, 1, 1);
    private static final Staffing STAFFING = staffing();
    private static final DateRange MARCH = DateRange.of(YearMonth.of(2026, 3));

    @Test
    void everyPostThatOwesAReportOwesItToItsSuperior() {
        List<ExpectedReport> expected =
                calendar(rule("WEEKLY_REPORT", ASSISTANT, 1), rule("MONTHLY_REPORT", SUPERVISOR, 5))
                        .expected(MARCH);
        assertThat(expected)
                .extracting(
                        report -> report.key() + " to " + report.to() + " by " + report.dueDay())
                .containsExactly(
                        "MONTHLY_REPORT/CS_SUPERVISOR/2026-03-01 to PROPERTY_MANAGER by 2026-04-05",
                        "WEEKLY_REPORT/CS_ASSISTANT/2026-03-02 to CS_SUPERVISOR by 2026-03-09",
                        "WEEKLY_REPORT/CS_ASSISTANT/2026-03-09 to CS_SUPERVISOR by 2026-03-16",
                        "WEEKLY_REPORT/CS_ASSISTANT/2026-03-16 to CS_SUPERVISOR by 2026-03-23",
                        "WEEKLY_REPORT/CS_ASSISTANT/2026-03-23 to CS_SUPERVISOR by 2026-03-30",
                        "WEEKLY_REPORT/CS_ASSISTANT/2026-03-30 to CS_SUPERVISOR by 2026-04-06");
    }

    @Test
    void aLaterRuleTakesOverFromItsFirstDay() {
        ReportRule earlier = rule("WEEKLY_REPORT", ASSISTANT, 1);
        ReportRule later = new ReportRule(earlier.kind(), ASSISTANT, 3, LocalDate.of(2026, 3, 16));
        assertThat(calendar(later, earlier).expected(MARCH))
                .extracting(report -> report.dueDay().toString())
                .containsExactly(
                        "2026-03-09", "2026-03-16", "2026-03-25", "2026-04-01", "2026-04-08");
        assertThatThrownBy(() -> calendar(earlier, rule("WEEKLY_REPORT", ASSISTANT, 9)))
                .hasMessageContaining("stands twice");
    }

    @Test
    void rangesThatAdjoinGiveReportsThatAdjoin() {
        ReportCalendar calendar = calendar(rule("WEEKLY_REPORT", ASSISTANT, 1));
        LocalDate middle = LocalDate.of(2026, 3, 11);
        List<ExpectedReport> whole = calendar.expected(MARCH);
        assertThat(calendar.expected(new DateRange(MARCH.start(), middle)))
                .isEqualTo(whole.subList(0, 2));
        assertThat(calendar.expected(new DateRange(middle, MARCH.end())))
                .isEqualTo(whole.subList(2, 5));
    }

    @Test
    void aReportIsHandedInAndRead() {
        Report due = Report.due(weekly());
        assertThat(due.state()).isEqualTo(ReportState.DUE);
        Report handedIn = yes(handIn(due, ASSISTANT, "2026-03-08"));
        assertThat(handedIn.state()).isEqualTo(ReportState.HANDED_IN);
        Report read = yes(handedIn.read(read(SUPERVISOR, "2026-03-09"), STAFFING));
        assertThat(read.state()).isEqualTo(ReportState.READ);
        assertThat(no(read.read(read(SUPERVISOR, "2026-03-10"), STAFFING)))
                .containsExactly("report-wrong-state");
    }

    @Test
    void aReportIsLateFromTheDayAfterItsDueDayAndStaysLate() {
        Report due = Report.due(weekly());
        Instant end = LocalDate.of(2026, 3, 10).atStartOfDay(SHANGHAI).toInstant();
        assertThat(due.isLate(end.minusSeconds(1), SHANGHAI)).isFalse();
        assertThat(due.isLate(end, SHANGHAI)).isTrue();
        Report late = yes(handIn(due, ASSISTANT, "2026-03-10"));
        assertThat(late.isLate(noon("2026-12-31"), SHANGHAI)).isTrue();
        Report inTime = yes(handIn(due, ASSISTANT, "2026-03-09"));
        assertThat(inTime.isLate(noon("2026-12-31"), SHANGHAI)).isFalse();
    }

    @Test
    void onlyWhoOwesItHandsItInNotBeforeThePeriodAndWithAReference() {
        Report due = Report.due(weekly());
        assertThat(no(handIn(due, SUPERVISOR, "2026-03-08")))
                .containsExactly("report-not-entitled");
        assertThat(no(handIn(due, ASSISTANT, "2026-03-01")))
                .containsExactly("report-period-not-begun");
        assertThat(no(due.handIn(actor(ASSISTANT), noon("2026-03-08"), " ", STAFFING)))
                .containsExactly("report-reference-missing");
        Actor pretender = new Actor(staff(MANAGER), ASSISTANT, "v1");
        assertThat(no(due.handIn(pretender, noon("2026-03-08"), "OA-1", STAFFING)))
                .containsExactly("post-not-held");
    }

    @Test
    void onlyTheSuperiorReadsItAfterItWasHandedIn() {
        Report handedIn = yes(handIn(Report.due(weekly()), ASSISTANT, "2026-03-08"));
        assertThat(no(handedIn.read(read(MANAGER, "2026-03-09"), STAFFING)))
                .containsExactly("report-not-entitled");
        assertThat(no(handedIn.read(read(SUPERVISOR, "2026-03-07"), STAFFING)))
                .containsExactly("report-time-runs-backwards");
        assertThat(no(Report.due(weekly()).read(read(SUPERVISOR, "2026-03-09"), STAFFING)))
                .containsExactly("report-wrong-state");
    }

    @Test
    void aVacantSuperiorsSuperiorReadsAndNobodyReadsTheirOwn() {
        Staffing vacant = staffing(SUPERVISOR);
        Report handedIn =
                yes(
                        Report.due(weekly())
                                .handIn(actor(ASSISTANT), noon("2026-03-08"), "OA-1", vacant));
        assertThat(no(handedIn.read(read(MANAGER, "2026-03-09"), vacant))).isEmpty();
        Staffing alone = staffing(SUPERVISOR, ASSISTANT);
        Report own =
                yes(Report.due(weekly()).handIn(actor(MANAGER), noon("2026-03-08"), "OA-1", alone));
        assertThat(no(own.read(read(MANAGER, "2026-03-09"), alone)))
                .containsExactly("report-not-entitled", "report-self-read");
    }

    @Test
    void whatGoesOutsideEndsWhenItIsHandedIn() {
        ExpectedReport outside =
                calendar(rule("MONTHLY_REPORT", MANAGER, 0)).expected(MARCH).get(0);
        Report handedIn = yes(handIn(Report.due(outside), MANAGER, "2026-03-31"));
        assertThat(reasons(handedIn.read(read(MANAGER, "2026-03-31"), STAFFING)))
                .singleElement()
                .satisfies(reason -> assertThat(reason.facts()).containsEntry("to", "CHAIRMAN"));
    }

    @Test
    void aPostThatTheCompanyDoesNotHaveOwesNothing() {
        assertThat(calendar(rule("WEEKLY_REPORT", new PostKey("WIZARD"), 0)).expected(MARCH))
                .isEmpty();
        assertThat(calendar(rule("WEEKLY_REPORT", WORKER, 0)).expected(MARCH)).hasSize(5);
    }

    @Test
    void fourKindsOfReportsShip() {
        assertThat(ReportKind.load())
                .extracting(kind -> kind.id() + " " + kind.cadence().code() + " " + kind.record())
                .containsExactly(
                        "WEEKLY_REPORT weekly R-WEEKLY",
                        "MONTHLY_REPORT monthly R-MONTHLY",
                        "HALF_YEAR_SUMMARY half-yearly R-PLAN-HALF",
                        "YEAR_SUMMARY yearly R-PLAN-YEAR");
    }

    private static ExpectedReport weekly() {
        return calendar(rule("WEEKLY_REPORT", ASSISTANT, 1)).expected(MARCH).get(0);
    }

    private static ReportCalendar calendar(ReportRule... rules) {
        return new ReportCalendar(List.of(rules), STAFFING);
    }

    private static ReportRule rule(String kind, PostKey by, int daysAfter) {
        ReportKind found =
                ReportKind.load().stream()
                        .filter(one -> one.id().equals(kind))
                        .findFirst()
                        .orElseThrow();
        return new ReportRule(found, by, daysAfter, OPENED);
    }

    private static Decision<Report> handIn(Report report, PostKey by, String day) {
        return report.handIn(actor(by), noon(day), "OA-2026-17", STAFFING);
    }

    private static ReportStep read(PostKey by, String day) {
        return new ReportStep(ReportAction.READ, actor(by), noon(day), "");
    }
}
