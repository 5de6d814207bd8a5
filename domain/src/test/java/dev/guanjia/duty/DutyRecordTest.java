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
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Wording;
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

class DutyRecordTest {

    private static final Responsibility COMPANY = Company.complete();
    private static final DateRange MARCH = DateRange.of(YearMonth.of(2026, 3));
    private static final DutyRecord FEES = record("D-004B-RC-06");
    private static final DutyRecord ENTRY = record("D-004B-RC-07");
    private static final List<Evidence> SHEET = List.of(new Evidence("R-FEE-CALC", "2026-03/1"));
    private static final Instant BEFORE_MIDNIGHT = Instant.parse("2026-03-30T15:59:59.999999999Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-03-30T16:00:00Z");
    private static final Instant NEXT_DAY = Instant.parse("2026-03-31T08:00:00Z");

    @Test
    void theAssistantPerformsAndTheSupervisorConfirms() {
        DutyRecord performed = performed();
        assertThat(performed.state()).isEqualTo(DutyState.PERFORMED);
        assertThat(performed.performance().orElseThrow().evidence()).isEqualTo(SHEET);
        DutyRecord confirmed =
                accepted(performed.confirm(actor(SUPERVISOR), NEXT_DAY, "", COMPANY));
        assertThat(confirmed.state()).isEqualTo(DutyState.CONFIRMED);
    }

    @Test
    void whatIsSentBackIsDueAgainAndCanBePerformedAgain() {
        DutyRecord returned =
                accepted(performed().giveBack(actor(SUPERVISOR), NEXT_DAY, "meter 7", COMPANY));
        assertThat(returned.state()).isEqualTo(DutyState.DUE);
        assertThat(returned.performance()).isEmpty();
        DutyRecord again = accepted(returned.perform(actor(ASSISTANT), NEXT_DAY, SHEET, COMPANY));
        assertThat(again.performance().orElseThrow().at()).isEqualTo(NEXT_DAY);
    }

    @Test
    void anyOneOfTheRecordsAskedForProvesIt() {
        List<Evidence> readings = List.of(new Evidence("R-METER-READ", "sheet 1"));
        List<Evidence> photo = List.of(new Evidence("photo", "1"));
        assertThat(codes(FEES.perform(actor(ASSISTANT), MIDNIGHT, readings, COMPANY))).isEmpty();
        assertThat(codes(FEES.perform(actor(ASSISTANT), MIDNIGHT, photo, COMPANY)))
                .containsExactly("duty-evidence-missing");
        assertThat(codes(FEES.perform(actor(ASSISTANT), MIDNIGHT, List.of(), COMPANY)))
                .containsExactly("duty-evidence-missing");
    }

    @Test
    void onlyTheResponsiblePersonPerforms() {
        assertThat(codes(FEES.perform(actor(SUPERVISOR), MIDNIGHT, SHEET, COMPANY)))
                .containsExactly("duty-not-responsible");
        Actor stranger = new Actor(new StaffId("sf_x"), ASSISTANT, "v1");
        assertThat(codes(FEES.perform(stranger, MIDNIGHT, SHEET, COMPANY)))
                .containsExactly("post-not-held");
    }

    @Test
    void whoAnswersOnTheDayOfThePerformanceCountsNotOnTheLastDay() {
        StaffId left = new StaffId("sf_left");
        StaffId came = new StaffId("sf_came");
        LocalDate handover = LocalDate.of(2026, 3, 15);
        Responsibility changing =
                Company.with(
                        List.of(
                                new Assignment(
                                        left,
                                        ASSISTANT,
                                        Company.OPENED,
                                        Optional.of(handover.minusDays(1))),
                                Assignment.openEnded(came, ASSISTANT, handover)));
        Instant tenth = Instant.parse("2026-03-10T02:00:00Z");
        Actor first = new Actor(left, ASSISTANT, "v1");
        assertThat(codes(FEES.perform(first, tenth, SHEET, changing))).isEmpty();
        assertThat(codes(FEES.perform(first, MIDNIGHT, SHEET, changing)))
                .containsExactly("post-not-held");
        Actor second = new Actor(came, ASSISTANT, "v1");
        assertThat(codes(FEES.perform(second, tenth, SHEET, changing)))
                .containsExactly("post-not-held");
    }

    @Test
    void forAVacantPostTheSuperiorPerformsAndForAVacantApproverTheSuperiorConfirms() {
        Responsibility thin = Company.without(ASSISTANT);
        assertThat(codes(FEES.perform(actor(SUPERVISOR), MIDNIGHT, SHEET, thin))).isEmpty();
        Responsibility headless = Company.without(SUPERVISOR);
        assertThat(codes(performed().confirm(actor(MANAGER), NEXT_DAY, "", headless))).isEmpty();
        assertThat(codes(performed().confirm(actor(MANAGER), NEXT_DAY, "", COMPANY)))
                .containsExactly("duty-not-approver");
    }

    @Test
    void nobodyConfirmsTheirOwnPerformance() {
        StaffId both = new StaffId("sf_both");
        Responsibility one =
                Company.with(
                        List.of(
                                Assignment.openEnded(both, ASSISTANT, Company.OPENED),
                                Assignment.openEnded(both, SUPERVISOR, Company.OPENED)));
        DutyRecord done =
                accepted(FEES.perform(new Actor(both, ASSISTANT, "v1"), MIDNIGHT, SHEET, one));
        assertThat(codes(done.confirm(new Actor(both, SUPERVISOR, "v1"), NEXT_DAY, "", one)))
                .containsExactly("duty-self-confirmation");
    }

