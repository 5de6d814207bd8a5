package dev.guanjia.security.shift;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static dev.guanjia.security.shift.Shifts.ANN;
import static dev.guanjia.security.shift.Shifts.BO;
import static dev.guanjia.security.shift.Shifts.CHEN;
import static dev.guanjia.security.shift.Shifts.CONSENT;
import static dev.guanjia.security.shift.Shifts.GUARD;
import static dev.guanjia.security.shift.Shifts.KIT;
import static dev.guanjia.security.shift.Shifts.LEADER;
import static dev.guanjia.security.shift.Shifts.LOBBY;
import static dev.guanjia.security.shift.Shifts.LOG;
import static dev.guanjia.security.shift.Shifts.checked;
import static dev.guanjia.security.shift.Shifts.minute;
import static dev.guanjia.security.shift.Shifts.released;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.calendar.TimeSpan;
import dev.guanjia.decision.Decision;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.StaffId;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** At any instant a manned post has an owner (requirements 03 P-HANDOVER). */
class WatchTest {

    private static final Watch ANNS = Watch.man(LOBBY, ANN, minute(0));

    @Test
    void theReliefAnswersFromTheReleaseOn() {
        Watch watch = accepted(ANNS.relieve(released(LOG, BO, 480)));
        assertThat(watch.responsible(minute(-1))).isEmpty();
        assertThat(watch.responsible(minute(0))).contains(ANN);
        assertThat(watch.responsible(minute(479))).contains(ANN);
        assertThat(watch.responsible(minute(480))).contains(BO);
        assertThat(watch.gaps(new TimeSpan(minute(0), minute(960)))).isEmpty();
    }

