package dev.guanjia.security.incident;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static dev.guanjia.security.incident.Fires.COMPANY;
import static dev.guanjia.security.incident.Fires.PLAN;
import static dev.guanjia.security.incident.Fires.REPORTED;
import static dev.guanjia.security.incident.Fires.minute;
import static dev.guanjia.security.incident.Fires.report;
import static dev.guanjia.security.incident.Fires.tick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.decision.Decision;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.security.incident.Incident.Action;
import dev.guanjia.security.incident.Incident.State;
import dev.guanjia.security.incident.IncidentReport.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who commands an incident, who does the part of whom, and what is written down afterwards. */
class CommandTest {

    private static final Actor GUARD = person("sf_guard", "SECURITY_GUARD");
    private static final Actor LEADER = person("sf_leader", "SECURITY_SHIFT_LEADER");
    private static final Actor CAPTAIN = person("sf_captain", "SECURITY_CAPTAIN");
    private static final Actor MANAGER = person("sf_manager", "PROPERTY_MANAGER");

    @Test
    void theHighestPresentCommandsAndTheCommandIsHandedOverOnRecord() {
        Incident fire = at(State.IN_RESPONSE, GUARD);
        assertThat(fire.commander())
                .contains(new Commander(GUARD.staff(), GUARD.post(), minute(4)));
        assertThat(codes(take(fire, Action.TAKE_COMMAND, person("sf_2", "LOBBY_GUARD"), 5)))
                .containsExactly("incident-command-held");
        Incident captain = accepted(take(fire, Action.TAKE_COMMAND, CAPTAIN, 6));
        assertThat(codes(take(captain, Action.TAKE_COMMAND, LEADER, 7)))
                .containsExactly("incident-command-held");
        Commander leader = new Commander(LEADER.staff(), LEADER.post(), minute(8));
        assertThat(codes(captain.take(IncidentEvent.handOver(leader, GUARD), COMPANY)))
                .containsExactly("incident-not-in-command");
        Incident handed = accepted(captain.take(IncidentEvent.handOver(leader, CAPTAIN), COMPANY));
        assertThat(handed.commander()).contains(leader);
        assertThat(handed.events()).hasSize(4);
        assertThat(codes(take(handed, Action.CONTAIN, CAPTAIN, 9)))
                .contains("incident-not-in-command");
    }

    @Test
    void beyondTheirAuthorityTheyReportAndSomebodyAboveEndsIt() {
        Incident up = at(State.REPORTED_UP, LEADER);
        Decision<Incident> refused = take(up, Action.CLEAR_UP, LEADER, 50);
        assertThat(codes(refused)).containsExactly("incident-beyond-authority");
        assertThat(refused.toString()).contains("PROPERTY_MANAGER, SECURITY_CAPTAIN");
        Incident taken = accepted(take(up, Action.TAKE_COMMAND, CAPTAIN, 51));
        assertThat(accepted(take(taken, Action.CLEAR_UP, CAPTAIN, 52)).state())
                .isEqualTo(State.AFTERMATH);
    }

    @Test
    void whoeverCommandsRecordsTheStepOfAnotherWithAReason() {
        Incident fire = at(State.IN_RESPONSE, LEADER);
        IncidentEvent evacuated = IncidentEvent.tick("evacuate", LEADER, minute(9));
        assertThat(codes(fire.take(evacuated, COMPANY)))
                .containsExactly("incident-step-reason-missing");
        IncidentEvent explained = evacuated.because("the captain is on leave");
        Incident done = accepted(fire.take(explained, COMPANY));
        assertThat(done.events().get(2).reason()).contains("the captain is on leave");
        IncidentEvent other = IncidentEvent.tick("evacuate", GUARD, minute(9)).because("I can");
        assertThat(codes(fire.take(other, COMPANY))).containsExactly("incident-step-not-yours");
        assertThatIllegalArgumentException().isThrownBy(() -> evacuated.because(" "));
    }

    @Test
    void whatWasDoneInTimeIsWrittenDownAfterwards() {
        Incident late = accepted(at(State.CONTAINED, CAPTAIN).take(tick(step(2), 7), COMPANY));
        assertThat(late.steps().get(2).isLate(minute(99))).isFalse();
        Incident told = accepted(take(late, Action.TELL_MANAGER, CAPTAIN, 5));
        assertThat(told.notice().orElseThrow().isLate(minute(99))).isFalse();
        assertThat(codes(late.take(tick(step(0), 2), COMPANY)))
                .as("before it was confirmed")
                .containsExactly("emergency-time-runs-backwards");
        Incident unsafe = accepted(at(State.IN_RESPONSE, CAPTAIN).take(tick(step(3), 30), COMPANY));
        assertThat(codes(take(unsafe, Action.CONTAIN, CAPTAIN, 20)))
                .containsExactly("incident-scene-unprotected");
    }

