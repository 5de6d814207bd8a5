package dev.guanjia.security.patrol;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static dev.guanjia.security.patrol.Patrols.DOOR;
import static dev.guanjia.security.patrol.Patrols.INSIDE;
import static dev.guanjia.security.patrol.Patrols.LI;
import static dev.guanjia.security.patrol.Patrols.fence;
import static dev.guanjia.security.patrol.Patrols.measured;
import static dev.guanjia.security.patrol.Patrols.minute;
import static dev.guanjia.security.patrol.Patrols.point;
import static dev.guanjia.security.patrol.Patrols.shut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.catalogue.Label;
import dev.guanjia.decision.Decision;
import dev.guanjia.money.Rational;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatrolRoundTest {

    private static final PatrolRound BEGUN =
            PatrolRound.start(new RoundId("rd_1"), INSIDE, LI, minute(0));

    @Test
    void aRoundIsWalkedFinishedAndFiled() {
        PatrolRound walked =
                accepted(accepted(BEGUN.record(shut(true, 3))).record(measured("0.3", 9)));
        PatrolRound finished = accepted(walked.finish(minute(10)));
        assertThat(finished.state()).isEqualTo(PatrolRound.State.FINISHED);
        assertThat(accepted(finished.file(minute(11))).state()).isEqualTo(PatrolRound.State.FILED);
        assertThat(finished.findings()).isEmpty();
        assertThat(finished.missed(minute(500))).isEmpty();
        assertThat(finished.covered("basement")).contains(minute(9));
    }

    @ParameterizedTest
    @CsvSource({"0.19, 1", "0.2, 0", "0.3, 0", "0.4, 0", "0.41, 1"})
    void aValueFailsOutsideItsLimitsAndBothLimitsAreGood(String pressure, int findings) {
        PatrolRound round = accepted(BEGUN.record(measured(pressure, 5)));
        assertThat(round.findings()).hasSize(findings);
    }

    @Test
    void aFailedItemIsAFindingThatSaysWhereWhatAndWhen() {
        PatrolRound round =
                accepted(accepted(BEGUN.record(shut(false, 3))).record(measured("0.1", 9)));
        assertThat(round.findings())
                .containsExactly(
                        new Finding(
                                BEGUN.id(),
                                "gate",
                                "door",
                                "at the gate",
                                DOOR.label(),
                                Finding.Severity.MAJOR,
                                minute(3)),
                        new Finding(
                                BEGUN.id(),
                                "pumps",
                                "pressure",
                                "at the pumps",
                                new Label("水压（MPa）：0.1", "Water pressure (MPa): 0.1"),
                                Finding.Severity.CRITICAL,
                                minute(9)));
    }

    @Test
    void aCheckpointIsLateAfterItsTimeAndMissedWhenTheRoundEndsWithoutIt() {
        PatrolRound onTime = accepted(BEGUN.record(shut(true, 10)));
        PatrolRound late = accepted(BEGUN.record(shut(true, 11)));
        assertThat(onTime.late()).isEmpty();
        assertThat(late.late()).extracting(Checkpoint::id).containsExactly("gate");
        assertThat(onTime.missed(minute(20))).isEmpty();
        assertThat(onTime.missed(minute(21))).extracting(Checkpoint::id).containsExactly("pumps");
        PatrolRound finished = accepted(onTime.finish(minute(12)));
        assertThat(finished.missed(minute(12))).extracting(Checkpoint::id).containsExactly("pumps");
        assertThat(finished.covered("basement")).isEmpty();
        assertThat(finished.covered("gate")).contains(minute(10));
        assertThat(onTime.covered("gate")).isEmpty();
    }

    @Test
    void whatDoesNotFitTheRouteIsRefused() {
        assertThat(codes(BEGUN.record(fence(1)))).containsExactly("patrol-checkpoint-unknown");
        assertThat(codes(BEGUN.record(shut(true, -1))))
                .containsExactly("patrol-time-runs-backwards");
        assertThat(codes(accepted(BEGUN.record(shut(true, 3))).record(measured("0.3", 2))))
                .containsExactly("patrol-time-runs-backwards");
        assertThat(codes(accepted(BEGUN.record(shut(true, 3))).record(shut(true, 3))))
                .containsExactly("patrol-checkpoint-twice");
        assertThat(codes(BEGUN.record(at("gate", Reading.of("door", Rational.ONE)))))
                .containsExactly("patrol-wrong-reading");
        assertThat(codes(BEGUN.record(at("pumps", Reading.of("pressure", true, "")))))
                .containsExactly("patrol-wrong-reading");
        assertThat(codes(BEGUN.record(at("gate", Reading.of("roof", true, "")))))
                .containsExactly("patrol-item-unknown", "patrol-item-missing");
    }

    @Test
    void onePersonWalksOneRoundAtATime() {
        PatrolRound second = PatrolRound.start(new RoundId("rd_2"), INSIDE, LI, minute(3));
        assertThat(codes(second.besides(List.of(BEGUN)))).containsExactly("patrol-walker-busy");
        PatrolRound finished = accepted(BEGUN.finish(minute(4)));
        assertThat(codes(second.besides(List.of(finished)))).containsExactly("patrol-walker-busy");
        PatrolRound third = PatrolRound.start(new RoundId("rd_3"), INSIDE, LI, minute(4));
        assertThat(accepted(third.besides(List.of(finished)))).isEqualTo(third);
        PatrolRound other = PatrolRound.start(new RoundId("rd_4"), INSIDE, Patrols.BO, minute(3));
        assertThat(accepted(other.besides(List.of(BEGUN)))).isEqualTo(other);
    }

    @Test
    void aRefusalNamesTheMovesOfTheTable() {
        PatrolRound finished = accepted(BEGUN.finish(minute(30)));
        PatrolRound filed = accepted(finished.file(minute(31)));
        assertThat(RoundAction.TABLE.terminal()).containsExactly(PatrolRound.State.FILED);
        assertThat(legal(BEGUN.file(minute(30)))).isEqualTo("RECORD, FINISH");
        assertThat(legal(finished.finish(minute(31)))).isEqualTo("FILE");
        assertThat(legal(filed.file(minute(32)))).isEqualTo("-");
    }

    private static String legal(Decision<PatrolRound> refused) {
        return refused.fold(round -> "", reasons -> reasons.get(0).facts().get("legal"));
    }

    @Test
    void aFinishedRoundTakesNothingMore() {
        PatrolRound finished = accepted(BEGUN.finish(minute(30)));
        assertThat(codes(finished.finish(minute(31)))).containsExactly("patrol-wrong-state");
        assertThat(codes(finished.record(shut(true, 31)))).containsExactly("patrol-wrong-state");
        assertThat(codes(BEGUN.file(minute(31)))).containsExactly("patrol-wrong-state");
        assertThat(codes(finished.file(minute(29)))).containsExactly("patrol-time-runs-backwards");
    }

    @Test
    void whatCannotBeWalkedCannotExist() {
        Label name = new Label("空", "Empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PatrolRoute("empty", name, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new PatrolRoute(
                                        "back",
                                        name,
                                        List.of(point("a", "x", 5), point("b", "x", 4))));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new CheckItem(
                                        "crossed",
                                        name,
                                        CheckItem.Kind.VALUE,
                                        Optional.of(Rational.of(2, 1)),
                                        Optional.of(Rational.ONE),
                                        Finding.Severity.MINOR))
                .withMessageContaining("limits cross");
        Instant early = minute(-1);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new PatrolRound(
                                        BEGUN.id(),
                                        INSIDE,
                                        LI,
                                        minute(0),
                                        List.of(),
                                        Optional.of(early),
                                        Optional.empty()));
    }

    private static CheckResult at(String checkpoint, Reading reading) {
        return new CheckResult(checkpoint, LI, minute(1), List.of(reading));
    }
}