    @Test
    void everyReasonIsGivenInOrder() {
        Actor cashier = actor(new PostKey("CASHIER"));
        Instant february = Instant.parse("2026-02-28T15:59:59Z");
        assertThat(codes(performed().perform(cashier, february, List.of(), COMPANY)))
                .containsExactly(
                        "duty-wrong-state",
                        "duty-period-not-begun",
                        "duty-time-runs-backwards",
                        "duty-not-responsible",
                        "duty-evidence-missing");
    }

    @Test
    void onTheFirstInstantOfThePeriodItMayBePerformed() {
        Instant first = Instant.parse("2026-02-28T16:00:00Z");
        assertThat(codes(FEES.perform(actor(ASSISTANT), first, SHEET, COMPANY))).isEmpty();
        assertThat(codes(FEES.perform(actor(ASSISTANT), first.minusNanos(1), SHEET, COMPANY)))
                .containsExactly("duty-period-not-begun");
    }

    @Test
    void whatIsStillDueOrAlreadyConfirmedIsNotConfirmed() {
        assertThat(codes(FEES.confirm(actor(SUPERVISOR), MIDNIGHT, "", COMPANY)))
                .containsExactly("duty-wrong-state");
        DutyRecord confirmed =
                accepted(performed().confirm(actor(SUPERVISOR), NEXT_DAY, "", COMPANY));
        assertThat(codes(confirmed.giveBack(actor(SUPERVISOR), NEXT_DAY, "", COMPANY)))
                .containsExactly("duty-wrong-state");
        assertThat(
                        codes(
                                performed()
                                        .confirm(
                                                actor(SUPERVISOR),
                                                MIDNIGHT.minusSeconds(1),
                                                "",
                                                COMPANY)))
                .containsExactly("duty-time-runs-backwards");
    }

    @Test
    void aDutyWithoutAnApproverEndsWhenPerformed() {
        PostKey steward = new PostKey("STEWARD");
        List<Evidence> ledger = List.of(new Evidence("R-CHARGE-LEDGER", "2026-03"));
        DutyRecord done = accepted(ENTRY.perform(actor(steward), NEXT_DAY, ledger, COMPANY));
        assertThat(codes(done.confirm(actor(SUPERVISOR), NEXT_DAY, "", COMPANY)))
                .containsExactly("duty-has-no-approver");
    }

    @Test
    void itIsOverdueFromMidnightOnUntilItIsPerformed() {
        assertThat(FEES.standing(BEFORE_MIDNIGHT)).isEqualTo(DutyStanding.DUE);
        assertThat(FEES.standing(MIDNIGHT)).isEqualTo(DutyStanding.OVERDUE);
        DutyRecord confirmed =
                accepted(performed().confirm(actor(SUPERVISOR), NEXT_DAY, "", COMPANY));
        assertThat(confirmed.standing(BEFORE_MIDNIGHT)).isEqualTo(DutyStanding.DUE);
        assertThat(confirmed.standing(MIDNIGHT)).isEqualTo(DutyStanding.PERFORMED);
        assertThat(confirmed.standing(NEXT_DAY)).isEqualTo(DutyStanding.CONFIRMED);
    }

    @Test
    void sentBackAfterTheDueTimeItIsOverdueAgain() {
        DutyRecord returned =
                accepted(performed().giveBack(actor(SUPERVISOR), NEXT_DAY, "again", COMPANY));
        assertThat(returned.standing(NEXT_DAY.minusNanos(1))).isEqualTo(DutyStanding.PERFORMED);
        assertThat(returned.standing(NEXT_DAY)).isEqualTo(DutyStanding.OVERDUE);
    }

    @Test
    void aHistoryThatCouldNotHaveHappenedCannotExist() {
        DutyEvent confirmed = new DutyEvent.Confirmed(actor(SUPERVISOR), NEXT_DAY, "");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DutyRecord(FEES.occurrence(), List.of(confirmed)))
                .withMessage("CONFIRM is not allowed in DUE");
        DutyEvent late = new DutyEvent.Performed(actor(ASSISTANT), NEXT_DAY.plusNanos(1), SHEET);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DutyRecord(FEES.occurrence(), List.of(late, confirmed)))
                .withMessageContaining("events run backwards");
    }

    @Test
    void aRefusalNamesWhoIsResponsible() {
        String sentence =
                FEES.perform(actor(SUPERVISOR), MIDNIGHT, SHEET, COMPANY)
                        .fold(yes -> "", no -> Wording.of(no.get(0), Language.ZH_CN));
        assertThat(sentence)
                .isEqualTo(
                        "sf_CS_SUPERVISOR（CS_SUPERVISOR）不是责任人；"
                                + "责任人为sf_CS_ASSISTANT (CS_ASSISTANT)。");
    }

    private static DutyRecord performed() {
        return accepted(FEES.perform(actor(ASSISTANT), MIDNIGHT, SHEET, COMPANY));
    }

    private static DutyRecord record(String duty) {
        return DutyRecord.due(DutyCalendarTest.only(duty, MARCH));
    }
}