    @Test
    void whoIsToldSaysSoAndIsToldThereby() {
        Incident fire = at(State.IN_RESPONSE, CAPTAIN);
        assertThat(codes(take(fire, Action.ACKNOWLEDGE, CAPTAIN, 5)))
                .containsExactly("incident-notice-not-yours");
        Incident heard = accepted(take(fire, Action.ACKNOWLEDGE, MANAGER, 9));
        assertThat(heard.acknowledgedAt()).contains(minute(9));
        assertThat(heard.notice().orElseThrow().doneAt()).contains(minute(9));
        assertThat(heard.notice().orElseThrow().isLate(minute(9))).isTrue();
        assertThat(codes(take(heard, Action.ACKNOWLEDGE, MANAGER, 10)))
                .containsExactly("incident-notice-not-open");
        Incident told = accepted(take(fire, Action.TELL_MANAGER, CAPTAIN, 6));
        Incident both = accepted(take(told, Action.ACKNOWLEDGE, MANAGER, 12));
        assertThat(both.notice().orElseThrow().doneAt()).contains(minute(6));
    }

    @Test
    void theReportSaysWhenWhatAndWhoAndDoesNotComeBeforeTheFacts() {
        Incident cleared = at(State.AFTERMATH, CAPTAIN);
        IncidentReport whole = report(Cause.CHANCE);
        IncidentReport later = new IncidentReport("x", "y", minute(4), "z", "c", whole.liability());
        IncidentReport nobody = report(Cause.STAFF_ERROR);
        assertThat(codes(file(cleared, later))).containsExactly("incident-happened-later");
        assertThat(codes(file(cleared, nobody))).containsExactly("incident-responsible-missing");
        assertThat(accepted(file(cleared, whole)).filed()).contains(whole);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new IncidentReport("x", "y", minute(0), " ", "c", whole.liability()));
    }

    @ParameterizedTest(name = "{0}: {1} is done by {2}")
    @CsvSource(
            textBlock =
                    """
        SINGLE_COMMUNITY,FIRE_CONTROL_OFFICER,PROPERTY_MANAGER
        SINGLE_COMMUNITY,MAINTENANCE_SUPERVISOR,MAINTENANCE_WORKER
        MANAGER_CENTRED,FIRE_CONTROL_OFFICER,FIRE_CONTROL_OFFICER
        SIX_CHAPTERS,FIRE_CONTROL_OFFICER,FIRE_SUPERVISOR
        SIX_CHAPTERS,PROPERTY_MANAGER,COMPANY_MANAGER
        MANAGEMENT_OFFICE,PROPERTY_MANAGER,MGMT_OFFICE_DIRECTOR
        MANAGEMENT_OFFICE,SECURITY_SHIFT_LEADER,SECURITY_TEAM_LEADER
        HEADQUARTERS_OVER_REGIONS,PROPERTY_MANAGER,REGION_1_MANAGER
        SIX_LINE_DEPARTMENTS,SECURITY_CAPTAIN,PUBLIC_ORDER_MANAGER
        SIX_LINE_DEPARTMENTS,PROPERTY_MANAGER,GENERAL_MANAGER
        SIX_GENERIC_DEPARTMENTS,SECURITY_SHIFT_LEADER,HEAD_SECURITY_F
        SIX_DEPARTMENT_COMPANY,CS_SUPERVISOR,HEAD_CS_L
        COLLECTION_GROUP,SECURITY_GUARD,COLLECTION_TEAM_LEADER
        """)
    void aPartIsDoneByWhoeverTheCompanyHasForIt(String template, String post, String expected) {
        assertThat(Fires.company(template).posts(new PostKey(post)))
                .containsExactly(new PostKey(expected));
    }

    private static Incident at(State state, Actor by) {
        Incident now = accepted(take(REPORTED, Action.VERIFY, by, 3));
        now = accepted(take(now, Action.RESPOND, by, 4));
        if (state == State.IN_RESPONSE) {
            return now;
        }
        now = accepted(now.take(tick(step(3), 10), COMPANY));
        now = accepted(take(now, Action.CONTAIN, by, 20));
        if (state == State.CONTAINED) {
            return now;
        }
        now = accepted(take(now, Action.REPORT_UP, by, 30));
        return state == State.REPORTED_UP ? now : accepted(take(now, Action.CLEAR_UP, by, 40));
    }

    private static PlanStep step(int index) {
        return PLAN.steps().get(index);
    }

    private static Decision<Incident> take(Incident fire, Action action, Actor by, long minutes) {
        return fire.take(IncidentEvent.of(action, by, minute(minutes)), COMPANY);
    }

    private static Decision<Incident> file(Incident fire, IncidentReport report) {
        return fire.take(IncidentEvent.file(report, CAPTAIN, minute(90)), COMPANY);
    }

    private static Actor person(String id, String post) {
        return new Actor(new StaffId(id), new PostKey(post), "v1");
    }
}
