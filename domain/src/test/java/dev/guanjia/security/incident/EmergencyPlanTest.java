package dev.guanjia.security.incident;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static dev.guanjia.security.incident.Fires.CAPTAIN;
import static dev.guanjia.security.incident.Fires.PLAN;
import static dev.guanjia.security.incident.Fires.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Table;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.security.incident.EmergencyPlan.State;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
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
        EmergencyPlan approved = accepted(PLAN.approve(CAPTAIN, minute(0)));
        EmergencyPlan drilled = accepted(approved.drill(HELD, CAPTAIN));
        assertThat(drilled.state()).isEqualTo(State.DRILLED);
        List<PlanStep> shorter = PLAN.steps().subList(0, 4);
        EmergencyPlan revised =
                accepted(drilled.revise(shorter, CAPTAIN, minute(90), "too many steps"));
        assertThat(revised.state()).isEqualTo(State.REVISED);
        assertThat(revised.version()).isEqualTo(2);
        assertThat(revised.steps()).isEqualTo(shorter);
        assertThat(accepted(revised.approve(CAPTAIN, minute(95))).state())
                .isEqualTo(State.APPROVED);
        assertThat(drilled.version()).isEqualTo(1);
    }

    @Test
    void aPlanThatIsNotInForceIsNotDrilledNorRevised() {
        assertThat(codes(PLAN.drill(HELD, CAPTAIN))).containsExactly("emergency-wrong-state");
        EmergencyPlan approved = accepted(PLAN.approve(CAPTAIN, minute(70)));
        assertThat(codes(approved.revise(PLAN.steps(), CAPTAIN, minute(80), "why")))
                .containsExactly("emergency-wrong-state");
        assertThat(codes(approved.drill(HELD, CAPTAIN)))
                .containsExactly("emergency-time-runs-backwards");
        Drill flood = Drill.plan("dr_2", "FLOOD", DAY);
        assertThat(codes(approved.drill(flood, CAPTAIN)))
                .containsExactly("drill-of-another-kind", "drill-not-held");
        assertThat(codes(HELD.hold(new Drill.Held(minute(61), 1, true, List.of()))))
                .containsExactly("drill-held-already");
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
        String kinds = "FIRE,火灾,Fire,,CHIEF,PT1M,2026-01,own\n";
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
