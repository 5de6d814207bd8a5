package dev.guanjia.security.incident;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static dev.guanjia.security.incident.Fires.CAPTAIN;
import static dev.guanjia.security.incident.Fires.COMPANY;
import static dev.guanjia.security.incident.Fires.PLAN;
import static dev.guanjia.security.incident.Fires.REPORTED;
import static dev.guanjia.security.incident.Fires.after;
import static dev.guanjia.security.incident.Fires.burning;
import static dev.guanjia.security.incident.Fires.event;
import static dev.guanjia.security.incident.Fires.minute;
import static dev.guanjia.security.incident.Fires.report;
import static dev.guanjia.security.incident.Fires.stranger;
import static dev.guanjia.security.incident.Fires.tick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.TransitionTable;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.security.incident.Incident.Action;
import dev.guanjia.security.incident.Incident.State;
import dev.guanjia.security.incident.IncidentReport.Cause;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IncidentTest {

    private static final String DRAWING =
            """
            REPORTED VERIFY VERIFIED
            REPORTED REFUTE FALSE
            VERIFIED TELL_MANAGER VERIFIED
            VERIFIED ACKNOWLEDGE VERIFIED
            VERIFIED RESPOND IN_RESPONSE
            IN_RESPONSE TELL_MANAGER IN_RESPONSE
            IN_RESPONSE ACKNOWLEDGE IN_RESPONSE
            IN_RESPONSE TAKE_COMMAND IN_RESPONSE
            IN_RESPONSE HAND_OVER IN_RESPONSE
            IN_RESPONSE TICK IN_RESPONSE
            IN_RESPONSE CONTAIN CONTAINED
            CONTAINED TELL_MANAGER CONTAINED
            CONTAINED ACKNOWLEDGE CONTAINED
            CONTAINED TAKE_COMMAND CONTAINED
            CONTAINED HAND_OVER CONTAINED
            CONTAINED TICK CONTAINED
            CONTAINED REPORT_UP REPORTED_UP
            REPORTED_UP TELL_MANAGER REPORTED_UP
            REPORTED_UP ACKNOWLEDGE REPORTED_UP
            REPORTED_UP TAKE_COMMAND REPORTED_UP
            REPORTED_UP HAND_OVER REPORTED_UP
            REPORTED_UP TICK REPORTED_UP
            REPORTED_UP CLEAR_UP AFTERMATH
            AFTERMATH TELL_MANAGER AFTERMATH
            AFTERMATH ACKNOWLEDGE AFTERMATH
            AFTERMATH TAKE_COMMAND AFTERMATH
            AFTERMATH HAND_OVER AFTERMATH
            AFTERMATH TICK AFTERMATH
            AFTERMATH FILE_REPORT AFTERMATH
            AFTERMATH CLOSE CLOSED
            """;

    @Test
    void theRowsAreTheDrawing() {
        StringBuilder table = new StringBuilder();
        for (TransitionTable.Move<State, Action> move : Incident.TABLE.moves()) {
            table.append("%s %s %s\n".formatted(move.from(), move.action(), move.to()));
        }
        assertThat(table.toString()).isEqualTo(DRAWING);
        assertThat(Incident.TABLE.terminal()).containsExactlyInAnyOrder(State.FALSE, State.CLOSED);
    }

    @Test
    void aFireIsVerifiedFoughtReportedAndClosed() {
        Incident fire = after(burning(), event(Action.TELL_MANAGER, 5));
        for (PlanStep step : PLAN.steps()) {
            fire = after(fire, tick(step, 10));
        }
        fire =
                after(
                        fire,
                        event(Action.CONTAIN, 30),
                        event(Action.REPORT_UP, 40),
                        event(Action.CLEAR_UP, 60),
                        IncidentEvent.file(report(Cause.CHANCE), CAPTAIN, minute(90)),
                        event(Action.CLOSE, 100));
        assertThat(fire.state()).isEqualTo(State.CLOSED);
        assertThat(fire.filed()).contains(report(Cause.CHANCE));
        assertThat(codes(fire.take(event(Action.CLOSE, 101), COMPANY)))
                .containsExactly("emergency-wrong-state");
    }

    @Test
    void aConfirmedFireGoesToTheManagerAtOnce() {
        assertThat(REPORTED.notice()).isEmpty();
        Incident fire = after(REPORTED, event(Action.VERIFY, 3));
        ToDo notice = fire.notice().orElseThrow();
        assertThat(notice)
                .isEqualTo(
                        new ToDo(
                                "tell",
                                new PostKey("PROPERTY_MANAGER"),
                                minute(3),
                                minute(8),
                                Optional.empty()));
        assertThat(notice.isLate(minute(8))).isFalse();
        assertThat(notice.isLate(minute(8).plusNanos(1))).isTrue();
        Incident told = after(fire, event(Action.TELL_MANAGER, 9));
        assertThat(told.notice().orElseThrow().doneAt()).contains(minute(9));
        assertThat(told.notice().orElseThrow().isLate(minute(3))).isTrue();
        assertThat(codes(told.take(event(Action.TELL_MANAGER, 10), COMPANY)))
                .containsExactly("incident-notice-not-open");
    }

    @Test
    void aFalseAlarmTellsNobodyAndEnds() {
        Incident none = after(REPORTED, event(Action.REFUTE, 2));
        assertThat(none.state()).isEqualTo(State.FALSE);
        assertThat(none.notice()).isEmpty();
        assertThat(none.steps()).isEmpty();
        assertThat(codes(none.take(event(Action.VERIFY, 3), COMPANY)))
                .containsExactly("emergency-wrong-state");
    }

    @Test
    void stepsAreTickedOnceByThePostTheyAreFor() {
        PlanStep evacuate = PLAN.steps().get(2);
        assertThat(codes(burning().take(IncidentEvent.tick("fly", CAPTAIN, minute(5)), COMPANY)))
                .containsExactly("incident-step-unknown");
        assertThat(
                        codes(
                                burning()
                                        .take(
                                                IncidentEvent.tick(
                                                        evacuate.id(),
                                                        stranger("CLEANER"),
                                                        minute(5)),
                                                COMPANY)))
                .containsExactly("incident-step-not-yours");
        Incident out = after(burning(), tick(evacuate, 14));
        assertThat(codes(out.take(tick(evacuate, 15), COMPANY)))
                .containsExactly("incident-step-twice");
        assertThat(out.steps())
                .extracting(ToDo::key)
                .containsExactly(
                        "act-by-fire-plan",
                        "call-fire-brigade",
                        "evacuate",
                        "protect-scene",
                        "check-equipment");
        assertThat(out.steps().get(2).dueBy()).isEqualTo(minute(13));
        assertThat(out.steps().get(2).isLate(minute(0))).isTrue();
    }

    @Test
    void theSceneIsProtectedBeforeAnythingCountsAsContained() {
        assertThat(codes(burning().take(event(Action.CONTAIN, 20), COMPANY)))
                .containsExactly("incident-scene-unprotected");
        Incident safe = after(burning(), tick(PLAN.steps().get(3), 15));
        assertThat(accepted(safe.take(event(Action.CONTAIN, 20), COMPANY)).state())
                .isEqualTo(State.CONTAINED);
    }

    @Test
    void nothingIsClosedWithOpenStepsAnUntoldManagerOrNoReport() {
        Incident open =
                after(
                        burning(),
                        tick(PLAN.steps().get(3), 10),
                        event(Action.CONTAIN, 20),
                        event(Action.REPORT_UP, 30),
                        event(Action.CLEAR_UP, 40));
        assertThat(codes(open.take(event(Action.CLOSE, 50), COMPANY)))
                .containsExactly(
                        "incident-step-open",
                        "incident-step-open",
                        "incident-step-open",
                        "incident-step-open",
                        "incident-manager-not-told",
                        "incident-report-missing");
        assertThat(codes(open.take(event(Action.CLEAR_UP, 39), COMPANY)))
                .containsExactly("emergency-wrong-state", "emergency-time-runs-backwards");
        assertThat(codes(REPORTED.take(event(Action.VERIFY, -1), COMPANY)))
                .containsExactly("emergency-time-runs-backwards");
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void onlyPoorManagementMakesTheLeaderJointlyLiable(Cause cause) {
        List<StaffId> leader = List.of(new StaffId("sf_lead"));
        Decision<IncidentReport> decision = report(cause).holdLiable(leader);
        if (cause == Cause.POOR_MANAGEMENT) {
            assertThat(accepted(decision).liability().jointlyLiable()).isEqualTo(leader);
        } else {
            assertThat(codes(decision)).containsExactly("incident-joint-liability-unfounded");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new IncidentReport.Liability(cause, List.of(), leader));
        }
    }

    @Test
    void falseAlarmsAndOtherKindsDoNotCountAgainstZero() {
        Incident none = after(Fires.reported("in_2", PLAN.latest()), event(Action.REFUTE, 2));
        Incident unknown = Fires.reported("in_3", PLAN.latest());
        EmergencyPlan theft = EmergencyPlans.load().get("THEFT");
        Incident other = after(Fires.reported("in_4", theft.latest()), event(Action.VERIFY, 2));
        ZeroGoal met = goal(none, unknown, other);
        assertThat(met.isMet()).isTrue();
        assertThat(met.falseAlarms()).containsExactly(none.id());
        assertThat(met.unverified()).containsExactly(unknown.id());
        ZeroGoal missed = goal(none, burning());
        assertThat(missed.isMet()).isFalse();
        assertThat(missed.confirmed()).containsExactly(new IncidentId("in_1"));
        assertThat(
                        ZeroGoal.of("fire-accidents", List.of(burning()), minute(1), minute(9))
                                .confirmed())
                .isEmpty();
    }

    @Property
    void anIncidentNeverMovesBackAndItsHistoryIsItself(
            @ForAll @Size(max = 40) List<@From("events") IncidentEvent> events) {
        Incident fire = REPORTED;
        int accepted = 0;
        for (IncidentEvent event : events) {
            Incident before = fire;
            Decision<Incident> decision = fire.take(event, COMPANY);
            if (codes(decision).isEmpty()) {
                fire = accepted(decision);
                accepted++;
                assertThat(Incident.TABLE.next(before.state(), event.action()))
                        .contains(fire.state());
            }
            assertThat(fire.state()).isGreaterThanOrEqualTo(before.state());
            assertThat(goal(fire).isMet()).isEqualTo(fire.confirmedAt().isEmpty());
        }
        assertThat(fire.events()).hasSize(accepted);
        assertThat(new Incident(fire.id(), fire.alarm(), PLAN.latest(), fire.events()))
                .isEqualTo(fire);
        if (fire.state() == State.CLOSED) {
            assertThat(fire.steps()).allMatch(step -> step.doneAt().isPresent());
            assertThat(fire.filed()).isPresent();
        }
    }

    /** Mostly the right next thing, so that some histories reach the end. */
    @Provide
    Arbitrary<IncidentEvent> events() {
        Arbitrary<IncidentEvent> moves =
                Arbitraries.of(Action.values())
                        .filter(action -> action != Action.TICK && action != Action.FILE_REPORT)
                        .filter(action -> action != Action.HAND_OVER)
                        .map(action -> event(action, 5));
        Arbitrary<IncidentEvent> ticks = Arbitraries.of(PLAN.steps()).map(step -> tick(step, 5));
        return Arbitraries.oneOf(
                moves,
                ticks,
                Arbitraries.just(IncidentEvent.file(report(Cause.UNKNOWN), CAPTAIN, minute(5))));
    }

    private static ZeroGoal goal(Incident... incidents) {
        return ZeroGoal.of("fire-accidents", List.of(incidents), minute(-10), minute(10));
    }
}
