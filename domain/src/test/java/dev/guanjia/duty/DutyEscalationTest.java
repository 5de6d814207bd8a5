package dev.guanjia.duty;

import static dev.guanjia.duty.Company.ASSISTANT;
import static dev.guanjia.duty.Company.MANAGER;
import static dev.guanjia.duty.Company.SUPERVISOR;
import static dev.guanjia.duty.Company.actor;
import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.Assignment;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.Responsibility;
import dev.guanjia.organisation.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DutyEscalationTest {

    private static final Responsibility COMPANY = Company.complete();
    private static final DateRange MARCH = DateRange.of(YearMonth.of(2026, 3));
    private static final DutyRecord FEES =
            DutyRecord.due(DutyCalendarTest.only("D-004B-RC-06", MARCH));
    private static final List<Evidence> SHEET = List.of(new Evidence("R-FEE-CALC", "1"));
    private static final Instant IN_TIME = Instant.parse("2026-03-30T15:59:59Z");
    private static final Instant LATE = Instant.parse("2026-03-30T16:00:00Z");

    @Test
    void whatIsOverdueComesBeforeOneSuperiorAfterTheOther() {
        DutyRecord first = escalated(FEES, ASSISTANT);
        DutyRecord second = escalated(first, SUPERVISOR);
        assertThat(second.state()).isEqualTo(DutyState.ESCALATED);
        assertThat(second.standing(LATE)).isEqualTo(DutyStanding.ESCALATED);
        assertThat(second.standing(LATE).isLate()).isTrue();
        assertThat(second.escalations())
                .extracting(DutyEvent.Escalated::to)
                .containsExactly(SUPERVISOR, MANAGER);
        assertThat(codes(second.escalate(actor(MANAGER), LATE, "", COMPANY)))
                .containsExactly("duty-no-higher-post");
    }

    @Test
    void whatIsInTimeIsNotEscalated() {
        assertThat(codes(FEES.escalate(actor(ASSISTANT), IN_TIME, "", COMPANY)))
                .containsExactly("duty-not-overdue");
    }

    @Test
    void onlyWhoAnswersOrStandsAboveEscalates() {
        assertThat(codes(FEES.escalate(actor(new PostKey("CASHIER")), LATE, "", COMPANY)))
                .containsExactly("duty-not-in-line");
        Actor stranger = new Actor(new StaffId("sf_x"), ASSISTANT, "v1");
        assertThat(codes(FEES.escalate(stranger, LATE, "", COMPANY)))
                .containsExactly("post-not-held");
        assertThat(codes(FEES.escalate(actor(MANAGER), LATE, "", COMPANY))).isEmpty();
    }

    @Test
    void aVacantSuperiorIsPassedOver() {
        DutyRecord first =
                accepted(FEES.escalate(actor(ASSISTANT), LATE, "", Company.without(SUPERVISOR)));
        assertThat(first.escalations().get(0).to()).isEqualTo(MANAGER);
    }

    @Test
    void whoHoldsBothPostsIsNotAskedTwice() {
        StaffId both = new StaffId("sf_both");
        Responsibility one =
                Company.with(
                        List.of(
                                Assignment.openEnded(both, ASSISTANT, Company.OPENED),
                                Assignment.openEnded(both, SUPERVISOR, Company.OPENED),
                                Assignment.openEnded(
                                        Company.staff(MANAGER), MANAGER, Company.OPENED)));
        DutyRecord first = accepted(FEES.escalate(new Actor(both, ASSISTANT, "v1"), LATE, "", one));
        assertThat(first.escalations().get(0).to()).isEqualTo(MANAGER);
    }

    @Test
    void itIsStillPerformedByWhoAnswersOrByTheLastLevel() {
        DutyRecord before = escalated(FEES, ASSISTANT);
        assertThat(codes(before.perform(actor(ASSISTANT), LATE, SHEET, COMPANY))).isEmpty();
        DutyRecord done = accepted(before.perform(actor(SUPERVISOR), LATE, SHEET, COMPANY));
        assertThat(done.state()).isEqualTo(DutyState.PERFORMED);
        assertThat(codes(before.perform(actor(MANAGER), LATE, SHEET, COMPANY)))
                .containsExactly("duty-not-responsible");
        assertThat(codes(done.escalate(actor(ASSISTANT), LATE, "", COMPANY)))
                .containsExactly("duty-wrong-state");
    }

    @Test
    void sentBackItGoesOnUpFromTheLevelItHadReached() {
        DutyRecord done =
                accepted(
                        escalated(FEES, ASSISTANT).perform(actor(ASSISTANT), LATE, SHEET, COMPANY));
        DutyRecord back = accepted(done.giveBack(actor(SUPERVISOR), LATE, "again", COMPANY));
        assertThat(escalated(back, ASSISTANT).escalations())
                .extracting(DutyEvent.Escalated::to)
                .containsExactly(SUPERVISOR, MANAGER);
    }

    @Test
    void theApproverOrASuperiorWaivesWithAReason() {
        DutyRecord waived =
                accepted(FEES.waive(actor(SUPERVISOR), IN_TIME, "no metered fees", COMPANY));
        assertThat(waived.state()).isEqualTo(DutyState.WAIVED);
        assertThat(waived.standing(LATE)).isEqualTo(DutyStanding.WAIVED);
        DutyEvent.Waived waiver = waived.waiver().orElseThrow();
        assertThat(waiver.reason()).isEqualTo("no metered fees");
        assertThat(waiver.actor().authorityVersion()).isEqualTo("v1");
        assertThat(codes(waived.perform(actor(ASSISTANT), LATE, SHEET, COMPANY)))
                .containsExactly("duty-wrong-state");
        Instant early = Instant.parse("2026-02-01T00:00:00Z");
        assertThat(codes(FEES.waive(actor(MANAGER), early, "closed", COMPANY))).isEmpty();
    }

    @Test
    void nobodyWaivesWhatTheyAnswerForAndNotWithoutAReason() {
        assertThat(codes(FEES.waive(actor(ASSISTANT), LATE, " ", COMPANY)))
                .containsExactly("duty-not-waivable-by", "duty-self-waiver", "duty-reason-missing");
        assertThat(codes(FEES.waive(actor(new PostKey("CASHIER")), LATE, "why", COMPANY)))
                .containsExactly("duty-not-waivable-by");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DutyEvent.Waived(actor(MANAGER), LATE, ""));
    }

    @Test
    void aChangeOfAssignmentsMovesOnlyWhatIsNotDone() {
        StaffId came = new StaffId("sf_came");
        LocalDate handover = LocalDate.of(2026, 3, 15);
        Responsibility changing =
                Company.with(
                        List.of(
                                new Assignment(
                                        Company.staff(ASSISTANT),
                                        ASSISTANT,
                                        Company.OPENED,
                                        Optional.of(handover.minusDays(1))),
                                Assignment.openEnded(came, ASSISTANT, handover)));
        Instant tenth = Instant.parse("2026-03-10T02:00:00Z");
        DutyRecord done = accepted(FEES.perform(actor(ASSISTANT), tenth, SHEET, changing));
        assertThat(done.answering(changing, handover).staff()).contains(Company.staff(ASSISTANT));
        assertThat(FEES.answering(changing, handover).staff()).contains(came);
        assertThat(FEES.answering(changing, handover.minusDays(1)).staff())
                .contains(Company.staff(ASSISTANT));
    }

    private static DutyRecord escalated(DutyRecord record, PostKey by) {
        return accepted(record.escalate(actor(by), LATE, "not done", COMPANY));
    }
}
