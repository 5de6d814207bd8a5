package dev.guanjia.security.patrol;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static dev.guanjia.security.patrol.Patrols.AROUND;
import static dev.guanjia.security.patrol.Patrols.BO;
import static dev.guanjia.security.patrol.Patrols.DUTY;
import static dev.guanjia.security.patrol.Patrols.INSIDE;
import static dev.guanjia.security.patrol.Patrols.LI;
import static dev.guanjia.security.patrol.Patrols.MONDAY;
import static dev.guanjia.security.patrol.Patrols.NIGHT;
import static dev.guanjia.security.patrol.Patrols.SHANGHAI;
import static dev.guanjia.security.patrol.Patrols.minute;
import static dev.guanjia.security.patrol.Patrols.plan;
import static dev.guanjia.security.patrol.Patrols.walked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.catalogue.Table;
import dev.guanjia.duty.Duty;
import dev.guanjia.duty.DutyCatalogue;
import dev.guanjia.duty.DutyId;
import dev.guanjia.organisation.PostKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Two patrols of every area and of the surroundings per shift (D-003-OML-04). */
class PatrolPlanTest {

    private static final Duty SHIPPED = DutyCatalogue.load().find(DUTY).orElseThrow();
    private static final PatrolPlan.Window EARLY =
            new PatrolPlan.Window(Duration.ZERO, Duration.ofHours(4));
    private static final PatrolPlan.Window LATE =
            new PatrolPlan.Window(Duration.ofHours(4), Duration.ofHours(8));

    @Test
    void twoRoundsOfEveryAreaConform() {
        ShiftConformity verdict = judge(plan(2), twice());
        assertThat(verdict.isConform()).isTrue();
        assertThat(verdict.count().counts())
                .isEqualTo(Map.of("gate", 2, "basement", 2, "surroundings", 2));
        assertThat(verdict.visits().get("gate"))
                .containsExactly(
                        new ShiftConformity.Visit(new RoundId("a"), minute(1)),
                        new ShiftConformity.Visit(new RoundId("b"), minute(301)));
    }

    @Test
    void oneAreaThatIsShortFailsTheShiftAndIsNamed() {
        ShiftConformity verdict = judge(plan(2), twice().subList(0, 3));
        assertThat(verdict.isConform()).isFalse();
        assertThat(verdict.count().missing()).isEqualTo(Map.of("surroundings", 1));
    }

    @Test
    void anUnfinishedRoundOfAnotherRouteOrShiftDoesNotCount() {
        List<PatrolRound> rounds = new ArrayList<>(twice().subList(0, 3));
        rounds.add(PatrolRound.start(new RoundId("e"), AROUND, LI, minute(20)));
        rounds.add(walked("f", AROUND, 479));
        rounds.add(walked("g", AROUND, -2));
        assertThat(judge(plan(2), rounds).count().missing()).isEqualTo(Map.of("surroundings", 1));
        rounds.add(walked("h", AROUND, 478));
        assertThat(judge(plan(2), rounds).isConform()).isTrue();
    }

    @Test
    void theSameRoundGivenTwiceCountsOnce() {
        PatrolRound once = walked("a", AROUND, 0);
        assertThat(judge(plan(2), List.of(once, once)).count().counts())
                .containsEntry("surroundings", 1);
    }

    @Test
    void twoRoundsInOneWindowLeaveTheOtherEmpty() {
        List<PatrolRound> rounds = new ArrayList<>(twice());
        assertThat(judge(plan(2, EARLY, LATE), rounds).isConform()).isTrue();
        rounds.set(3, walked("d", AROUND, 60));
        ShiftConformity verdict = judge(plan(2, EARLY, LATE), rounds);
        assertThat(verdict.count().isMet()).isTrue();
        assertThat(verdict.isConform()).isFalse();
        assertThat(verdict.empty()).isEqualTo(Map.of("surroundings", List.of(LATE)));
    }

    @Test
    void aWindowThatAShorterShiftCutsOffIsRefusedAndStaysEmpty() {
        PatrolPlan.Window beyond = new PatrolPlan.Window(Duration.ofHours(8), Duration.ofHours(9));
        PatrolPlan plan = plan(2, beyond);
        assertThat(codes(plan.accordingTo(SHIPPED))).containsExactly("patrol-window-outside");
        ShiftConformity verdict = judge(plan, twice());
        assertThat(verdict.count().isMet()).isTrue();
        assertThat(verdict.isConform()).isFalse();
        assertThat(verdict.empty()).containsEntry("gate", List.of(beyond));
    }

    @Test
    void roundsOfOnePersonThatOverlapCountOnceAndThoseOfTwoPersonsTwice() {
        List<PatrolRound> twice = List.of(walked("a", AROUND, 0), walked("b", AROUND, 0));
        assertThat(judge(plan(2), twice).count().counts()).containsEntry("surroundings", 1);
        List<PatrolRound> partly = List.of(walked("a", AROUND, 0), walked("b", AROUND, 4));
        assertThat(judge(plan(2), partly).count().counts()).containsEntry("surroundings", 1);
        List<PatrolRound> after = List.of(walked("a", AROUND, 0), walked("b", AROUND, 5));
        assertThat(judge(plan(2), after).count().counts()).containsEntry("surroundings", 2);
        List<PatrolRound> others = List.of(walked("a", AROUND, 0), walked("b", AROUND, 0, BO));
        assertThat(judge(plan(2), others).count().counts()).containsEntry("surroundings", 2);
    }

