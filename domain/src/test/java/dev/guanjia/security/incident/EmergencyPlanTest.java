package dev.guanjia.security.incident;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static dev.guanjia.security.incident.Fires.CAPTAIN;
import static dev.guanjia.security.incident.Fires.COMPANY;
import static dev.guanjia.security.incident.Fires.PLAN;
import static dev.guanjia.security.incident.Fires.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Table;
import dev.guanjia.decision.Decision;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.security.incident.EmergencyPlan.State;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class EmergencyPlanTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Drill HELD =
            accepted(
                    Drill.plan("dr_1", "FIRE", DAY)
                            .hold(new Drill.Held(minute(60), 12, true, List.of())));

    @Test
    void everyShippedKindHasStepsTimesAboveZeroAndContacts() {
        SortedMap<String, EmergencyPlan> plans = EmergencyPlans.load();
        assertThat(plans.keySet())
                .contains("FIRE", "THEFT", "FLOOD", "LIFT_ENTRAPMENT", "VIOLENT_CRIME");
        for (EmergencyPlan plan : plans.values()) {
            assertThat(plan.state()).isEqualTo(State.DRAFTED);
            assertThat(plan.steps())
                    .allMatch(step -> step.limit().within().compareTo(Duration.ZERO) > 0);
            assertThat(plan.contacts())
                    .extracting(EmergencyPlan.Contact::phone)
                    .containsExactly("119", "110", "120");
        }
        assertThat(PLAN.kind().tell())
                .contains(
                        new EmergencyKind.Limit(
                                new PostKey("PROPERTY_MANAGER"), Duration.ofMinutes(5)));
        for (String kind : List.of("FIRE", "THEFT", "VIOLENT_CRIME")) {
            assertThat(plans.get(kind).steps()).as(kind).anyMatch(PlanStep::protectsScene);
        }
    }

    @Test
    void aPlanIsApprovedDrilledRevisedAndApprovedAgain() {
        EmergencyPlan approved = accepted(PLAN.approve(CAPTAIN, minute(0), COMPANY));
        EmergencyPlan drilled = accepted(approved.drill(HELD, CAPTAIN));
        assertThat(drilled.state()).isEqualTo(State.DRILLED);
        List<PlanStep> shorter = PLAN.steps().subList(0, 4);
        EmergencyPlan revised =
                accepted(drilled.revise(text(shorter), CAPTAIN, minute(90), "too many steps"));
        assertThat(revised.state()).isEqualTo(State.REVISED);
        assertThat(revised.version()).isEqualTo(2);
        assertThat(revised.steps()).isEqualTo(shorter);
        assertThat(accepted(revised.approve(CAPTAIN, minute(95), COMPANY)).state())
                .isEqualTo(State.APPROVED);
        assertThat(drilled.version()).isEqualTo(1);
    }

    @Test
    void aWrongDraftIsPutRightBeforeItIsApproved() {
        List<PlanStep> shorter = PLAN.steps().subList(2, 4);
        EmergencyPlan draft =
                accepted(PLAN.revise(text(shorter), CAPTAIN, minute(1), "no such posts"));
        assertThat(draft.state()).isEqualTo(State.DRAFTED);
        EmergencyPlan approved = accepted(draft.approve(CAPTAIN, minute(2), COMPANY));
        EmergencyPlan again =
                accepted(
                        approved.revise(text(PLAN.steps()), CAPTAIN, minute(3), "wrong after all"));
        assertThat(again.state()).isEqualTo(State.REVISED);
        assertThat(codes(again.approve(CAPTAIN, minute(2), COMPANY)))
                .containsExactly("emergency-time-runs-backwards");
        assertThat(accepted(again.approve(CAPTAIN, minute(4), COMPANY)).version()).isEqualTo(3);
    }

    @Test
    void onlyTheLastApprovedVersionIsInForceAndNoneIsLost() {
        PlanVersion unapproved = PLAN.inForce(minute(0));
        assertThat(unapproved.number()).isZero();
        assertThat(unapproved.steps()).extracting(PlanStep::id).containsExactly("protect-scene");
        assertThat(unapproved.tell()).isEqualTo(PLAN.kind().tell());
        List<PlanStep> shorter = PLAN.steps().subList(2, 4);
        EmergencyPlan revised =
                accepted(
                        accepted(PLAN.approve(CAPTAIN, minute(10), COMPANY))
                                .revise(text(shorter), CAPTAIN, minute(20), "shorter"));
        assertThat(revised.inForce(minute(9)).number()).isZero();
        assertThat(revised.inForce(minute(30)).steps()).isEqualTo(PLAN.steps());
        EmergencyPlan second = accepted(revised.approve(CAPTAIN, minute(40), COMPANY));
        assertThat(second.inForce(minute(39)).steps()).isEqualTo(PLAN.steps());
        assertThat(second.inForce(minute(40)).steps()).isEqualTo(shorter);
        assertThat(second.versions()).extracting(PlanVersion::number).containsExactly(1, 2);
    }

    @Test
    void drillsAreEnteredInAnyOrderForTheVersionThatWasInForce() {
        EmergencyPlan first = accepted(PLAN.approve(CAPTAIN, minute(0), COMPANY));
        EmergencyPlan late = accepted(first.drill(drill("dr_a", 60), CAPTAIN));
        EmergencyPlan both = accepted(late.drill(drill("dr_b", 30), CAPTAIN));
        assertThat(both.state()).isEqualTo(State.DRILLED);
        EmergencyPlan revised =
                accepted(both.revise(text(PLAN.steps()), CAPTAIN, minute(70), "again"));
        EmergencyPlan during = accepted(revised.drill(drill("dr_c", 80), CAPTAIN));
        assertThat(during.state()).isEqualTo(State.REVISED);
        EmergencyPlan second = accepted(during.approve(CAPTAIN, minute(90), COMPANY));
        EmergencyPlan old = accepted(second.drill(drill("dr_d", 85), CAPTAIN));
        assertThat(old.state()).as("a drill of the version before").isEqualTo(State.APPROVED);
        assertThat(accepted(old.drill(drill("dr_e", 95), CAPTAIN)).state())
                .isEqualTo(State.DRILLED);
        assertThat(codes(old.drill(drill("dr_f", -1), CAPTAIN)))
                .containsExactly("drill-before-approval");
        assertThat(new EmergencyPlan(old.kind(), old.versions(), old.contacts(), old.events()))
                .isEqualTo(old);
    }

    @Test
    void aDraftIsNotDrilledNorADrillOfAnotherKindEntered() {
        assertThat(codes(PLAN.drill(HELD, CAPTAIN))).containsExactly("emergency-wrong-state");
        EmergencyPlan approved = accepted(PLAN.approve(CAPTAIN, minute(0), COMPANY));
        Drill flood = Drill.plan("dr_2", "FLOOD", DAY);
        assertThat(codes(approved.drill(flood, CAPTAIN)))
                .containsExactly("drill-of-another-kind", "drill-not-held");
    }

    @Test
    void aDrillIsEnteredOnce() {
        EmergencyPlan approved = accepted(PLAN.approve(CAPTAIN, minute(0), COMPANY));
        EmergencyPlan drilled = accepted(approved.drill(drill("dr_a", 60), CAPTAIN));
        assertThat(codes(drilled.drill(drill("dr_a", 60), CAPTAIN)))
                .containsExactly("drill-held-already");
        EmergencyPlan revised =
                accepted(drilled.revise(text(PLAN.steps()), CAPTAIN, minute(70), "dr_b"));
        assertThat(codes(revised.drill(drill("dr_a", 80), CAPTAIN)))
                .containsExactly("drill-held-already");
        assertThat(codes(revised.drill(drill("dr_b", 80), CAPTAIN))).isEmpty();
        List<EmergencyPlan.Event> twice = new ArrayList<>(drilled.events());
        twice.add(twice.get(1));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new EmergencyPlan(
                                        PLAN.kind(), PLAN.versions(), PLAN.contacts(), twice));
    }

    @Test
    void aPlanIsApprovedOnlyIfSomebodyDoesEveryStepAndProtectsTheScene() {
        PlanStep evacuate = PLAN.steps().get(2);
        EmergencyKind.Limit nobody =
                new EmergencyKind.Limit(new PostKey("ASTRONAUT"), Duration.ofMinutes(1));
        PlanStep fly =
                new PlanStep("fly", evacuate.label(), nobody, evacuate.protectsScene(), "own");
        EmergencyPlan.Text wrong =
                new EmergencyPlan.Text(Optional.of(nobody), List.of(evacuate, fly));
        EmergencyPlan draft = accepted(PLAN.revise(wrong, CAPTAIN, minute(1), "wrong"));
        Decision<EmergencyPlan> refused = draft.approve(CAPTAIN, minute(2), COMPANY);
        assertThat(codes(refused))
                .containsExactly(
                        "emergency-plan-without-scene",
                        "emergency-step-without-post",
                        "emergency-step-without-post");
        assertThat(refused.toString()).contains("tell", "fly", "ASTRONAUT");
        EmergencyPlan fight = EmergencyPlans.load().get("FIGHT");
        assertThat(accepted(fight.approve(CAPTAIN, minute(2), COMPANY)).state())
                .isEqualTo(State.APPROVED);
        EmergencyPlan told = accepted(fight.revise(wrong, CAPTAIN, minute(1), "tell them"));
        assertThat(told.latest().tell()).as("a kind that tells nobody").isEmpty();
    }

    @Test
    void aDrillIsMovedOrCancelledWithAReasonUntilItIsHeld() {
        Drill drill = Drill.plan("dr_1", "FIRE", DAY);
        Drill moved = accepted(drill.change(change(Optional.of(DAY.plusDays(7)))));
        assertThat(moved.day()).isEqualTo(DAY.plusDays(7));
        assertThat(moved.plannedOn()).isEqualTo(DAY);
        Drill cancelled = accepted(moved.change(change(Optional.empty())));
        assertThat(cancelled.cancelled().orElseThrow().reason()).isEqualTo("rain");
        assertThat(codes(cancelled.change(change(Optional.of(DAY)))))
                .containsExactly("drill-cancelled");
        Drill.Held result = new Drill.Held(minute(61), 1, true, List.of());
        assertThat(codes(cancelled.hold(result))).containsExactly("drill-cancelled");
        assertThat(codes(HELD.hold(result))).containsExactly("drill-held-already");
        assertThat(codes(HELD.change(change(Optional.of(DAY)))))
                .containsExactly("drill-held-already");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Drill(
                                        "dr_1",
                                        "FIRE",
                                        DAY,
                                        List.of(change(Optional.empty())),
                                        Optional.of(result)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Drill.Change(Optional.empty(), CAPTAIN, minute(0), " "));
    }

    private static Drill.Change change(Optional<LocalDate> to) {
        return new Drill.Change(to, CAPTAIN, minute(0), "rain");
    }

    private static Drill drill(String id, long minutes) {
        return accepted(
                Drill.plan(id, "FIRE", DAY)
                        .hold(new Drill.Held(minute(minutes), 12, true, List.of())));
    }

    private static EmergencyPlan.Text text(List<PlanStep> steps) {
        return new EmergencyPlan.Text(Optional.empty(), steps);
    }

    @Test
    void aDrillHasPeopleAndAFailedOneTeachesSomething() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Drill.Held(minute(0), 0, true, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Drill.Held(minute(0), 5, false, List.of()));
    }

    @Test
    void aCompanyReadsItsOwnRowsAndFaultyOnesAreAllNamed() {
        String kinds = "FIRE,火灾,Fire,,CHIEF,PT1M,no,1,2026-01,own\n";
        String step = "FIRE,run,跑,Run,CHIEF,PT2M,no,own\n";
        EmergencyPlan own = read(kinds, step).get("FIRE");
        assertThat(own.steps().get(0).limit())
                .isEqualTo(new EmergencyKind.Limit(new PostKey("CHIEF"), Duration.ofMinutes(2)));
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(
                        () ->
                                read(
                                        kinds,
                                        step.replace("PT2M", "PT0S")
                                                + step.replace("PT2M", "soon")))
                .satisfies(e -> assertThat(e.faults()).hasSize(2));
        assertThatIllegalArgumentException().isThrownBy(() -> read(kinds, ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(kinds, step + step.replace("FIRE", "WAR")))
                .withMessage("steps of no kind: [WAR]");
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> read(kinds.replace("PT1M", ""), step));
    }

    private static SortedMap<String, EmergencyPlan> read(String kinds, String steps) {
        return EmergencyPlans.of(
                table(EmergencyPlans.KIND_COLUMNS, kinds),
                table(EmergencyPlans.STEP_COLUMNS, steps),
                PostKey::new);
    }

    private static Table table(List<String> columns, String rows) {
        return Table.parse("own.csv", String.join(",", columns) + "\n" + rows, columns);
    }
}