    @Test
    void anUnfinishedHandoverLeavesThePredecessorOnPost() {
        assertThat(codes(ANNS.relieve(checked(LOG, BO, 480))))
                .containsExactly("watch-not-released");
        ShiftLog chens = new ShiftLog(LOBBY, CHEN, minute(0), KIT, List.of());
        assertThat(codes(ANNS.relieve(released(chens, BO, 480))))
                .containsExactly("watch-not-responsible");
        Station gate = new Station("gate", LOBBY.label(), GUARD, LEADER, LOBBY.absence());
        Watch other = Watch.man(gate, ANN, minute(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> other.relieve(released(LOG, BO, 480)));
    }

    @Test
    void aShortAbsenceNeedsTheLeadersConsentAndAStandIn() {
        assertThat(codes(ANNS.leave(Optional.empty(), Optional.empty(), minute(5))))
                .containsExactly("watch-consent-missing", "watch-stand-in-missing");
        assertThat(codes(ANNS.leave(Optional.of(ANN), Optional.of(CONSENT), minute(5))))
                .containsExactly("watch-stand-in-missing");
        Actor guard = new Actor(BO, GUARD, "v1");
        Actor herself = new Actor(ANN, LEADER, "v1");
        for (Actor wrong : List.of(guard, herself)) {
            assertThat(codes(ANNS.leave(Optional.of(BO), Optional.of(wrong), minute(5))))
                    .containsExactly("watch-consent-missing");
        }
        Watch away = accepted(ANNS.leave(Optional.of(BO), Optional.of(CONSENT), minute(5)));
        assertThat(away.onPost(minute(5))).contains(BO);
        assertThat(away.responsible(minute(5))).contains(ANN);
        assertThat(codes(away.leave(Optional.of(CHEN), Optional.of(CONSENT), minute(6))))
                .containsExactly("watch-holder-away");
        assertThat(codes(away.relieve(released(LOG, CHEN, 6))))
                .containsExactly("watch-holder-away");
        Watch back = accepted(away.comeBack(minute(10)));
        assertThat(back.onPost(minute(10))).contains(ANN);
        assertThat(codes(back.comeBack(minute(11)))).containsExactly("watch-holder-not-away");
        assertThat(codes(back.comeBack(minute(9))))
                .containsExactly("shift-time-runs-backwards", "watch-holder-not-away");
        assertThat(back.gaps(new TimeSpan(minute(0), minute(20)))).isEmpty();
    }

    @Test
    void aLobbyWithoutItsGuardIsAGapThatShows() {
        Watch watch = accepted(ANNS.findEmpty(minute(30)));
        assertThat(watch.onPost(minute(31))).isEmpty();
        assertThat(watch.responsible(minute(31))).contains(ANN);
        watch = accepted(watch.comeBack(minute(42)));
        assertThat(watch.gaps(new TimeSpan(minute(-10), minute(60))))
                .containsExactly(
                        new TimeSpan(minute(-10), minute(0)), new TimeSpan(minute(30), minute(42)));
        assertThat(watch.gaps(new TimeSpan(minute(35), minute(40))))
                .containsExactly(new TimeSpan(minute(35), minute(40)));
    }

    @Test
    void theLeaderHandsADesertedStationOnAndTheGapStays() {
        Handover relief = released(accepted(new Absence(CONSENT, "ill").prepare(LOG, BO)), 42);
        assertThat(codes(ANNS.relieve(relief))).containsExactly("watch-holder-not-away");
        assertThat(codes(ANNS.requireAway(minute(30)))).containsExactly("watch-holder-not-away");
        Watch empty = accepted(ANNS.findEmpty(minute(30)));
        assertThat(codes(empty.relieve(released(LOG, BO, 42))))
                .containsExactly("watch-holder-away");
        Watch manned = accepted(accepted(empty.requireAway(minute(30))).relieve(relief));
        assertThat(manned.responsible(minute(42))).contains(BO);
        assertThat(manned.onPost(minute(42))).contains(BO);
        assertThat(manned.gaps(new TimeSpan(minute(0), minute(60))))
                .containsExactly(new TimeSpan(minute(30), minute(42)));
        assertThat(new Watch(LOBBY, manned.events())).isEqualTo(manned);
    }

    @Test
    void nobodyIsAtTwoStationsAtOnce() {
        Station gate = new Station("gate", LOBBY.label(), GUARD, LEADER, LOBBY.absence());
        Watch away = accepted(ANNS.leave(Optional.of(BO), Optional.of(CONSENT), minute(5)));
        for (StaffId busy : List.of(ANN, BO)) {
            assertThat(codes(away.requireFree(busy, gate, minute(6))))
                    .containsExactly("watch-at-another-station");
        }
        assertThat(accepted(away.requireFree(CHEN, gate, minute(6)))).isEqualTo(away);
        assertThat(accepted(away.requireFree(BO, gate, minute(4)))).isEqualTo(away);
        assertThat(accepted(away.requireFree(ANN, LOBBY, minute(6)))).isEqualTo(away);
    }

    @Test
    void aShortAbsenceThatIsNoneIsOverdueFromItsLongestTimeOn() {
        Watch away = accepted(ANNS.leave(Optional.of(BO), Optional.of(CONSENT), minute(5)));
        TimeSpan day = new TimeSpan(minute(0), minute(60));
        assertThat(Overdue.of(away, day)).containsExactly(new TimeSpan(minute(35), minute(60)));
        assertThat(Overdue.of(accepted(away.comeBack(minute(35))), day)).isEmpty();
        assertThat(Overdue.of(accepted(away.comeBack(minute(36))), day))
                .containsExactly(new TimeSpan(minute(35), minute(36)));
        assertThat(Overdue.of(away, new TimeSpan(minute(0), minute(35)))).isEmpty();
        assertThat(Overdue.of(away, new TimeSpan(minute(50), minute(60))))
                .containsExactly(new TimeSpan(minute(50), minute(60)));
    }

    @Test
    void anAbsenceLastsUntilTheHolderIsBackOrRelievedWhateverIsFoundMeanwhile() {
        Watch away = accepted(ANNS.leave(Optional.of(BO), Optional.of(CONSENT), minute(0)));
        Watch empty = accepted(accepted(away.findEmpty(minute(5))).findEmpty(minute(40)));
        TimeSpan day = new TimeSpan(minute(0), minute(180));
        assertThat(Overdue.of(empty, day)).containsExactly(new TimeSpan(minute(30), minute(180)));
        assertThat(Overdue.of(accepted(empty.comeBack(minute(120))), day))
                .containsExactly(new TimeSpan(minute(30), minute(120)));
        Handover relief = released(accepted(new Absence(CONSENT, "ill").prepare(LOG, CHEN)), 90);
        assertThat(Overdue.of(accepted(empty.relieve(relief)), day))
                .containsExactly(new TimeSpan(minute(30), minute(90)));
        Watch deserted = accepted(ANNS.findEmpty(minute(0)));
        assertThat(Overdue.of(deserted, day)).isEmpty();
    }

    @Test
    void aTurnIsNoLongerThanADayAndIsWithdrawnBeforeItBegins() {
        Roster empty = new Roster(List.of());
        assertThat(codes(empty.plan(turn(ANN, "lobby", 0, 24 * 60 + 1))))
                .containsExactly("shift-turn-too-long");
        Roster.Turn day = turn(ANN, "lobby", 0, 24 * 60);
        Roster roster = accepted(empty.plan(day));
        assertThat(codes(roster.withdraw(day, minute(0)))).containsExactly("shift-turn-begun");
        Roster without = accepted(roster.withdraw(day, minute(-1)));
        assertThat(accepted(without.plan(turn(ANN, "gate", 10, 20))).turns()).hasSize(1);
    }

    @Test
    void nobodyWorksInTwoPlacesAtOnce() {
        Roster.Turn lobby = turn(ANN, "lobby", 0, 480);
        Roster empty = new Roster(List.of());
        Roster roster = accepted(empty.plan(lobby));
        assertThat(codes(roster.plan(turn(ANN, "gate", 479, 600))))
                .containsExactly("shift-turns-overlap");
        assertThat(codes(roster.plan(turn(ANN, "gate", 480, 600)))).isEmpty();
        assertThat(codes(roster.plan(turn(BO, "gate", 0, 480)))).isEmpty();
        roster = accepted(roster.plan(turn(BO, "lobby", 490, 960)));
        assertThat(roster.gaps("lobby", new TimeSpan(minute(0), minute(960))))
                .containsExactly(new TimeSpan(minute(480), minute(490)));
        List<Roster.Turn> twice = List.of(lobby, turn(ANN, "gate", 1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Roster(twice));
    }

    @Test
    void aStationEndsAfterWhatHappenedThere() {
        Watch watch = accepted(ANNS.findEmpty(minute(30)));
        assertThat(accepted(watch.end(minute(31)))).isEqualTo(watch);
        assertThat(codes(watch.end(minute(30)))).containsExactly("station-in-use");
        TimeSpan hour = new TimeSpan(minute(0), minute(60));
        assertThat(hour.before(minute(31))).contains(new TimeSpan(minute(0), minute(31)));
        assertThat(hour.before(minute(61))).contains(hour);
        assertThat(hour.before(minute(0))).isEmpty();
    }

    @Property
    void aMannedPostAlwaysHasExactlyOneOwnerAndGapsAreWhereNobodyIs(
            @ForAll @Size(max = 20) List<@IntRange(max = 4) Integer> steps) {
        Watch watch = ANNS;
        ShiftLog log = LOG;
        StaffId owner = ANN;
        for (int i = 0; i < steps.size(); i++) {
            StaffId other = owner.equals(ANN) ? BO : ANN;
            Decision<Watch> decision = step(watch, steps.get(i), log, i + 1);
            if (codes(decision).isEmpty()) {
                watch = accepted(decision);
                if (steps.get(i) == 3) {
                    log = accepted(ShiftLog.following(released(log, other, i + 1)));
                    owner = other;
                }
            }
            assertThat(watch.responsible(minute(i + 1))).contains(owner);
            assertThat(watch.responsible(minute(i))).isPresent();
        }
        TimeSpan horizon = new TimeSpan(minute(-5), minute(30));
        List<TimeSpan> gaps = watch.gaps(horizon);
        for (int i = -5; i < 30; i++) {
            int at = i;
            assertThat(gaps.stream().anyMatch(gap -> gap.contains(minute(at))))
                    .isEqualTo(watch.onPost(minute(at)).isEmpty());
        }
        assertThat(new Watch(LOBBY, watch.events())).isEqualTo(watch);
    }

    private static Decision<Watch> step(Watch watch, int step, ShiftLog log, long minutes) {
        StaffId other = log.holder().equals(ANN) ? BO : ANN;
        return switch (step) {
            case 0 -> watch.leave(Optional.of(CHEN), Optional.of(CONSENT), minute(minutes));
            case 1 -> watch.comeBack(minute(minutes));
            case 2 -> watch.findEmpty(minute(minutes));
            case 3 -> watch.relieve(released(log, other, minutes));
            default -> watch.leave(Optional.empty(), Optional.of(CONSENT), minute(minutes));
        };
    }

    private static Roster.Turn turn(StaffId staff, String station, long from, long to) {
        return new Roster.Turn(staff, station, new TimeSpan(minute(from), minute(to)));
    }
}