    @Test
    void aRegisteredAreaThatNoRouteLeadsThroughIsShortAndThePlanRefused() {
        PatrolPlan plan = plan(List.of(AROUND), "garage", "lobby", "surroundings");
        assertThat(codes(plan.accordingTo(SHIPPED)))
                .containsExactly("patrol-area-missing", "patrol-area-missing");
        List<PatrolRound> rounds = List.of(walked("a", AROUND, 0), walked("b", AROUND, 60));
        assertThat(judge(plan, rounds).count().missing())
                .isEqualTo(Map.of("garage", 2, "lobby", 2));
        PatrolPlan whole = plan(List.of(INSIDE, AROUND), "gate", "basement", "surroundings");
        assertThat(accepted(whole.accordingTo(SHIPPED)).areas()).hasSize(3);
        assertThat(codes(whole.without("inside", SHIPPED)))
                .containsExactly("patrol-area-missing", "patrol-area-missing");
    }

    @Test
    void aCheckWithoutAMinimumPerAreaAsksForNoOtherAreaThanThoseOfItsRoutes() {
        Duty leaks = DutyCatalogue.load().find(new DutyId("D-000-MNW-04")).orElseThrow();
        PatrolPlan check =
                new PatrolPlan(
                        leaks.id(),
                        new PostKey("MAINTENANCE_WORKER"),
                        NIGHT,
                        1,
                        List.of(INSIDE),
                        List.of(),
                        new TreeSet<>());
        assertThat(accepted(check.accordingTo(leaks))).isEqualTo(check);
        assertThat(judge(check, List.of(walked("a", INSIDE, 0))).isConform()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> check.accordingTo(SHIPPED));
    }

    @Test
    void aPlanGoesOnWithoutARouteUnlessTheSurroundingsWouldBeLeftOut() {
        PatrolPlan around = plan(List.of(AROUND));
        assertThat(accepted(plan(2).without("inside", SHIPPED))).contains(around);
        assertThat(accepted(around.without("around", SHIPPED))).isEmpty();
        assertThat(codes(plan(2).without("around", SHIPPED)))
                .containsExactly("patrol-surroundings-missing");
    }

    @Test
    void aPlanAsksForWhatTheShippedDutyAsksFor() {
        assertThat(accepted(plan(2).accordingTo(SHIPPED))).isEqualTo(plan(2));
        assertThat(accepted(plan(3).accordingTo(SHIPPED))).isEqualTo(plan(3));
        assertThat(codes(plan(1).accordingTo(SHIPPED))).containsExactly("patrol-below-minimum");
        assertThat(codes(plan(List.of(INSIDE)).accordingTo(SHIPPED)))
                .containsExactly("patrol-surroundings-missing");
    }

    @Test
    void theMinimumIsTheRowOfTheCompany() {
        String header = "id,zh,en,posts,cadence,deadline,evidence,approver,from,source";
        String row =
                "D-003-OML-04,巡查,Patrol,ORDER_SHIFT_LEADER,shift,at-least-3-per-area,,,2026-01,x";
        Table table = Table.parse("own.csv", header + "\n" + row, List.of(header.split(",")));
        Duty own = DutyCatalogue.of(table, PostKey::new).all().get(0);
        assertThat(codes(plan(2).accordingTo(own))).containsExactly("patrol-below-minimum");
    }

    @Test
    void aRouteOfNoPlanIsRefused() {
        assertThat(codes(plan(2).start(new RoundId("x"), "roof", LI, minute(0))))
                .containsExactly("patrol-route-unknown");
        assertThat(accepted(plan(2).start(new RoundId("x"), "around", LI, minute(0))).state())
                .isEqualTo(PatrolRound.State.STARTED);
    }

    @Property
    void moreRoundsNeverTurnConformIntoNotConform(
            @ForAll @Size(max = 12) List<@From("rounds") PatrolRound> rounds,
            @ForAll @From("rounds") PatrolRound more) {
        PatrolPlan plan = plan(2, EARLY, LATE);
        ShiftConformity before = judge(plan, rounds);
        List<PatrolRound> all = new ArrayList<>(rounds);
        all.add(more);
        ShiftConformity after = judge(plan, all);
        assertThat(after.isConform() || !before.isConform()).isTrue();
        before.count()
                .counts()
                .forEach(
                        (area, count) ->
                                assertThat(after.count().counts().get(area))
                                        .isGreaterThanOrEqualTo(count));
    }

    @Property
    void aShiftConformsExactlyWhenNoAreaHasFewerThanTheMinimum(
            @ForAll @Size(max = 12) List<@From("rounds") PatrolRound> rounds) {
        ShiftConformity verdict = judge(plan(2), rounds);
        int least = verdict.visits().values().stream().mapToInt(List::size).min().orElseThrow();
        assertThat(verdict.isConform()).isEqualTo(least >= 2);
    }

    @Provide
    Arbitrary<PatrolRound> rounds() {
        // two rounds never have one name: the shortest names would be tried again and again
        return Combinators.combine(
                        Arbitraries.strings().alpha().ofLength(12).withoutEdgeCases(),
                        Arbitraries.of(INSIDE, AROUND),
                        Arbitraries.integers().between(-60, 520),
                        Arbitraries.of(LI, BO))
                .as(Patrols::walked);
    }

    private static List<PatrolRound> twice() {
        return List.of(
                walked("a", INSIDE, 0),
                walked("b", INSIDE, 300),
                walked("c", AROUND, 10),
                walked("d", AROUND, 310));
    }

    private static ShiftConformity judge(PatrolPlan plan, List<PatrolRound> rounds) {
        return plan.conformity(MONDAY, SHANGHAI, rounds);
    }
}
