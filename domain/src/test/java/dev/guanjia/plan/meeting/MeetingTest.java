package dev.guanjia.plan.meeting;

import static dev.guanjia.plan.Plans.ASSISTANT;
import static dev.guanjia.plan.Plans.MANAGER;
import static dev.guanjia.plan.Plans.SUPERVISOR;
import static dev.guanjia.plan.Plans.WORKER;
import static dev.guanjia.plan.Plans.actor;
import static dev.guanjia.plan.Plans.no;
import static dev.guanjia.plan.Plans.noon;
import static dev.guanjia.plan.Plans.staffing;
import static dev.guanjia.plan.Plans.yes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.guanjia.calendar.ChinaCalendar;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.decision.Decision;
import dev.guanjia.duty.DutyOccurrence;
import dev.guanjia.duty.DutyRecord;
import dev.guanjia.duty.Evidence;
import dev.guanjia.money.Rational;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.plan.NodeDatePolicy;
import dev.guanjia.plan.PlanDuties;
import dev.guanjia.plan.PlanEvent.Act;
import dev.guanjia.plan.PlanTerms;
import dev.guanjia.plan.Plans;
import dev.guanjia.plan.Staffing;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeetingTest {

    private static final Staffing STAFFING = staffing();
    private static final PlanTerms TERMS = new PlanTerms(STAFFING, NodeDatePolicy.anyDay());
    private static final MeetingHead BIWEEKLY =
            new MeetingHead(
                    new MeetingId("mt_5"),
                    kind("BIWEEKLY_GROUP"),
                    "各项目上报问题",
                    LocalDate.of(2026, 3, 2),
                    MANAGER,
                    ASSISTANT);

    @Test
    void whatAMeetingDecidesIsADutyOfTheNamedPostUntilTheNodeDate() {
        Meeting minuted =
                minuted(
                        item("lift", WORKER, "2026-03-13"),
                        item("notice", ASSISTANT, "2026-03-06"));
        List<DutyOccurrence> duties = yes(minuted.duties(STAFFING));
        assertThat(duties)
                .extracting(duty -> duty.key() + " by " + duty.due().lastDay().orElseThrow())
                .containsExactly(
                        "D-MEET.notice/CS_ASSISTANT/event/2026-03-02 by 2026-03-06",
                        "D-MEET.lift/MAINTENANCE_WORKER/event/2026-03-02 by 2026-03-13");
        assertThat(duties.get(1).duty().evidence()).containsExactly("R-ACTION", "R-BIWEEKLY");
        assertThat(duties.get(1).approver()).contains(SUPERVISOR);
    }

    @Test
    void itIsListedBesideTheCataloguesDuties() {
        DateRange march = DateRange.of(YearMonth.of(2026, 3));
        List<DutyOccurrence> catalogue = Plans.calendar().occurrences(march);
        List<DutyOccurrence> given =
                yes(minuted(item("lift", WORKER, "2026-03-13")).duties(STAFFING));
        assertThat(PlanDuties.beside(catalogue, given, march))
                .hasSize(catalogue.size() + 1)
                .containsAll(given);
    }

    @Test
    void aMatterIsDecidedThenAssignedThenDoneThenVerified() {
        DutyRecord due =
                DutyRecord.due(
                        yes(minuted(item("lift", WORKER, "2026-03-13")).duties(STAFFING)).get(0));
        assertThat(ActionState.of(due)).isEqualTo(ActionState.ASSIGNED);
        DutyRecord done = done(due, "2026-03-12");
        assertThat(ActionState.of(done)).isEqualTo(ActionState.DONE);
        DutyRecord verified =
                yes(
                        done.confirm(
                                actor(SUPERVISOR),
                                noon("2026-03-13"),
                                "",
                                STAFFING.responsibility()));
        assertThat(ActionState.of(verified)).isEqualTo(ActionState.VERIFIED);
    }

    @Test
    void aMatterWithoutAnOwnerOrANodeDateIsNoDecision() {
        ActionProposal vague =
                new ActionProposal(
                        new ActionItemId("lift"),
                        "电梯异响尽快处理",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        assertThat(no(decide(held(), vague)))
                .containsExactly(
                        "meeting-action-without-owner", "meeting-action-without-node-date");
        assertThat(no(decide(held(), item("lift", WORKER, "2026-03-01"))))
                .containsExactly("meeting-action-node-passed");
        assertThat(no(decide(held(), item("lift", WORKER, "2026-03-02")))).isEmpty();
    }

    @Test
    void aMatterIsDecidedOnceByPostsTheCompanyHasAndNotConfirmedByItsOwner() {
        Meeting once = yes(decide(held(), item("lift", WORKER, "2026-03-13")));
        assertThat(no(decide(once, item("lift", WORKER, "2026-03-20"))))
                .containsExactly("meeting-action-twice");
        assertThat(no(decide(once, item("b", new PostKey("WIZARD"), "2026-03-20"))))
                .containsExactly("meeting-post-unknown");
        assertThat(no(decide(once, item("b", SUPERVISOR, "2026-03-20"))))
                .containsExactly("meeting-action-self-verified");
    }

    @Test
    void nodeDatesKeepTheCompanysPolicy() {
        PlanTerms workingDays =
                new PlanTerms(STAFFING, NodeDatePolicy.workingDaysOnly(ChinaCalendar.load()));
        ActionProposal sunday = item("lift", WORKER, "2026-03-08");
        assertThat(no(held().decide(sunday, act(MANAGER, "2026-03-02"), workingDays)))
                .containsExactly("node-date-not-working-day");
        assertThat(no(decide(held(), sunday))).isEmpty();
    }

    @Test
    void whatIsNotInIssuedMinutesIsNotCarriedOut() {
        Meeting decided = yes(decide(held(), item("lift", WORKER, "2026-03-13")));
        assertThat(no(decided.duties(STAFFING))).containsExactly("meeting-not-minuted");
        Meeting minuted = yes(decided.issue(act(ASSISTANT, "2026-03-03"), STAFFING));
        assertThat(no(decide(minuted, item("b", WORKER, "2026-03-13"))))
                .containsExactly("meeting-wrong-state");
    }

    @Test
    void aMeetingIsHeldOnItsDayByItsChairOrRecorder() {
        Meeting called = yes(Meeting.call(BIWEEKLY, STAFFING));
        assertThat(no(called.hold(act(MANAGER, "2026-03-01"), STAFFING)))
                .containsExactly("meeting-not-yet");
        assertThat(no(called.hold(act(WORKER, "2026-03-02"), STAFFING)))
                .containsExactly("meeting-not-entitled");
        assertThat(no(called.issue(act(MANAGER, "2026-03-02"), STAFFING)))
                .containsExactly("meeting-wrong-state");
        assertThat(no(held().issue(act(MANAGER, "2026-03-01"), STAFFING)))
                .containsExactly("meeting-time-runs-backwards");
        Meeting cancelled = yes(called.cancel(act(ASSISTANT, "2026-03-01"), STAFFING));
        assertThat(cancelled.state()).isEqualTo(MeetingState.CANCELLED);
        MeetingHead stranger =
                new MeetingHead(
                        BIWEEKLY.id(),
                        BIWEEKLY.kind(),
                        "x",
                        BIWEEKLY.day(),
                        new PostKey("WIZARD"),
                        ASSISTANT);
        assertThat(no(Meeting.call(stranger, STAFFING))).containsExactly("meeting-post-unknown");
    }

    @Test
    void theLifecycleIsTheDrawing() {
        assertThat(Meeting.TABLE.moves())
                .extracting(move -> move.from() + " " + move.action() + " " + move.to())
                .containsExactly(
                        "CALLED HOLD HELD",
                        "CALLED CANCEL CANCELLED",
                        "HELD DECIDE HELD",
                        "HELD ISSUE MINUTED");
    }

    @Test
    void theNodeRateCountsWhatKeptItsNodeDate() {
        List<DutyOccurrence> duties =
                yes(
                        minuted(
                                        item("a", WORKER, "2026-03-06"),
                                        item("b", WORKER, "2026-03-06"),
                                        item("c", WORKER, "2026-03-06"),
                                        item("d", WORKER, "2026-03-31"))
                                .duties(STAFFING));
        List<DutyRecord> records =
                List.of(
                        done(DutyRecord.due(duties.get(0)), "2026-03-06"),
                        done(DutyRecord.due(duties.get(1)), "2026-03-07"),
                        DutyRecord.due(duties.get(2)),
                        DutyRecord.due(duties.get(3)));
        NodeRate rate = NodeRate.of(records, noon("2026-03-20"));
        assertThat(rate.rate()).contains(Rational.of(2, 4));
        assertThat(rate.late()).containsExactly(records.get(1), records.get(2));
        assertThat(NodeRate.of(records, noon("2026-03-05")).late()).isEmpty();
        assertThat(NodeRate.of(List.of(), noon("2026-03-20")).rate()).isEmpty();
    }

    @Test
    void aTwoWeekMeetingIsHeldEveryFourteenDays() {
        MeetingSchedule schedule =
                MeetingSchedule.of(kind("BIWEEKLY_GROUP"), LocalDate.of(2026, 1, 5));
        assertThat(schedule.days(DateRange.of(YearMonth.of(2026, 3))))
                .containsExactly(
                        LocalDate.of(2026, 3, 2),
                        LocalDate.of(2026, 3, 16),
                        LocalDate.of(2026, 3, 30));
        assertThat(schedule.days(DateRange.of(YearMonth.of(2025, 12)))).isEmpty();
        MeetingSchedule monthly =
                MeetingSchedule.of(kind("DEPARTMENT_MONTHLY"), LocalDate.of(2026, 1, 31));
        assertThat(monthly.days(DateRange.of(YearMonth.of(2026, 2))))
                .containsExactly(LocalDate.of(2026, 2, 28));
        assertThat(monthly.days(DateRange.of(YearMonth.of(2026, 3))))
                .containsExactly(LocalDate.of(2026, 3, 31));
    }

    @Test
    void aMeetingWithoutANumberNeedsTheCompanysInterval() {
        LocalDate first = LocalDate.of(2026, 1, 5);
        assertThatThrownBy(() -> MeetingSchedule.of(kind("CS_WORK"), first))
                .hasMessageContaining("CS_WORK needs an interval");
        MeetingSchedule own = new MeetingSchedule(kind("CS_WORK"), Period.ofDays(10), first);
        assertThat(own.days(new DateRange(first, first.plusDays(11)))).hasSize(2);
        assertThatThrownBy(
                        () -> new MeetingSchedule(kind("BIWEEKLY_GROUP"), Period.ofDays(10), first))
                .hasMessageContaining("BIWEEKLY_GROUP");
        assertThatThrownBy(() -> new MeetingSchedule(kind("CS_WORK"), Period.ZERO, first))
                .hasMessageContaining("CS_WORK");
        assertThat(MeetingKind.load()).hasSize(11);
    }

    private static MeetingKind kind(String id) {
        return MeetingKind.load().stream()
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Meeting held() {
        Meeting called = yes(Meeting.call(BIWEEKLY, STAFFING));
        return yes(called.hold(act(MANAGER, "2026-03-02"), STAFFING));
    }

    private static Meeting minuted(ActionProposal... proposals) {
        Meeting meeting = held();
        for (ActionProposal proposal : proposals) {
            meeting = yes(decide(meeting, proposal));
        }
        return yes(meeting.issue(act(ASSISTANT, "2026-03-03"), STAFFING));
    }

    private static Decision<Meeting> decide(Meeting meeting, ActionProposal proposal) {
        return meeting.decide(proposal, act(ASSISTANT, "2026-03-03"), TERMS);
    }

    private static ActionProposal item(String id, PostKey owner, String node) {
        return new ActionProposal(
                new ActionItemId(id),
                "处理电梯异响",
                Optional.of(owner),
                Optional.of(LocalDate.parse(node)),
                Optional.of(SUPERVISOR));
    }

    private static DutyRecord done(DutyRecord due, String day) {
        return yes(
                due.perform(
                        actor(WORKER),
                        noon(day),
                        List.of(new Evidence("R-ACTION", "17")),
                        STAFFING.responsibility()));
    }

    private static Act act(PostKey post, String day) {
        return new Act(actor(post), noon(day), "");
    }
}
